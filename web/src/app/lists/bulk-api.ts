import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { type BulkAnswer, type BulkRequest, type ReporterList, paths } from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

@Service()
export class BulkApi {
  private readonly http = inject(HttpClient);

  change(roundId: string, request: BulkRequest): Promise<BulkAnswer> {
    return firstValueFrom(this.http.post<BulkAnswer>(paths.roundBulk(roundId), request));
  }

  reporters(roundId: string): Promise<ReporterList> {
    return firstValueFrom(this.http.get<ReporterList>(paths.roundReporters(roundId)));
  }
}
