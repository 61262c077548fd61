import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type CreateWorkPlanItemRequest,
  type CreateWorkPlanRequest,
  type Id,
  type Need,
  type UpdateWorkPlanItemRequest,
  type UpdateWorkPlanRequest,
  type Versioned,
  type WorkPlan,
  type WorkPlanList,
  type WorkPlanMaterial,
  type WorkPlanTransitionRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** What the pages of work plans read and write. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class WorkPlansApi {
  private readonly http = inject(HttpClient);

  list(slug: () => string): Read<WorkPlanList> {
    return httpResource<WorkPlanList>(() => paths.planWorkPlans(slug()));
  }

  plan(id: () => Id | undefined): Read<WorkPlan> {
    return httpResource<WorkPlan>(() => {
      const plan = id();
      return plan === undefined ? undefined : paths.workPlan(plan);
    });
  }

  /** Asked for while the plan is built, and by whoever builds it. */
  material(id: () => Id | undefined): Read<WorkPlanMaterial> {
    return httpResource<WorkPlanMaterial>(() => {
      const plan = id();
      return plan === undefined ? undefined : paths.workPlanMaterial(plan);
    });
  }

  create(slug: string, request: CreateWorkPlanRequest): Promise<WorkPlan> {
    return firstValueFrom(this.http.post<WorkPlan>(paths.planWorkPlans(slug), request));
  }

  update({ id, version }: Versioned, request: UpdateWorkPlanRequest): Promise<WorkPlan> {
    return firstValueFrom(this.http.patch<WorkPlan>(paths.workPlan(id), request, ifMatch(version)));
  }

  transition({ id, version }: Versioned, request: WorkPlanTransitionRequest): Promise<WorkPlan> {
    return firstValueFrom(this.http.post<WorkPlan>(paths.workPlanTransitions(id), request, ifMatch(version)));
  }

  async delete({ id, version }: Versioned): Promise<void> {
    await firstValueFrom(this.http.delete<unknown>(paths.workPlan(id), ifMatch(version)));
  }

  addItem(planId: Id, request: CreateWorkPlanItemRequest): Promise<WorkPlan> {
    return firstValueFrom(this.http.post<WorkPlan>(paths.workPlanItems(planId), request));
  }

  updateItem({ id, version }: Versioned, request: UpdateWorkPlanItemRequest): Promise<WorkPlan> {
    return firstValueFrom(this.http.patch<WorkPlan>(paths.workPlanItem(id), request, ifMatch(version)));
  }

  deleteItem({ id, version }: Versioned): Promise<WorkPlan> {
    return firstValueFrom(this.http.delete<WorkPlan>(paths.workPlanItem(id), ifMatch(version)));
  }

  putOrder({ id, version }: Versioned, itemIds: readonly Id[]): Promise<WorkPlan> {
    return firstValueFrom(this.http.put<WorkPlan>(paths.workPlanOrder(id), { itemIds }, ifMatch(version)));
  }

  decline({ id, version }: Need, reason: string): Promise<Need> {
    return firstValueFrom(
      this.http.post<Need>(paths.needTransitions(id), { transition: 'decline', reason }, ifMatch(version)),
    );
  }
}
