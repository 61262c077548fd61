import { HttpClient, type HttpEvent, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { type ReportFormat, type RoundList, paths } from '@samhandling/contracts';
import type { CountyReport } from '@samhandling/report-model';
import type { Observable } from 'rxjs';

/** What the report page reads. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class ReportsApi {
  private readonly http = inject(HttpClient);

  /** The rounds of the plan with their frozen versions. */
  rounds(slug: () => string): HttpResourceRef<RoundList | undefined> {
    return httpResource<RoundList>(() => paths.planRounds(slug()));
  }

  /** Null for the round: not known yet, and nothing is asked. Null for the version: what is in force now. */
  report(round: () => string | null, version: () => number | null): HttpResourceRef<CountyReport | undefined> {
    return httpResource<CountyReport>(() => {
      const id = round();
      return id === null ? undefined : { url: paths.roundReport(id), params: versionParam(version()) };
    });
  }

  /** One of the report's files, with its progress on the way. */
  file(round: string, format: ReportFormat, version: number | null): Observable<HttpEvent<Blob>> {
    return this.http.get(paths.roundReportFile(round, format), {
      params: versionParam(version),
      responseType: 'blob',
      observe: 'events',
      reportProgress: true,
    });
  }
}

function versionParam(version: number | null): Record<string, number> {
  return version === null ? {} : { version };
}
