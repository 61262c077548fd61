import type { Activity } from '@samhandling/contracts';
import { isAllowed, type Label, type PlanState } from '@samhandling/domain';
import { notAllowed, refused } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';

/** Why the wording of a plan in this state stands, in words; null when it may be edited. */
const LOCKED: Readonly<Record<PlanState, Label | null>> = {
  draft: null,
  adopted: {
    sv: 'Planen är antagen, så dess text kan inte ändras. Ändringar görs genom ett nytt beslut.',
    en: 'The plan is adopted, so its wording cannot change. Changes take a new decision.',
  },
  closed: { sv: 'Planen är avslutad och kan inte ändras.', en: 'The plan is closed and cannot change.' },
};

const NOT_EDITOR: Label = {
  sv: 'Bara en planerare i länet kan ändra planen.',
  en: 'Only a planner of the county can edit the plan.',
};

/** What an editor may do, sent with the resource so that page and API cannot disagree. */
export function lockOf(state: PlanState): Pick<Activity, 'mayEdit' | 'lockedReason'> {
  const mayEdit = isAllowed(currentSession().roles, 'plan.edit');
  const reason = LOCKED[state] ?? (mayEdit ? null : NOT_EDITOR);
  return { mayEdit: reason === null, lockedReason: reason?.[requestContext().locale] ?? '' };
}

/** Throws unless the person may edit plans and this one is a draft. */
export function assertEditable(state: PlanState): void {
  if (!isAllowed(currentSession().roles, 'plan.edit')) throw notAllowed('plan.edit');
  const reason = LOCKED[state];
  if (reason) throw refused(reason);
}
