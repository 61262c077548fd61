import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type GoalJudgementItem,
  type Id,
  type Round,
  type RoundInput,
  type RoundList,
  type RoundPage,
  type RoundTransitionRequest,
  type UpdateGoalJudgementRequest,
  type UpdateRoundRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

/** Call the reading ones in an injection context: they follow their signals. */
@Service()
export class RoundsApi {
  private readonly http = inject(HttpClient);

  list(slug: () => string): HttpResourceRef<RoundList | undefined> {
    return httpResource<RoundList>(() => paths.planRounds(slug()));
  }

  page(slug: () => string, label: () => string): HttpResourceRef<RoundPage | undefined> {
    return httpResource<RoundPage>(() => paths.planRound(slug(), label()));
  }

  create(slug: string, round: RoundInput): Promise<Round> {
    return firstValueFrom(this.http.post<Round>(paths.planRounds(slug), round));
  }

  update(id: Id, version: number, changes: UpdateRoundRequest): Promise<Round> {
    return firstValueFrom(this.http.patch<Round>(paths.round(id), changes, ifMatch(version)));
  }

  transition(id: Id, version: number, request: RoundTransitionRequest): Promise<Round> {
    return firstValueFrom(this.http.post<Round>(paths.roundTransitions(id), request, ifMatch(version)));
  }

  judge(id: Id, version: number, changes: UpdateGoalJudgementRequest): Promise<GoalJudgementItem> {
    return firstValueFrom(this.http.patch<GoalJudgementItem>(paths.goalJudgement(id), changes, ifMatch(version)));
  }
}

function ifMatch(version: number): { headers: HttpHeaders } {
  return { headers: new HttpHeaders({ 'If-Match': `"${String(version)}"` }) };
}
