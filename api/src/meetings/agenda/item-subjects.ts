import type { AgendaItemInput } from '@samhandling/contracts';
import type { AgendaItemKind, Label } from '@samhandling/domain';
import type { FieldProblem } from '../../platform/http/problem-exception.ts';
import type { ItemSubject, PresentItem } from './items.repository.ts';
import type { KnownSubjects } from './proposal.repository.ts';

type IdField = 'activityId' | 'decisionId' | 'actionPointId' | 'liftId';
const ID_OF: Readonly<Record<AgendaItemKind, IdField | null>> = {
  free: null,
  activity: 'activityId',
  decision: 'decisionId',
  action_point: 'actionPointId',
  lift: 'liftId',
  answer: 'liftId',
};

const WHICH: Label = {
  sv: 'Säg vad punkten handlar om: ett id som hör till slaget, eller en rubrik för en egen punkt.',
  en: 'Say what the item is about: an id that goes with its kind, or a title for an item of its own.',
};
const UNKNOWN: Label = {
  sv: 'Det som punkten handlar om finns inte i gruppen eller i dess plan.',
  en: 'What the item is about is not in the group, nor in its plan.',
};
const ON_THE_AGENDA: Label = { sv: 'Punkten finns redan på dagordningen.', en: 'The item is on the agenda already.' };

/** What was sent, as it is stored: only the id of its kind, or the title. */
export function subjectOf(input: AgendaItemInput): ItemSubject {
  const field = ID_OF[input.kind];
  const id = (of: IdField): string | null => (of === field ? (input[of]?.toLowerCase() ?? null) : null);
  return {
    kind: input.kind,
    title: field === null ? (input.title?.trim() ?? '') : '',
    activityId: id('activityId'),
    decisionId: id('decisionId'),
    actionPointId: id('actionPointId'),
    liftId: id('liftId'),
  };
}

/** The same for two items about the same thing. Items with a title of their own are about nothing else. */
export function keyOf({ kind, activityId, decisionId, actionPointId, liftId }: ItemSubject): string | null {
  const id = activityId ?? decisionId ?? actionPointId ?? liftId;
  return id === null ? null : `${kind}/${id}`;
}

/** Something that is not on the agenda any more can be added again. */
export function isAway({ state }: Pick<PresentItem, 'state'>): boolean {
  return state === 'removed' || state === 'postponed' || state === 'parked';
}

export function subjectProblems(
  sent: readonly AgendaItemInput[],
  known: KnownSubjects,
  present: readonly PresentItem[],
): FieldProblem[] {
  const seen = new Set(present.filter((item) => !isAway(item)).flatMap((item) => keyOf(item) ?? []));
  return sent.flatMap((input, index) => {
    const say = (code: string, reason: Label): FieldProblem[] => [{ pointer: `/items/${index}`, code, reason }];
    const field = ID_OF[input.kind];
    const others = (['activityId', 'decisionId', 'actionPointId', 'liftId'] as const).filter((one) => one !== field);
    const subject = subjectOf(input);
    const key = keyOf(subject);
    if (others.some((other) => input[other] !== undefined)) return say('subject', WHICH);
    if (field === null ? subject.title === '' : key === null) return say('subject', WHICH);
    if (!isKnown(subject, known)) return say('unknown', UNKNOWN);
    if (key === null) return [];
    if (seen.has(key)) return say('taken', ON_THE_AGENDA);
    seen.add(key);
    return [];
  });
}

function isKnown({ kind, activityId, decisionId, actionPointId, liftId }: ItemSubject, known: KnownSubjects): boolean {
  switch (kind) {
    case 'free':
      return true;
    case 'activity':
      return known.activityIds.includes(activityId ?? '');
    case 'decision':
      return known.decisionIds.includes(decisionId ?? '');
    case 'action_point':
      return known.actionPointIds.includes(actionPointId ?? '');
    case 'lift':
      return known.liftIds.includes(liftId ?? '');
    case 'answer':
      return known.answeredIds.includes(liftId ?? '');
  }
}
