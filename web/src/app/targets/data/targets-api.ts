import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { type Id, type PutRoundTargetsRequest, type RoundTargets, paths } from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

@Service()
export class TargetsApi {
  private readonly http = inject(HttpClient);

  /** Call in an injection context. */
  targets(roundId: Id, indicatorId: Id): HttpResourceRef<RoundTargets | undefined> {
    return httpResource<RoundTargets>(() => paths.roundTargets(roundId, indicatorId));
  }

  /** Refused with the stored targets when they are not those of `version`. */
  put(roundId: Id, indicatorId: Id, version: number, request: PutRoundTargetsRequest): Promise<RoundTargets> {
    const headers = new HttpHeaders({ 'If-Match': `"${String(version)}"` });
    return firstValueFrom(this.http.put<RoundTargets>(paths.roundTargets(roundId, indicatorId), request, { headers }));
  }
}
