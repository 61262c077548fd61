import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type Commitment,
  type Organisation,
  type OrganisationInput,
  type OrganisationListItem,
  type UpdateOrganisationRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;

/** What the organisation pages read and write. Call the reading ones in an injection context. */
@Service()
export class OrganisationsApi {
  private readonly http = inject(HttpClient);

  list(): Read<readonly OrganisationListItem[]> {
    return httpResource<readonly OrganisationListItem[]>(() => paths.organisations());
  }

  commitment(id: () => string, round: () => string | undefined): Read<Commitment> {
    return httpResource<Commitment>(() => ({ url: paths.commitment(id()), params: roundParam(round()) }));
  }

  create(request: OrganisationInput): Promise<Organisation> {
    return firstValueFrom(this.http.post<Organisation>(paths.organisations(), request));
  }

  update(id: string, version: number, request: UpdateOrganisationRequest): Promise<Organisation> {
    const headers = { 'If-Match': `"${String(version)}"` };
    return firstValueFrom(this.http.patch<Organisation>(paths.organisation(id), request, { headers }));
  }
}

function roundParam(round: string | undefined): Record<string, string> {
  return round ? { round } : {};
}
