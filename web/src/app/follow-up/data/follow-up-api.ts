import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type FollowUp,
  type FollowUpPage,
  type FollowUpTransitionRequest,
  type Id,
  type UpdateFollowUpRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

/** The follow-up in an answer: some answers are the whole page, some the follow-up alone. */
export function followUpIn(answer: FollowUp | FollowUpPage): FollowUp {
  return 'followUp' in answer ? answer.followUp : answer;
}

/** The stored follow-up that a stale save (412) is answered with, or null when it is not there. */
export function storedFollowUp(current: unknown): FollowUp | null {
  if (typeof current !== 'object' || current === null) return null;
  const followUp: unknown = 'followUp' in current ? current.followUp : current;
  return isFollowUp(followUp) ? followUp : null;
}

function isFollowUp(value: unknown): value is FollowUp {
  return typeof value === 'object' && value !== null && 'version' in value && 'done' in value && 'state' in value;
}

@Service()
export class FollowUpApi {
  private readonly http = inject(HttpClient);

  /** Call in an injection context. */
  page(id: () => Id): HttpResourceRef<FollowUpPage | undefined> {
    return httpResource<FollowUpPage>(() => paths.followUp(id()));
  }

  async update(id: Id, version: number, changes: UpdateFollowUpRequest): Promise<FollowUp> {
    const request = this.http.patch<FollowUp | FollowUpPage>(paths.followUp(id), changes, ifMatch(version));
    return followUpIn(await firstValueFrom(request));
  }

  async transition(id: Id, version: number, request: FollowUpTransitionRequest): Promise<FollowUp> {
    const path = paths.followUpTransitions(id);
    const answer = this.http.post<FollowUp | FollowUpPage>(path, request, ifMatch(version));
    return followUpIn(await firstValueFrom(answer));
  }
}

function ifMatch(version: number): { headers: HttpHeaders } {
  return { headers: new HttpHeaders({ 'If-Match': `"${String(version)}"` }) };
}
