import type { ProblemCode } from '@samhandling/contracts';
import {
  formatDay,
  isAllowed,
  roundTakesAnswers,
  roundTakesCorrections,
  type HeldRole,
  type Label,
  type RoundState,
} from '@samhandling/domain';

export interface EntryRight {
  readonly mayEnter: boolean;
  /** Sees the value as stored, also while the round is locked. */
  readonly sees: boolean;
  /** Why not; empty when it may be entered. */
  readonly reason: Label;
  readonly problem: Extract<ProblemCode, 'not_allowed' | 'locked' | 'rule'> | null;
}

export interface EntryRound {
  readonly state: RoundState;
  readonly opens: string;
}

const MAY: EntryRight = { mayEnter: true, sees: true, reason: { sv: '', en: '' }, problem: null };
const ADOPTED: Label = {
  sv: 'Omgången är fastställd. En planerare kan öppna den igen med en motivering.',
  en: 'The round is adopted. A planner can reopen it with a reason.',
};
const IN_REVIEW: Label = {
  sv: 'Omgången granskas och tar inte emot fler svar. En planerare kan öppna den för svar igen.',
  en: 'The round is in review and takes no more answers. A planner can open it for answers again.',
};
const NOT_YOURS: Label = {
  sv: 'Utfallet fylls i av den organisation som ansvarar för aktiviteten, av kommunens samordnare eller av en planerare.',
  en: 'The outcome is entered by the organisation responsible for the activity, by the municipality’s coordinator or by a planner.',
};

/**
 * Who may enter an outcome, and why not (product, section 8): a planner any; a reporter those of an activity their
 * organisation is responsible for; a municipal coordinator their own municipality's. The two latter while the round
 * takes answers, a planner also while it is reviewed, nobody once it is adopted.
 */
export function entryRight(
  roles: readonly HeldRole[],
  round: EntryRound,
  responsibleIds: readonly string[],
  municipalityCode: string | null,
): EntryRight {
  const isPlanner = isAllowed(roles, 'outcome.enter_any');
  const isOwn = roles.some(
    (held) =>
      (isAllowed([held], 'outcome.enter_own') &&
        held.organisationId !== null &&
        responsibleIds.includes(held.organisationId)) ||
      (isAllowed([held], 'outcome.enter_municipality') &&
        municipalityCode !== null &&
        held.municipalityCode === municipalityCode),
  );
  if (!isPlanner && !isOwn) return { mayEnter: false, sees: false, reason: NOT_YOURS, problem: 'not_allowed' };
  if (isPlanner ? roundTakesCorrections(round.state) : roundTakesAnswers(round.state)) return MAY;
  return {
    mayEnter: false,
    sees: true,
    reason: lockedReason(round),
    problem: round.state === 'adopted' ? 'locked' : 'rule',
  };
}

function lockedReason(round: EntryRound): Label {
  if (round.state === 'adopted') return ADOPTED;
  if (round.state === 'in_review') return IN_REVIEW;
  return {
    sv: `Omgången har inte öppnat än. Den ska öppna ${formatDay(round.opens, 'sv')}; en planerare kan öppna den.`,
    en: `The round has not opened yet. It is to open on ${formatDay(round.opens, 'en')}; a planner can open it.`,
  };
}
