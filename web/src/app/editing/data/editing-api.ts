import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type AreaInput,
  type GoalInput,
  type Id,
  type Indicator,
  type MoveRequest,
  type Organisation,
  type OrganisationInput,
  type OrganisationListItem,
  type Plan,
  type PlanStructure,
  type StructureActivity,
  type StructureArea,
  type StructureGoal,
  type UpdateActivityRequest,
  type UpdateIndicatorRequest,
  type UpdatePlanRequest,
  type Versioned,
  paths,
} from '@samhandling/contracts';
import type { PlanTransitionName } from '@samhandling/domain';
import { firstValueFrom } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;
export type ElementKind = MoveRequest['kind'];

const PATH: Readonly<Record<ElementKind, (id: Id) => string>> = {
  goal: paths.goal,
  area: paths.area,
  activity: paths.activity,
  indicator: paths.indicator,
};

/** What the editor reads and writes. Call the reading ones in an injection context. */
@Service()
export class EditingApi {
  private readonly http = inject(HttpClient);

  structure(slug: () => string): Read<PlanStructure> {
    return httpResource<PlanStructure>(() => paths.planStructure(slug()));
  }

  readStructure(slug: string): Promise<PlanStructure> {
    return firstValueFrom(this.http.get<PlanStructure>(paths.planStructure(slug)));
  }

  organisations(): Read<readonly OrganisationListItem[]> {
    return httpResource<readonly OrganisationListItem[]>(() => paths.organisations());
  }

  addOrganisation(request: OrganisationInput): Promise<Organisation> {
    return firstValueFrom(this.http.post<Organisation>(paths.organisations(), request));
  }

  updatePlan(slug: string, version: number, request: UpdatePlanRequest): Promise<Plan> {
    return firstValueFrom(this.http.patch<Plan>(paths.plan(slug), request, ifMatch(version)));
  }

  transition(slug: string, version: number, transition: PlanTransitionName): Promise<Plan> {
    return firstValueFrom(this.http.post<Plan>(paths.planTransitions(slug), { transition }, ifMatch(version)));
  }

  move(slug: string, orderVersion: number, request: MoveRequest): Promise<PlanStructure> {
    return firstValueFrom(this.http.post<PlanStructure>(paths.planOrder(slug), request, ifMatch(orderVersion)));
  }

  addGoal(slug: string, request: GoalInput): Promise<StructureGoal> {
    return firstValueFrom(this.http.post<StructureGoal>(paths.planGoals(slug), request));
  }

  addArea(request: AreaInput): Promise<StructureArea> {
    return firstValueFrom(this.http.post<StructureArea>(paths.areas(), request));
  }

  addActivity(areaId: Id, text: string): Promise<StructureActivity> {
    return firstValueFrom(this.http.post<StructureActivity>(paths.activities(), { areaId, text }));
  }

  addIndicator(activityId: Id, text: string): Promise<Indicator> {
    return firstValueFrom(this.http.post<Indicator>(paths.indicators(), { activityId, text }));
  }

  updateGoal(id: Id, version: number, request: Partial<GoalInput>): Promise<StructureGoal> {
    return firstValueFrom(this.http.patch<StructureGoal>(paths.goal(id), request, ifMatch(version)));
  }

  updateArea(id: Id, version: number, request: { readonly title?: string }): Promise<StructureArea> {
    return firstValueFrom(this.http.patch<StructureArea>(paths.area(id), request, ifMatch(version)));
  }

  updateActivity(id: Id, version: number, request: UpdateActivityRequest): Promise<StructureActivity> {
    return firstValueFrom(this.http.patch<StructureActivity>(paths.activity(id), request, ifMatch(version)));
  }

  updateIndicator(id: Id, version: number, request: UpdateIndicatorRequest): Promise<Indicator> {
    return firstValueFrom(this.http.patch<Indicator>(paths.indicator(id), request, ifMatch(version)));
  }

  remove(kind: ElementKind, element: Versioned): Promise<void> {
    return firstValueFrom(this.http.delete<void>(PATH[kind](element.id), ifMatch(element.version)));
  }
}

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}
