import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
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

  put(roundId: Id, indicatorId: Id, request: PutRoundTargetsRequest): Promise<RoundTargets> {
    return firstValueFrom(this.http.put<RoundTargets>(paths.roundTargets(roundId, indicatorId), request));
  }
}
