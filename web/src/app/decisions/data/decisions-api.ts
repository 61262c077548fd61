import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type ActionPoint,
  type ActionPointTransitionRequest,
  type ActivityMeetings,
  type Decision,
  type DecisionInput,
  type DecisionTransitionRequest,
  type GroupChoices,
  type Id,
  type Lift,
  type LiftTransitionRequest,
  type Register,
  type RegisterFilter,
  type Undertakings,
  type UpdateDecisionRequest,
  type UpdateLiftRequest,
  type Versioned,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';
import { filterParams } from './register-query.ts';

type Read<Value> = HttpResourceRef<Value | undefined>;

function ifMatch({ version }: Versioned): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** Decisions and action points, wherever they are shown. Call the reading ones in an injection context. */
@Service()
export class DecisionsApi {
  private readonly http = inject(HttpClient);

  register(filter: () => RegisterFilter): Read<Register> {
    return httpResource<Register>(() => ({ url: paths.decisions(), params: filterParams(filter()) }));
  }

  decision(id: () => string): Read<Decision> {
    return httpResource<Decision>(() => paths.decision(id()));
  }

  lift(id: () => string): Read<Lift> {
    return httpResource<Lift>(() => paths.lift(id()));
  }

  ofActivity(id: () => string): Read<ActivityMeetings> {
    return httpResource<ActivityMeetings>(() => paths.activityMeetings(id()));
  }

  ofOrganisation(id: () => string): Read<Undertakings> {
    return httpResource<Undertakings>(() => paths.organisationUndertakings(id()));
  }

  mine(): Read<Undertakings> {
    return httpResource<Undertakings>(() => paths.undertakings());
  }

  /** Nothing is asked for until somebody is to choose. */
  choices(plan: () => string | undefined): Read<GroupChoices> {
    return httpResource<GroupChoices>(() => {
      const slug = plan();
      return slug === undefined ? undefined : { url: paths.groupChoices(), params: { plan: slug } };
    });
  }

  createBetween(groupId: Id, input: DecisionInput): Promise<Decision> {
    return firstValueFrom(this.http.post<Decision>(paths.groupDecisions(groupId), input));
  }

  update(decision: Versioned, request: UpdateDecisionRequest): Promise<Decision> {
    return firstValueFrom(this.http.patch<Decision>(paths.decision(decision.id), request, ifMatch(decision)));
  }

  transition(decision: Versioned, request: DecisionTransitionRequest): Promise<Decision> {
    return firstValueFrom(this.http.post<Decision>(paths.decisionTransitions(decision.id), request, ifMatch(decision)));
  }

  updateLift(lift: Versioned, request: UpdateLiftRequest): Promise<Lift> {
    return firstValueFrom(this.http.patch<Lift>(paths.lift(lift.id), request, ifMatch(lift)));
  }

  transitionLift(lift: Versioned, request: LiftTransitionRequest): Promise<Lift> {
    return firstValueFrom(this.http.post<Lift>(paths.liftTransitions(lift.id), request, ifMatch(lift)));
  }

  transitionPoint(point: Versioned, request: ActionPointTransitionRequest): Promise<ActionPoint> {
    return firstValueFrom(this.http.post<ActionPoint>(paths.actionPointTransitions(point.id), request, ifMatch(point)));
  }
}
