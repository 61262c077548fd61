import { HttpClient, HttpEventType, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type CompleteImportAnswer,
  type CreateImportRequest,
  type Id,
  type ImportListItem,
  type ImportReview,
  type OrganisationListItem,
  type UpdateImportRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom, last, tap } from 'rxjs';

type Read<Value> = HttpResourceRef<Value | undefined>;

/** The review as stored, which a stale save (412) is answered with. */
export function isImportReview(current: unknown): current is ImportReview {
  return typeof current === 'object' && current !== null && 'source' in current && 'actors' in current;
}

/** What the pages of an import read and write. Call the reading ones in an injection context. */
@Service()
export class ImportsApi {
  private readonly http = inject(HttpClient);

  list(): Read<readonly ImportListItem[]> {
    return httpResource<readonly ImportListItem[]>(() => paths.imports());
  }

  review(id: () => Id): Read<ImportReview> {
    return httpResource<ImportReview>(() => paths.import(id()));
  }

  organisations(): Read<readonly OrganisationListItem[]> {
    return httpResource<readonly OrganisationListItem[]>(() => paths.organisations());
  }

  fromText(request: CreateImportRequest): Promise<ImportReview> {
    return firstValueFrom(this.http.post<ImportReview>(paths.imports(), request));
  }

  /** `sent` is told how much has gone, 0 to 1; at 1 the server is reading. */
  async fromFile(file: File, planId: Id | null, sent: (share: number) => void): Promise<ImportReview> {
    const form = new FormData();
    if (planId !== null) form.set('planId', planId);
    form.set('file', file, file.name);
    const event = await firstValueFrom(
      this.http.post<ImportReview>(paths.importFile(), form, { observe: 'events', reportProgress: true }).pipe(
        tap((step) => {
          if (step.type === HttpEventType.UploadProgress && step.total) sent(step.loaded / step.total);
        }),
        last(),
      ),
    );
    if (event.type !== HttpEventType.Response || event.body === null)
      throw new Error('The upload ended without an answer.');
    return event.body;
  }

  update(id: Id, version: number, change: UpdateImportRequest): Promise<ImportReview> {
    return firstValueFrom(this.http.patch<ImportReview>(paths.import(id), change, ifMatch(version)));
  }

  complete(id: Id, version: number): Promise<CompleteImportAnswer> {
    return firstValueFrom(this.http.post<CompleteImportAnswer>(paths.importComplete(id), {}, ifMatch(version)));
  }

  discard(id: Id, version: number): Promise<ImportReview> {
    return firstValueFrom(this.http.post<ImportReview>(paths.importDiscard(id), {}, ifMatch(version)));
  }
}

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}
