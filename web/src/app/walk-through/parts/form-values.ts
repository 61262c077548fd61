import type {
  ActionPoint,
  ActionPointInput,
  Decision,
  DecisionInput,
  Id,
  Lift,
  LiftInput,
  WalkThrough,
} from '@samhandling/contracts';
import type { Fields } from '../data/operations.ts';

/** The form that is open, and what it mends where it mends something. */
export type FormOpen =
  | { readonly kind: 'decision'; readonly decision?: Decision }
  | { readonly kind: 'actionPoint'; readonly actionPoint?: ActionPoint }
  | { readonly kind: 'lift'; readonly lift?: Lift }
  | { readonly kind: 'park' | 'postpone' | 'needsSupport' | 'cancelled' | 'complete' | 'answer' };

/** What can be written in any of the forms; each shows its own. Days are "" when not set, as the control gives them. */
export interface FormValues {
  readonly text: string;
  /** The proposed decision of a lift; the decision behind a cancelled activity. */
  readonly more: string;
  /** "person/…", "organisation/…", "name/…" or empty. */
  readonly who: string;
  readonly due: string;
  readonly comesBack: boolean;
  readonly meetingId: string;
}

export const EMPTY_FORM: FormValues = { text: '', more: '', who: '', due: '', comesBack: true, meetingId: '' };

export function isFormValues(value: unknown): value is FormValues {
  if (typeof value !== 'object' || value === null) return false;
  const entries = new Map(Object.entries(value));
  return (
    ['text', 'more', 'who', 'due', 'meetingId'].every((name) => typeof entries.get(name) === 'string') &&
    typeof entries.get('comesBack') === 'boolean'
  );
}

export interface Assignee {
  readonly value: string;
  readonly name: string;
}

/** Members first, by name and organisation; then the organisations. A member without an account is named in words. */
export function assigneesOf({ members, organisations }: WalkThrough): {
  readonly members: readonly Assignee[];
  readonly organisations: readonly Assignee[];
} {
  return {
    members: members.map(({ personId, name, organisation }) => ({
      value: personId === null ? `name/${name}, ${organisation.name}` : `person/${personId}`,
      name: `${name}, ${organisation.name}`,
    })),
    organisations: organisations.map(({ id, name }) => ({ value: `organisation/${id}`, name })),
  };
}

interface Who {
  readonly personId: Id | null;
  readonly organisationId: Id | null;
  readonly assignee: string;
}

export function whoOf(value: string): Who {
  const at = value.indexOf('/');
  const [kind, rest] = [value.slice(0, at), value.slice(at + 1)];
  return {
    personId: kind === 'person' ? rest : null,
    organisationId: kind === 'organisation' ? rest : null,
    assignee: kind === 'name' ? rest : '',
  };
}

function whoValue(person: { id: Id } | null, organisation: { id: Id } | null, assignee: string): string {
  if (person) return `person/${person.id}`;
  if (organisation) return `organisation/${organisation.id}`;
  return assignee === '' ? '' : `name/${assignee}`;
}

/** As it stands in what is mended; empty for something new. */
export function valuesOf(open: FormOpen): FormValues {
  if (open.kind === 'decision' && open.decision) {
    const { text, person, organisation, due } = open.decision;
    return { ...EMPTY_FORM, text, who: whoValue(person, organisation, ''), due: due ?? '' };
  }
  if (open.kind === 'actionPoint' && open.actionPoint) {
    const { text, person, organisation, assignee, due } = open.actionPoint;
    return { ...EMPTY_FORM, text, who: whoValue(person, organisation, assignee), due: due ?? '' };
  }
  if (open.kind === 'lift' && open.lift) return { ...EMPTY_FORM, text: open.lift.question, more: open.lift.proposal };
  return EMPTY_FORM;
}

const dayOrNull = (day: string): string | null => (day === '' ? null : day);

export function decisionOf({ text, who, due, comesBack }: FormValues): DecisionInput {
  const { personId, organisationId } = whoOf(who);
  return { text: text.trim(), personId, organisationId, due: dayOrNull(due), isOpen: comesBack };
}

export function actionPointOf({ text, who, due }: FormValues): ActionPointInput {
  return { text: text.trim(), ...whoOf(who), due: dayOrNull(due) };
}

export function liftOf({ text, more }: FormValues): LiftInput {
  return { question: text.trim(), proposal: more.trim() };
}

/** What a mended thing is to hold, in the fields it is stored in. */
export function mendedFields(open: FormOpen, values: FormValues): Fields {
  switch (open.kind) {
    case 'decision': {
      const { personId, organisationId } = whoOf(values.who);
      return { text: values.text.trim(), due: dayOrNull(values.due), personId, organisationId };
    }
    case 'actionPoint':
      return { text: values.text.trim(), due: dayOrNull(values.due), ...whoOf(values.who) };
    default:
      return { question: values.text.trim(), proposal: values.more.trim() };
  }
}
