import { pages, type ToDoItem } from '@samhandling/contracts';
import {
  ATTENTION_CODES,
  decisionReference,
  followUpAccess,
  missingFields,
  type AttentionCode,
  type AttentionReason,
  type HeldRole,
  type Label,
  type Locale,
} from '@samhandling/domain';
import type { Reasons } from './attention-facts.ts';
import type { WaitingFollowUp, WaitingRound } from './to-do.repository.ts';

/**
 * Follow-ups with the reasons why they wait, most urgent first; those with the same first reason stay in the order they
 * came, which is by due day and then reading order. `first` says what the group is about, before the reasons.
 */
export function toFollowUpItems(
  waiting: readonly WaitingFollowUp[],
  rounds: ReadonlyMap<string, WaitingRound>,
  reasons: Reasons,
  locale: Locale,
  roles: readonly HeldRole[],
  first: (row: WaitingFollowUp) => readonly Label[] = () => [],
): ToDoItem[] {
  return waiting
    .map((row) => ({ row, found: reasons.of(row) }))
    .sort((a, b) => rankOf(a.found[0]?.code) - rankOf(b.found[0]?.code))
    .flatMap(({ row, found }) => {
      const round = rounds.get(row.roundId);
      if (!round) return [];
      const { id, slug, title } = round.plan;
      return [
        {
          id: row.id,
          title: row.title,
          reference: row.reference,
          plan: { id, slug, title },
          round: round.round,
          due: round.due,
          state: row.state,
          judgement: row.judgement,
          reasons: [...first(row).map((words) => words[locale]), ...found.map((reason) => reason.words[locale])],
          link: pages.followUp(row.id),
          updatedAt: row.lastAnswerOn === null ? null : row.updatedAt,
          reporter: row.reporter,
          ...decisionsIn(found, row),
          ...quickAnswer(row, round, roles),
        },
      ];
    });
}

function rankOf(code: AttentionCode | undefined): number {
  return code === undefined ? ATTENTION_CODES.length : ATTENTION_CODES.indexOf(code);
}

/** Reasons about decisions stand in the order of the decisions. */
function decisionsIn(
  reasons: readonly AttentionReason[],
  { openDecisions }: WaitingFollowUp,
): Pick<ToDoItem, 'decisions'> {
  if (!reasons.some(({ code }) => code === 'decision_open')) return {};
  return {
    decisions: openDecisions.map(({ id, number, year }) => ({
      reference: decisionReference(number, year),
      link: pages.decision(id),
    })),
  };
}

/**
 * "Inget nytt" in one press: where nobody has begun to write the answer, whoever asks may, and there is a judgement that can
 * stand as it is. A need of support and a cancellation want their words again.
 */
function quickAnswer(
  { version, state, judgement, lastJudgement, isWritten, responsibleIds }: WaitingFollowUp,
  { round }: WaitingRound,
  roles: readonly HeldRole[],
): Pick<ToDoItem, 'nothingNew'> {
  const standing = judgement ?? lastJudgement;
  if (standing === null || state !== 'draft' || isWritten) return {};
  const content = {
    judgement: standing,
    nothingNew: true,
    supportNeeded: '',
    cancelReason: '',
    cancelDecision: '',
    done: '',
  };
  if (missingFields(content).length > 0) return {};
  const { mayEdit } = followUpAccess({ roundState: round.state, state, responsibleIds }, roles);
  return mayEdit ? { nothingNew: { version, judgement: standing } } : {};
}
