import type { PlanOverview } from '@samhandling/contracts';
import { sumCounts } from '../shared/counts.ts';
import type { OverviewRow } from './overview.repository.ts';

export function toOverview({
  plan,
  round,
  rounds,
  answers,
  goals,
}: OverviewRow & { readonly plan: PlanOverview['plan'] }): PlanOverview {
  const counted = goals.map((goal) => ({ ...goal, counts: sumCounts(goal.areas.map((area) => area.counts)) }));
  return { plan, round, rounds, goals: counted, counts: sumCounts(counted.map((goal) => goal.counts)), answers };
}
