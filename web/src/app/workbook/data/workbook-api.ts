import { HttpClient, HttpEventType, type HttpResourceRef, type HttpResponse, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { type Id, type RoundList, type WorkbookAnswer, type WorkbookChoices, paths } from '@samhandling/contracts';
import { firstValueFrom, last, tap } from 'rxjs';

/** What the page of the workbook reads and sends. Call the reading ones in an injection context. */
@Service()
export class WorkbookApi {
  private readonly http = inject(HttpClient);

  rounds(slug: () => string): HttpResourceRef<RoundList | undefined> {
    return httpResource<RoundList>(() => paths.planRounds(slug()));
  }

  /** Null: the round is not known yet, and nothing is asked. */
  choices(round: () => Id | null): HttpResourceRef<WorkbookChoices | undefined> {
    return httpResource<WorkbookChoices>(() => {
      const id = round();
      return id === null ? undefined : paths.roundWorkbookOrganisations(id);
    });
  }

  file(round: Id, organisation: Id): Promise<HttpResponse<Blob>> {
    return firstValueFrom(
      this.http.get(paths.roundWorkbook(round), {
        params: { organisation },
        responseType: 'blob',
        observe: 'response',
      }),
    );
  }

  /** `sent` is told how much has gone, 0 to 1; at 1 the server is reading. A dry run saves nothing. */
  async send(round: Id, file: File, dryRun: boolean, sent: (share: number) => void): Promise<WorkbookAnswer> {
    const form = new FormData();
    form.set('file', file, file.name);
    const event = await firstValueFrom(
      this.http
        .post<WorkbookAnswer>(paths.roundWorkbook(round), form, {
          params: { dryRun },
          observe: 'events',
          reportProgress: true,
        })
        .pipe(
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
}
