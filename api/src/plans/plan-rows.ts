import { newId } from '../platform/database/ids.ts';
import { COMBINATION_OF_KIND } from './indicator-defaults.ts';
import type { PlanProposal, ProposedActivity } from './plan-proposal.ts';

interface Child {
  readonly id: string;
  readonly plan_id: string;
}

/** The rows of every table a plan fills, named as the columns are. Positions count from 0 within the parent. */
export interface PlanRows {
  readonly goals: (Child & {
    readonly position: number;
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
    readonly tips: readonly string[];
  })[];
  readonly areas: (Child & {
    readonly goal_id: string;
    readonly position: number;
    readonly number: string;
    readonly title: string;
  })[];
  readonly activities: (Child & {
    readonly goal_id: string;
    readonly area_id: string;
    readonly position: number;
    readonly number: number;
    readonly text: string;
    readonly responsible_group_id: string | null;
    readonly open_ended: boolean;
  })[];
  readonly actors: (Child & {
    readonly activity_id: string;
    readonly organisation_id: string;
    readonly role: string;
    readonly position: number;
  })[];
  readonly indicators: (Child & { readonly text: string; readonly kind: string })[];
  readonly links: (Child & {
    readonly activity_id: string;
    readonly indicator_id: string;
    readonly position: number;
  })[];
}

export function rowsOf(planId: string, proposal: PlanProposal): PlanRows {
  const rows: PlanRows = { goals: [], areas: [], activities: [], actors: [], indicators: [], links: [] };
  const own = (): Child => ({ id: newId(), plan_id: planId });
  for (const [position, { number, code, title, tips, areas }] of proposal.goals.entries()) {
    const goal = { ...own(), position, number, code, title, tips };
    rows.goals.push(goal);
    for (const [areaPosition, area] of areas.entries()) {
      const areaRow = { ...own(), goal_id: goal.id, position: areaPosition, number: area.number, title: area.title };
      rows.areas.push(areaRow);
      for (const [activityPosition, activity] of area.activities.entries()) {
        const activityRow = {
          ...own(),
          goal_id: goal.id,
          area_id: areaRow.id,
          position: activityPosition,
          number: activity.number,
          text: activity.text,
          responsible_group_id: activity.responsibleGroupId,
          open_ended: activity.openEnded,
        };
        rows.activities.push(activityRow);
        addActors(rows, own, activityRow.id, activity);
        addIndicators(rows, own, activityRow.id, activity);
      }
    }
  }
  return rows;
}

/** An organisation named twice in one list is one actor, at its first place. */
function addActors(rows: PlanRows, own: () => Child, activityId: string, activity: ProposedActivity): void {
  for (const [role, ids] of [
    ['responsible', activity.responsibleIds],
    ['partner', activity.partnerIds],
  ] as const) {
    for (const [position, organisationId] of [...new Set(ids)].entries()) {
      rows.actors.push({ ...own(), activity_id: activityId, organisation_id: organisationId, role, position });
    }
  }
}

function addIndicators(rows: PlanRows, own: () => Child, activityId: string, activity: ProposedActivity): void {
  for (const [position, indicator] of activity.indicators.entries()) {
    const { combinePlaces, combinePeriods } = COMBINATION_OF_KIND[indicator.kind];
    const row = { ...own(), ...indicator, combine_places: combinePlaces, combine_periods: combinePeriods };
    rows.indicators.push(row);
    rows.links.push({ ...own(), activity_id: activityId, indicator_id: row.id, position });
  }
}
