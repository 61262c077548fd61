import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type MailLog,
  type MailPreference,
  type MailPreview,
  type MailSettings,
  type OptOutAnswer,
  type OrganisationContact,
  type OutboxMail,
  type SendMailAnswer,
  type UpdateMailSettingsRequest,
  paths,
} from '@samhandling/contracts';
import type { DigestChoice } from '@samhandling/domain';
import { firstValueFrom } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;

/** What the pages about mail read and write. Call the reading ones in an injection context. */
@Service()
export class MailApi {
  private readonly http = inject(HttpClient);

  settings(): Read<MailSettings> {
    return httpResource<MailSettings>(() => paths.mailSettings());
  }

  preview(): Read<MailPreview> {
    return httpResource<MailPreview>(() => paths.mailPreview());
  }

  log(query: () => Record<string, string>): Read<MailLog> {
    return httpResource<MailLog>(() => ({ url: paths.mailLog(), params: query() }));
  }

  outbox(): Read<readonly OutboxMail[]> {
    return httpResource<readonly OutboxMail[]>(() => paths.mailOutbox());
  }

  preference(): Read<MailPreference> {
    return httpResource<MailPreference>(() => paths.mailPreference());
  }

  updateSettings(version: number, patch: UpdateMailSettingsRequest): Promise<MailSettings> {
    return firstValueFrom(this.http.patch<MailSettings>(paths.mailSettings(), patch, ifMatch(version)));
  }

  send(): Promise<SendMailAnswer> {
    return firstValueFrom(this.http.post<SendMailAnswer>(paths.mailSend(), {}));
  }

  updatePreference(version: number, digest: DigestChoice): Promise<MailPreference> {
    return firstValueFrom(this.http.patch<MailPreference>(paths.mailPreference(), { digest }, ifMatch(version)));
  }

  optOut(token: string): Promise<OptOutAnswer> {
    return firstValueFrom(this.http.post<OptOutAnswer>(paths.mailOptOut(), { token }));
  }

  putContact(organisationId: string, version: number, personId: string | null): Promise<OrganisationContact> {
    const path = paths.organisationContact(organisationId);
    return firstValueFrom(this.http.put<OrganisationContact>(path, { personId }, ifMatch(version)));
  }

  opened(id: string): Promise<unknown> {
    return firstValueFrom(this.http.post(paths.mailOpened(id), {}));
  }
}

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}
