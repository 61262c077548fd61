import { HttpClient, type HttpEvent, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { PAPER_KINDS, type PaperFormat, type PaperKind, paths } from '@samhandling/contracts';
import type { Paper } from '@samhandling/report-model';
import type { Observable } from 'rxjs';

/** Papers to read and to save. Call `paper` in an injection context: it follows its signals. */
@Service()
export class PapersApi {
  private readonly http = inject(HttpClient);

  paper(kind: () => PaperKind, subjectId: () => string): HttpResourceRef<Paper | undefined> {
    return httpResource<Paper>(() => paths.paper(kind(), subjectId()));
  }

  file(kind: PaperKind, subjectId: string, format: PaperFormat): Observable<HttpEvent<Blob>> {
    return this.http.get(paths.paperFile(kind, subjectId, format), {
      responseType: 'blob',
      observe: 'events',
      reportProgress: true,
    });
  }
}

export function isPaperKind(value: string): value is PaperKind {
  return PAPER_KINDS.some((kind) => kind === value);
}
