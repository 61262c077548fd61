import type { EventInput, LoggedEvent } from '@samhandling/contracts';
import {
  divisionProblem,
  formatDay,
  PARTICIPANT_DIVISIONS,
  readParticipants,
  type Label,
  type ParticipantDivision,
} from '@samhandling/domain';
import type { FieldProblem } from '../../platform/http/problem-exception.ts';
import type { EventFacts } from './registering.repository.ts';

/** An event as it is stored: figures read, everything named once. */
export interface EventContent {
  readonly kindId: string;
  readonly day: string;
  readonly title: string;
  readonly activityIds: readonly string[];
  readonly municipalities: readonly { readonly code: string; readonly participants: number | null }[];
  readonly organisations: readonly { readonly id: string; readonly participants: number | null }[];
  readonly audiences: readonly { readonly name: string; readonly participants: number }[];
  readonly participants: number | null;
  readonly note: string;
}

/** What is typed over what is stored: a field that is not sent stands as it was. */
export type TypedEvent = Partial<EventInput>;

const ACTIVITY_MISSING: Label = {
  sv: 'Välj minst en aktivitet som händelsen hör till.',
  en: 'Choose at least one activity the event belongs to.',
};
const TWICE: Label = { sv: 'Står två gånger. Ta bort den ena.', en: 'Is there twice. Take one away.' };
const NAME_MISSING: Label = { sv: 'Skriv vilken målgrupp det gäller.', en: 'Write which target group it concerns.' };
const FIGURE_MISSING: Label = { sv: 'Skriv hur många de var.', en: 'Write how many they were.' };

/**
 * Reads what was typed into an event, every field with its own words when it cannot be. What the day, the kind and the
 * ids point to is weighed in `factProblems`, against the database.
 */
export function readEvent(
  typed: TypedEvent,
  stored: EventContent | null,
): { readonly content: EventContent; readonly errors: readonly FieldProblem[] } {
  const errors: FieldProblem[] = [];
  const figure = (input: string | undefined, pointer: string): number | null => {
    const read = readParticipants(input ?? '');
    if (read.state === 'refused') errors.push({ pointer, code: read.code, reason: read.reason });
    return read.state === 'value' ? read.value : null;
  };
  const once = (keys: readonly string[], pointer: string): void =>
    keys.forEach((key, index) => {
      if (keys.indexOf(key) !== index) errors.push({ pointer: `${pointer}/${index}`, code: 'twice', reason: TWICE });
    });
  const activityIds = typed.activityIds?.map((id) => id.toLowerCase()) ?? stored?.activityIds ?? [];
  if (activityIds.length === 0) errors.push({ pointer: '/activityIds', code: 'missing', reason: ACTIVITY_MISSING });
  once(activityIds, '/activityIds');
  const municipalities =
    typed.municipalities?.map(({ code, participants }, index) => ({
      code,
      participants: figure(participants, `/municipalities/${index}/participants`),
    })) ??
    stored?.municipalities ??
    [];
  once(
    municipalities.map(({ code }) => code),
    '/municipalities',
  );
  const organisations =
    typed.organisations?.map(({ id, participants }, index) => ({
      id: id.toLowerCase(),
      participants: figure(participants, `/organisations/${index}/participants`),
    })) ??
    stored?.organisations ??
    [];
  once(
    organisations.map(({ id }) => id),
    '/organisations',
  );
  const audiences =
    typed.audiences?.map(({ name, participants }, index) => {
      const pointer = `/audiences/${index}`;
      const before = errors.length;
      const read = figure(participants, `${pointer}/participants`);
      if (read === null && errors.length === before)
        errors.push({ pointer: `${pointer}/participants`, code: 'missing', reason: FIGURE_MISSING });
      if (name.trim() === '') errors.push({ pointer: `${pointer}/name`, code: 'missing', reason: NAME_MISSING });
      return { name: name.trim(), participants: read ?? 0 };
    }) ??
    stored?.audiences ??
    [];
  once(
    audiences.map(({ name }) => name.toLocaleLowerCase('sv')),
    '/audiences',
  );
  const content: EventContent = {
    kindId: typed.kindId?.toLowerCase() ?? stored?.kindId ?? '',
    day: typed.day ?? stored?.day ?? '',
    title: typed.title?.trim() ?? stored?.title ?? '',
    activityIds,
    municipalities,
    organisations,
    audiences,
    participants:
      typed.participants === undefined ? (stored?.participants ?? null) : figure(typed.participants, '/participants'),
    note: typed.note?.trim() ?? stored?.note ?? '',
  };
  return { content, errors: [...errors, ...divisionProblems(content)] };
}

