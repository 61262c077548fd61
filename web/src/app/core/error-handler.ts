import { ErrorHandler, Service, inject, isDevMode } from '@angular/core';
import { Messages } from './messages.ts';
import { ProblemError, problemOf } from './problem.ts';

/** Errors nobody caught are shown, never swallowed: a page that silently does nothing is worse than one that says so. */
@Service()
export class ShowErrors implements ErrorHandler {
  private readonly messages = inject(Messages);

  handleError(error: unknown): void {
    const cause = error instanceof Error && error.cause instanceof ProblemError ? error.cause : error;
    if (isMissingPart(cause)) {
      this.messages.fail(
        $localize`:@@core.error.newVersion:Samhandling har uppdaterats. Ladda om sidan för att fortsätta.`,
      );
    } else {
      const problem = problemOf(cause);
      this.messages.fail(problem.detail ? `${problem.title}. ${problem.detail}` : problem.title);
    }
    if (isDevMode()) reportError(cause);
  }
}

/** A lazy part of the page is gone after a new release. */
function isMissingPart(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|Importing a module script failed/i.test(error.message);
}
