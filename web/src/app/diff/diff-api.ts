import { type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import { type RoundDiff, paths } from '@samhandling/contracts';

@Service()
export class DiffApi {
  /** Call in an injection context. Empty `from` and `to` let the API choose. */
  diff(slug: () => string, from: () => string, to: () => string): HttpResourceRef<RoundDiff | undefined> {
    return httpResource<RoundDiff>(() => {
      const query = new URLSearchParams({ ...(from() && { from: from() }), ...(to() && { to: to() }) }).toString();
      return `${paths.planDiff(slug())}${query && `?${query}`}`;
    });
  }
}
