import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import { type History, type HistoryComparison, paths } from '@samhandling/contracts';

@Service()
export class HistoryApi {
  /** Call in an injection context. */
  history(entity: () => string, id: () => string, page: () => number): HttpResourceRef<History | undefined> {
    return httpResource<History>(() => `${paths.history(entity(), id())}?page=${String(page())}`);
  }

  /** Asks nothing while there are not two days. */
  comparison(
    entity: () => string,
    id: () => string,
    days: () => { readonly from: string; readonly to: string } | null,
  ): HttpResourceRef<HistoryComparison | undefined> {
    return httpResource<HistoryComparison>(() => {
      const asked = days();
      return asked ? `${paths.historyCompare(entity(), id())}?from=${asked.from}&to=${asked.to}` : undefined;
    });
  }
}
