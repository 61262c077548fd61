import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type AssignReportersAnswer,
  type AssignReportersRequest,
  type CreateReporterRequest,
  type FollowUpResponses,
  type Handover,
  type HandoverAnswer,
  type HandoverPreview,
  type HandoverRequest,
  type Id,
  type OrganisationListItem,
  type ParticipationSheet,
  type PutParticipationAnswer,
  type PutParticipationRequest,
  type PutResponseRequest,
  type Reporter,
  type ReporterList,
  type RoundList,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;

/** What is answered together. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class TogetherApi {
  private readonly http = inject(HttpClient);

  /** The plan with its rounds; a page that knows only a label finds its round here. */
  rounds(slug: () => string): Read<RoundList> {
    return httpResource<RoundList>(() => paths.planRounds(slug()));
  }

  reporters(roundId: () => Id | undefined, rotate: () => boolean): Read<ReporterList> {
    return httpResource<ReporterList>(() => {
      const id = roundId();
      return id === undefined ? undefined : `${paths.roundReporters(id)}${rotate() ? '?rotate=true' : ''}`;
    });
  }

  assign(roundId: Id, request: AssignReportersRequest): Promise<AssignReportersAnswer> {
    return firstValueFrom(this.http.post<AssignReportersAnswer>(paths.roundReporters(roundId), request));
  }

  /** Everybody who may report in the county. */
  people(): Read<readonly Reporter[]> {
    return httpResource<readonly Reporter[]>(() => paths.reporters());
  }

  organisations(): Read<readonly OrganisationListItem[]> {
    return httpResource<readonly OrganisationListItem[]>(() => paths.organisations());
  }

  createReporter(request: CreateReporterRequest): Promise<Reporter> {
    return firstValueFrom(this.http.post<Reporter>(paths.reporters(), request));
  }

  participation(roundId: () => Id | undefined): Read<ParticipationSheet> {
    return httpResource<ParticipationSheet>(() => {
      const id = roundId();
      return id === undefined ? undefined : paths.roundParticipation(id);
    });
  }

  putParticipation(roundId: Id, request: PutParticipationRequest): Promise<PutParticipationAnswer> {
    return firstValueFrom(this.http.put<PutParticipationAnswer>(paths.roundParticipation(roundId), request));
  }

  respond(
    followUpId: Id,
    organisationId: Id,
    version: number,
    request: PutResponseRequest,
  ): Promise<FollowUpResponses> {
    const path = paths.followUpResponse(followUpId, organisationId);
    return firstValueFrom(this.http.put<FollowUpResponses>(path, request, ifMatch(version)));
  }

  takeBackResponse(followUpId: Id, organisationId: Id, version: number): Promise<FollowUpResponses> {
    const path = paths.followUpResponse(followUpId, organisationId);
    return firstValueFrom(this.http.delete<FollowUpResponses>(path, ifMatch(version)));
  }

  handovers(): Read<readonly Handover[]> {
    return httpResource<readonly Handover[]>(() => paths.handovers());
  }

  /** Null while the two are not chosen. A question, though it is asked with POST. */
  preview(request: () => HandoverRequest | null): Read<HandoverPreview> {
    return httpResource<HandoverPreview>(() => {
      const body = request();
      return body === null ? undefined : { url: paths.handoverPreview(), method: 'POST', body };
    });
  }

  handOver(request: HandoverRequest): Promise<HandoverAnswer> {
    return firstValueFrom(this.http.post<HandoverAnswer>(paths.handovers(), request));
  }

  undoHandover(id: Id, version: number): Promise<HandoverAnswer> {
    return firstValueFrom(this.http.post<HandoverAnswer>(paths.handoverUndo(id), {}, ifMatch(version)));
  }
}

function ifMatch(version: number): { headers: HttpHeaders } {
  return { headers: new HttpHeaders({ 'If-Match': `"${String(version)}"` }) };
}
