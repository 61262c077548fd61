import { Service, inject, signal } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';
import type { Problem } from '@samhandling/contracts';
import { problemOf } from './problem.ts';

/** Why a page could not be opened at all: no contact, or a part of the page that is gone after a new release. */
@Service()
export class NavigationProblem {
  private readonly last = signal<Problem | null>(null);
  readonly current = this.last.asReadonly();

  keep(error: unknown): void {
    this.last.set(problemOf(error));
  }
}

/** Shows the problem in place of the page and leaves the address as it was, so that reloading tries again. */
export function onNavigationError(error: NavigationError): RedirectCommand {
  inject(NavigationProblem).keep(error.error);
  return new RedirectCommand(inject(Router).parseUrl('/fel'), { skipLocationChange: true });
}
