import type {
  ActivityListItem,
  FollowUp,
  FollowUpPage,
  Id,
  Reporter,
  UpdateFollowUpRequest,
} from '@samhandling/contracts';
import type { Judgement } from '@samhandling/domain';
import type { Column } from '../data/list-query.ts';

/** What may be written in the list itself. The day is "" when there is none, as the control gives it. */
export interface InlineValue {
  readonly judgement: Judgement | null;
  readonly reporterId: Id | null;
  readonly nextStepDate: string;
}
export type InlineField = keyof InlineValue;

/** The column each of them stands in, in the order of the list. */
export const INLINE_COLUMNS: Readonly<Record<InlineField, Column>> = {
  judgement: 'judgement',
  reporterId: 'reporter',
  nextStepDate: 'next_step',
};
export const INLINE_FIELDS = Object.keys(INLINE_COLUMNS) as readonly InlineField[];

export function inlineValueOf(item: ActivityListItem): InlineValue {
  return {
    judgement: item.judgement,
    reporterId: item.reporter?.id ?? null,
    nextStepDate: item.nextStepDate ?? '',
  };
}

export function storedValueOf(followUp: FollowUp): InlineValue {
  return {
    judgement: followUp.judgement,
    reporterId: followUp.reporter?.id ?? null,
    nextStepDate: followUp.nextStepDate ?? '',
  };
}

export function requestOf(changes: Partial<InlineValue>): UpdateFollowUpRequest {
  const { nextStepDate, ...others } = changes;
  return { ...others, ...(nextStepDate === undefined ? {} : { nextStepDate: nextStepDate || null }) };
}

/** Only what differs from what stands in the row. */
export function changesIn(item: ActivityListItem, value: InlineValue): Partial<InlineValue> {
  const stored = inlineValueOf(item);
  return Object.fromEntries(
    INLINE_FIELDS.filter((name) => stored[name] !== value[name]).map((name) => [name, value[name]]),
  );
}

/** The row as it is stored now. */
export function withStored(item: ActivityListItem, { followUp }: FollowUpPage): ActivityListItem {
  return {
    ...item,
    judgement: followUp.judgement,
    followUpState: followUp.state,
    followUpVersion: followUp.version,
    reporter: followUp.reporter,
    nextStepDate: followUp.nextStepDate,
    updatedAt: followUp.updatedAt,
  };
}

/**
 * What of a row somebody may write: nothing where the server has not said so; who answers is for those who lead the round;
 * and a judgement that has been handed in is changed where the whole answer is seen.
 */
export function fieldsFor(item: ActivityListItem, editable: readonly Id[], maySteer: boolean): readonly InlineField[] {
  if (item.followUpId === null || !editable.includes(item.followUpId)) return [];
  const isOpen = item.followUpState === 'draft' || item.followUpState === 'returned';
  return INLINE_FIELDS.filter(
    (name) => name === 'nextStepDate' || (name === 'judgement' && isOpen) || (name === 'reporterId' && maySteer),
  );
}

/** Who may answer for the row: reporters of its responsible organisations, planners, and whoever stands there now. */
export function reportersFor(item: ActivityListItem, people: readonly Reporter[]): readonly { id: Id; name: string }[] {
  const responsible = new Set(item.responsible.map(({ id }) => id));
  const fitting = people.filter(
    ({ organisations }) => organisations.length === 0 || organisations.some(({ id }) => responsible.has(id)),
  );
  const { reporter } = item;
  return reporter && !fitting.some(({ id }) => id === reporter.id) ? [reporter, ...fitting] : fitting;
}
