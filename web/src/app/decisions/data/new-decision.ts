import type { DecisionInput, GroupChoices, Id } from '@samhandling/contracts';
import { type Day, DECISION_WAYS, isDay } from '@samhandling/domain';

/** A decision between meetings as the form holds it; an empty text is nobody, nothing and no day. */
export interface NewDecision {
  readonly groupId: string;
  readonly text: string;
  readonly decidedOn: string;
  readonly way: string;
  /** Of the activity or the goal it concerns. */
  readonly aboutId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly due: string;
  readonly recordsNumber: string;
  readonly isOpen: boolean;
}
export type NewDecisionText = Exclude<keyof NewDecision, 'isOpen'>;

export function newDecision(groupId: string, today: Day): NewDecision {
  return {
    groupId,
    text: '',
    decidedOn: today,
    way: '',
    aboutId: '',
    organisationId: '',
    personId: '',
    due: '',
    recordsNumber: '',
    isOpen: true,
  };
}

export function isNewDecision(value: unknown): value is NewDecision {
  if (typeof value !== 'object' || value === null) return false;
  const held = new Map<string, unknown>(Object.entries(value));
  return Object.entries(newDecision('', '')).every(([name, empty]) => typeof held.get(name) === typeof empty);
}

/** What the form itself sees is wrong, by field. A day that has not been is no day of a decision. */
export function newDecisionSlips(values: NewDecision, today: Day): Partial<Record<NewDecisionText, string>> {
  return {
    ...(values.groupId === '' && {
      groupId: $localize`:@@decisions.new.groupMissing:Välj vilken grupp som beslutade.`,
    }),
    ...(values.text.trim() === '' && { text: $localize`:@@decisions.field.textMissing:Skriv beslutet.` }),
    ...((!isDay(values.decidedOn) || values.decidedOn > today) && {
      decidedOn: $localize`:@@decisions.done.dayWrong:Välj en dag som har varit.`,
    }),
    ...(values.way === '' && { way: $localize`:@@decisions.new.wayMissing:Välj på vilket sätt beslutet togs.` }),
  };
}

/** What nobody is to carry out has neither name nor day, whatever was chosen before that was said. */
export function newDecisionInput(values: NewDecision, goals: GroupChoices['goals']): DecisionInput {
  const { isOpen } = values;
  const isGoal = goals.some(({ id }) => id === values.aboutId);
  const given = (id: string): Id | null => (id === '' ? null : id);
  return {
    text: values.text.trim(),
    decidedOn: values.decidedOn,
    way: DECISION_WAYS.find((way) => way === values.way) ?? null,
    activityId: isGoal ? null : given(values.aboutId),
    goalId: isGoal ? given(values.aboutId) : null,
    organisationId: isOpen ? given(values.organisationId) : null,
    personId: isOpen ? given(values.personId) : null,
    due: isOpen ? given(values.due) : null,
    isOpen,
    recordsNumber: values.recordsNumber.trim(),
  };
}
