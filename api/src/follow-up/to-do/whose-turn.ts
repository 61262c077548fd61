import { responseRefusal, type HeldRole } from '@samhandling/domain';
import type { Reasons } from './attention-facts.ts';
import type { Waiting, WaitingFollowUp } from './to-do.repository.ts';

export interface Asking {
  readonly personId: string;
  readonly roles: readonly HeldRole[];
  readonly isPlanner: boolean;
  readonly organisationIds: readonly string[];
  readonly planSlug: string | undefined;
  readonly reasons: Reasons;
}

interface ByState {
  readonly draft: readonly WaitingFollowUp[];
  readonly returned: readonly WaitingFollowUp[];
  readonly submitted: readonly WaitingFollowUp[];
  readonly accepted: readonly WaitingFollowUp[];
  readonly total: number;
}

export interface Sorted {
  /** To answer: where the person is reporter, or where nobody is and their organisation is responsible. */
  readonly mine: ByState;
  /** To answer by the person's organisations, whoever there is the reporter. */
  readonly organisation: ByState;
  /** Handed in by another organisation, to agree with or add to. */
  readonly respond: readonly WaitingFollowUp[];
  /** Handed in, for a planner to look at. */
  readonly review: readonly WaitingFollowUp[];
  /** Every activity of the plan (or of all plans) that somebody should look at, for planners. */
  readonly plan: ByState;
}

/** Whose turn it is with each follow-up. In review only a planner can still write. */
export function sortWaiting(waiting: Waiting, asking: Asking): Sorted {
  const { personId, isPlanner, organisationIds, planSlug, reasons } = asking;
  const rounds = new Map(waiting.rounds.map((round) => [round.id, round]));
  const isOurs = (id: string): boolean => organisationIds.includes(id);
  const toWrite = waiting.followUps.filter(
    ({ state, roundId }) =>
      (state === 'draft' || state === 'returned') && (isPlanner || rounds.get(roundId)?.round.state === 'open'),
  );
  return {
    mine: byState(
      toWrite.filter(({ reporter, responsibleIds }) =>
        reporter === null ? responsibleIds.some(isOurs) : reporter.id === personId,
      ),
    ),
    organisation: byState(
      toWrite.filter(({ reporter, asked, responsibleIds }) =>
        reporter === null ? responsibleIds.some(isOurs) : asked !== null && isOurs(asked.id),
      ),
    ),
    respond: waiting.followUps.filter((row) => isOurToRespond(row, waiting, asking)),
    review: isPlanner ? waiting.followUps.filter(({ state }) => state === 'submitted') : [],
    plan: byState(
      isPlanner
        ? waiting.followUps.filter(
            (row) =>
              (planSlug === undefined || rounds.get(row.roundId)?.plan.slug === planSlug) && reasons.of(row).length > 0,
          )
        : [],
    ),
  };
}

function isOurToRespond(row: WaitingFollowUp, { rounds }: Waiting, { organisationIds, roles }: Asking): boolean {
  const round = rounds.find(({ id }) => id === row.roundId);
  if (round === undefined || row.state !== 'submitted') return false;
  const answer = {
    roundState: round.round.state,
    followUpState: row.state,
    responsibleIds: row.responsibleIds,
    writerId: row.asked?.id ?? null,
  };
  return organisationIds.some((id) => !row.respondedIds.includes(id) && responseRefusal(answer, id, roles) === null);
}

function byState(rows: readonly WaitingFollowUp[]): ByState {
  const inState = (state: WaitingFollowUp['state']): readonly WaitingFollowUp[] =>
    rows.filter((row) => row.state === state);
  return {
    draft: inState('draft'),
    returned: inState('returned'),
    submitted: inState('submitted'),
    accepted: inState('accepted'),
    total: rows.length,
  };
}
