import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type FollowUpPage,
  type FollowUpTransitionRequest,
  type Id,
  type UpdateFollowUpRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

/** The page as stored, which a stale save (412) is answered with. */
export function isFollowUpPage(current: unknown): current is FollowUpPage {
  return typeof current === 'object' && current !== null && 'followUp' in current && 'neighbours' in current;
}

@Service()
export class FollowUpApi {
  private readonly http = inject(HttpClient);

  /** Call in an injection context. */
  page(id: () => Id): HttpResourceRef<FollowUpPage | undefined> {
    return httpResource<FollowUpPage>(() => paths.followUp(id()));
  }

  get(id: Id): Promise<FollowUpPage> {
    return firstValueFrom(this.http.get<FollowUpPage>(paths.followUp(id)));
  }

  update(id: Id, version: number, changes: UpdateFollowUpRequest): Promise<FollowUpPage> {
    return firstValueFrom(this.http.patch<FollowUpPage>(paths.followUp(id), changes, ifMatch(version)));
  }

  transition(id: Id, version: number, request: FollowUpTransitionRequest): Promise<FollowUpPage> {
    return firstValueFrom(this.http.post<FollowUpPage>(paths.followUpTransitions(id), request, ifMatch(version)));
  }
}

function ifMatch(version: number): { headers: HttpHeaders } {
  return { headers: new HttpHeaders({ 'If-Match': `"${String(version)}"` }) };
}
