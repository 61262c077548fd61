import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { NEEDS_LINK_HEADER, paths, type NeedsAnswerSaved, type NeedsAnswerSheet } from '@samhandling/contracts';
import type { NeedsAnswerValue } from '@samhandling/domain';
import { firstValueFrom } from 'rxjs';

/** The secret goes in a header of its own: in no address, no cookie and no log. */
@Service()
export class NeedsAnswerApi {
  private readonly http = inject(HttpClient);

  sheet(token: string): Promise<NeedsAnswerSheet> {
    return firstValueFrom(
      this.http.get<NeedsAnswerSheet>(paths.needsAnswer(), { headers: { [NEEDS_LINK_HEADER]: token } }),
    );
  }

  save(token: string, version: number, answers: readonly NeedsAnswerValue[]): Promise<NeedsAnswerSaved> {
    return firstValueFrom(
      this.http.put<NeedsAnswerSaved>(
        paths.needsAnswer(),
        { answers },
        { headers: { [NEEDS_LINK_HEADER]: token, 'If-Match': `"${String(version)}"` } },
      ),
    );
  }
}
