import { formatDay, isAllowed, roundTakesAnswers, roundTakesCorrections, type HeldRole } from '@samhandling/domain';
import { ProblemException, refused } from '../platform/http/problem-exception.ts';
import type { WorkbookOrganisation, WorkbookRound } from './workbooks.repository.ts';

/** What the organisation is asked for: as responsible, and as the municipality it may be. */
export function askedRoles({ id, municipalityCode }: WorkbookOrganisation): HeldRole[] {
  return [
    { role: 'reporter', organisationId: id, municipalityCode: null },
    ...(municipalityCode === null
      ? []
      : [{ role: 'municipal_coordinator' as const, organisationId: null, municipalityCode }]),
  ];
}

/** Whether the person answers for the organisation: a planner for any, a reporter for their own, a coordinator for their municipality's. */
export function answersFor(roles: readonly HeldRole[], organisation: WorkbookOrganisation): boolean {
  return isAllowed(roles, 'outcome.enter_any') || isOwn(roles, organisation);
}

/** The person reports for it, or coordinates the municipality it is. */
export function isOwn(roles: readonly HeldRole[], organisation: WorkbookOrganisation): boolean {
  return roles.some(
    (held) =>
      (held.role === 'reporter' && held.organisationId === organisation.id) ||
      (held.role === 'municipal_coordinator' &&
        held.municipalityCode !== null &&
        held.municipalityCode === organisation.municipalityCode),
  );
}

/** The sheet "Svar" is for those who answer for the organisation's activities; a coordinator enters values only. */
export function answersActivities(roles: readonly HeldRole[], organisation: WorkbookOrganisation): boolean {
  return (
    isAllowed(roles, 'follow_up.answer_any') ||
    roles.some((held) => held.role === 'reporter' && held.organisationId === organisation.id)
  );
}

/** Why the round takes nothing from this person now, as the problem to answer with; null when it does. */
export function lockOf(roles: readonly HeldRole[], round: WorkbookRound): ProblemException | null {
  const isPlanner = isAllowed(roles, 'outcome.enter_any');
  if (isPlanner ? roundTakesCorrections(round.state) : roundTakesAnswers(round.state)) return null;
  if (round.state === 'adopted') {
    return new ProblemException('locked', {
      sv: 'Omgången är fastställd. En planerare kan öppna den igen med en motivering.',
      en: 'The round is adopted. A planner can reopen it with a reason.',
    });
  }
  return refused(
    round.state === 'planned'
      ? {
          sv: `Omgången har inte öppnat än. Den ska öppna ${formatDay(round.opens, 'sv')}; en planerare kan öppna den.`,
          en: `The round has not opened yet. It is to open on ${formatDay(round.opens, 'en')}; a planner can open it.`,
        }
      : {
          sv: 'Omgången granskas och tar inte emot fler svar. En planerare kan öppna den för svar igen.',
          en: 'The round is in review and takes no more answers. A planner can open it for answers again.',
        },
  );
}

/** @throws ProblemException 403 in words, or 409 where the round takes no answers from this person now. */
export function checkRight(roles: readonly HeldRole[], organisation: WorkbookOrganisation, round: WorkbookRound): void {
  if (!answersFor(roles, organisation)) {
    throw new ProblemException('not_allowed', {
      sv: `Arbetsboken är för dem som svarar för ${organisation.name}, och för planerare.`,
      en: `The workbook is for those who answer for ${organisation.name}, and for planners.`,
    });
  }
  const lock = lockOf(roles, round);
  if (lock) throw lock;
}
