import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type RecordCheck,
  type RecordLog,
  type Retention,
  type RetentionClass,
  type RoundRegistration,
  type UpdateRetentionClassRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

/** What the log and the page about retention read and write. Call the reading ones in an injection context. */
@Service()
export class RecordApi {
  private readonly http = inject(HttpClient);

  log(query: () => Record<string, string>): HttpResourceRef<RecordLog | undefined> {
    return httpResource<RecordLog>(() => ({ url: paths.record(), params: query() }));
  }

  retention(): HttpResourceRef<Retention | undefined> {
    return httpResource<Retention>(() => paths.retention());
  }

  check(): Promise<RecordCheck> {
    return firstValueFrom(this.http.post<RecordCheck>(paths.recordChecks(), {}));
  }

  updateClass({ id, version }: RetentionClass, patch: UpdateRetentionClassRequest): Promise<RetentionClass> {
    return firstValueFrom(this.http.patch<RetentionClass>(paths.retentionClass(id), patch, ifMatch(version)));
  }

  putRegistration({ roundId, version }: RoundRegistration, recordsNumber: string): Promise<RoundRegistration> {
    const path = paths.roundRegistration(roundId);
    return firstValueFrom(this.http.put<RoundRegistration>(path, { recordsNumber }, ifMatch(version)));
  }
}

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}
