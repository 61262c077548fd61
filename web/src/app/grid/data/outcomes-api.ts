import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type Id,
  type OutcomeGrid,
  type PutOutcomeAnswer,
  type PutOutcomeRequest,
  type PutOutcomesAnswer,
  type PutOutcomesRequest,
  type RoundPage,
  paths,
} from '@samhandling/contracts';
import type { Breakdown } from '@samhandling/domain';
import { firstValueFrom } from 'rxjs';

export interface GridQuery {
  readonly breakdown: Breakdown;
  readonly goal?: Id | undefined;
  readonly organisation?: Id | undefined;
  readonly activity?: Id | undefined;
}

/** Reading and writing outcomes. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class OutcomesApi {
  private readonly http = inject(HttpClient);

  /** The round's id, words, goals and organisations, by its address. */
  round(slug: () => string, label: () => string): HttpResourceRef<RoundPage | undefined> {
    return httpResource<RoundPage>(() => paths.planRound(slug(), label()));
  }

  /** Nothing is asked for while the round or the query is not known. */
  grid(roundId: () => Id | undefined, query: () => GridQuery | undefined): HttpResourceRef<OutcomeGrid | undefined> {
    return httpResource<OutcomeGrid>(() => {
      const id = roundId();
      const asked = query();
      if (id === undefined || asked === undefined) return undefined;
      const params = Object.fromEntries(
        Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
      return { url: paths.roundOutcomes(id), params };
    });
  }

  put(roundId: Id, indicatorId: Id, version: number, request: PutOutcomeRequest): Promise<PutOutcomeAnswer> {
    const headers = new HttpHeaders({ 'If-Match': `"${String(version)}"` });
    return firstValueFrom(
      this.http.put<PutOutcomeAnswer>(paths.roundOutcome(roundId, indicatorId), request, { headers }),
    );
  }

  putMany(roundId: Id, request: PutOutcomesRequest): Promise<PutOutcomesAnswer> {
    return firstValueFrom(this.http.put<PutOutcomesAnswer>(paths.roundOutcomes(roundId), request));
  }
}
