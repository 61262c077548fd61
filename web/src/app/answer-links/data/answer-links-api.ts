import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type AnswerLink,
  type AnswerLinkList,
  type AnswerLinkUse,
  type CreateAnswerLinkRequest,
  type CreatedAnswerLink,
  type Id,
  type RoundPage,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

/** Call the reading ones in an injection context: they follow their signals. */
@Service()
export class AnswerLinksApi {
  private readonly http = inject(HttpClient);

  round(slug: () => string, label: () => string): HttpResourceRef<RoundPage | undefined> {
    return httpResource<RoundPage>(() => paths.planRound(slug(), label()));
  }

  list(roundId: () => Id | undefined): HttpResourceRef<AnswerLinkList | undefined> {
    return httpResource<AnswerLinkList>(() => {
      const id = roundId();
      return id === undefined ? undefined : paths.roundAnswerLinks(id);
    });
  }

  uses(id: Id): Promise<readonly AnswerLinkUse[]> {
    return firstValueFrom(this.http.get<readonly AnswerLinkUse[]>(paths.answerLinkUses(id)));
  }

  create(roundId: Id, request: CreateAnswerLinkRequest): Promise<CreatedAnswerLink> {
    return firstValueFrom(this.http.post<CreatedAnswerLink>(paths.roundAnswerLinks(roundId), request));
  }

  revoke(id: Id, reason: string): Promise<AnswerLink> {
    return firstValueFrom(this.http.post<AnswerLink>(paths.answerLinkRevoke(id), { reason }));
  }
}
