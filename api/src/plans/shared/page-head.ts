import type { PlanRef, RoundRef } from '@samhandling/contracts';
import type { Locale, PlanState, PlanWords } from '@samhandling/domain';
import { notFound } from '../../platform/http/problem-exception.ts';

export type PlanOfPage = PlanRef & { readonly state: PlanState; readonly words: Readonly<Record<Locale, PlanWords>> };

/** What every page of a plan begins with, as the query answers it. */
export interface PageHeadRow<Plan extends PlanRef = PlanOfPage> {
  readonly plan: Plan | null;
  readonly round: RoundRef | null;
  readonly rounds: readonly RoundRef[];
}

export function planNotFound(): Error {
  return notFound({
    sv: 'Planen finns inte, eller så har du inte tillgång till den.',
    en: 'The plan does not exist, or you have no access to it.',
  });
}

export function roundNotFound(): Error {
  return notFound({
    sv: 'Planen har ingen uppföljningsomgång med det namnet.',
    en: 'The plan has no follow-up round with that name.',
  });
}

/** The row when there is a plan and, if a round was asked for by its label, that round; else 404. */
export function found<Plan extends PlanRef, Row extends PageHeadRow<Plan>>(
  row: Row | undefined,
  label: string | undefined,
): Row & { readonly plan: Plan } {
  if (!row?.plan) throw planNotFound();
  if (label !== undefined && row.round === null) throw roundNotFound();
  return { ...row, plan: row.plan };
}
