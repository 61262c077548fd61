import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type ActivityList,
  type ActivityPage,
  type CreatePlanRequest,
  type GoalPage,
  type OutcomeGrid,
  type Plan,
  type PlanListItem,
  type PlanOverview,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';
import { type ListQuery, filterOf } from './list-query.ts';

type Read<Value> = HttpResourceRef<Value | undefined>;
type ParamValue = string | number | readonly (string | number)[];

/** What the plan pages read and write. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class PlansApi {
  private readonly http = inject(HttpClient);

  plans(): Read<readonly PlanListItem[]> {
    return httpResource<readonly PlanListItem[]>(() => paths.plans());
  }

  create(request: CreatePlanRequest): Promise<Plan> {
    return firstValueFrom(this.http.post<Plan>(paths.plans(), request));
  }

  overview(slug: () => string, round: () => string | undefined): Read<PlanOverview> {
    return httpResource<PlanOverview>(() => ({ url: paths.planOverview(slug()), params: roundParam(round()) }));
  }

  goal(slug: () => string, goalId: () => string, round: () => string | undefined): Read<GoalPage> {
    return httpResource<GoalPage>(() => ({ url: paths.planGoal(slug(), goalId()), params: roundParam(round()) }));
  }

  activities(slug: () => string, query: () => ListQuery): Read<ActivityList> {
    return httpResource<ActivityList>(() => {
      const params: Record<string, ParamValue> = { ...filterOf(query()) };
      return { url: paths.planActivities(slug()), params };
    });
  }

  /** Outcomes of an activity by municipality as anybody may see them, for comparison. Null: nothing is asked yet. */
  municipalities(round: () => string | null, activity: () => string): Read<OutcomeGrid> {
    return httpResource<OutcomeGrid>(() => {
      const id = round();
      if (id === null) return undefined;
      return {
        url: paths.roundOutcomes(id),
        params: { breakdown: 'municipality', activity: activity(), protected: true },
      };
    });
  }

  activity(slug: () => string, area: () => string, number: () => string): Read<ActivityPage> {
    return httpResource<ActivityPage>(() => paths.planActivity(slug(), area(), number()));
  }
}

function roundParam(round: string | undefined): Record<string, string> {
  return round ? { round } : {};
}