function divisionProblems(content: EventContent): FieldProblem[] {
  return PARTICIPANT_DIVISIONS.flatMap((division: ParticipantDivision) => {
    const reason = divisionProblem(
      division,
      content.participants,
      content[division].map(({ participants }) => participants),
    );
    return reason ? [{ pointer: `/${division}`, code: 'more_than_all', reason }] : [];
  });
}

const UNKNOWN_ACTIVITY: Label = { sv: 'Aktiviteten finns inte i länet.', en: 'The activity is not in the county.' };
const UNKNOWN_MUNICIPALITY: Label = {
  sv: 'Kommunen finns inte i länet.',
  en: 'The municipality is not in the county.',
};
const UNKNOWN_ORGANISATION: Label = {
  sv: 'Organisationen finns inte i länet.',
  en: 'The organisation is not in the county.',
};
const UNKNOWN_KIND: Label = { sv: 'Händelsetypen finns inte.', en: 'The kind of event does not exist.' };
const RETIRED_KIND: Label = {
  sv: 'Händelsetypen används inte längre. Välj en annan.',
  en: 'The kind is no longer in use. Choose another.',
};

/** What the database knows against: ids of nothing or of another county, a kind put out of use, a day to come. */
export function factProblems(
  content: EventContent,
  stored: EventContent | null,
  facts: EventFacts,
  today: string,
): FieldProblem[] {
  const unknown = (keys: readonly string[], known: readonly string[], pointer: string, reason: Label): FieldProblem[] =>
    keys.flatMap((key, index) =>
      known.includes(key) ? [] : [{ pointer: `${pointer}/${index}`, code: 'unknown', reason }],
    );
  return [
    ...dayProblems(content.day, today),
    ...kindProblems(content.kindId, stored, facts),
    ...unknown(
      content.activityIds,
      facts.activities.map(({ id }) => id),
      '/activityIds',
      UNKNOWN_ACTIVITY,
    ),
    ...unknown(
      content.municipalities.map(({ code }) => code),
      facts.municipalityCodes,
      '/municipalities',
      UNKNOWN_MUNICIPALITY,
    ),
    ...unknown(
      content.organisations.map(({ id }) => id),
      facts.organisationIds,
      '/organisations',
      UNKNOWN_ORGANISATION,
    ),
  ];
}

export function dayProblems(day: string, today: string): FieldProblem[] {
  if (day <= today) return [];
  const reason: Label = {
    sv: `En händelse registreras när den har varit. Dagen kan vara senast i dag, ${formatDay(today, 'sv')}.`,
    en: `An event is registered when it has been. The day can be no later than today, ${formatDay(today, 'en')}.`,
  };
  return [{ pointer: '/day', code: 'day_in_future', reason }];
}

function kindProblems(kindId: string, stored: EventContent | null, { kind }: EventFacts): FieldProblem[] {
  if (!kind) return [{ pointer: '/kindId', code: 'unknown', reason: UNKNOWN_KIND }];
  if (kind.isActive || kindId === stored?.kindId) return [];
  return [{ pointer: '/kindId', code: 'out_of_use', reason: RETIRED_KIND }];
}

export function contentOf(event: Omit<LoggedEvent, 'lockedReason'>): EventContent {
  return {
    kindId: event.kind.id,
    day: event.day,
    title: event.title,
    activityIds: event.activities.map(({ id }) => id),
    municipalities: event.municipalities.map(({ code, participants }) => ({ code, participants })),
    organisations: event.organisations.map(({ id, participants }) => ({ id, participants })),
    audiences: event.audiences,
    participants: event.participants,
    note: event.note,
  };
}
