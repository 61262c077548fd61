import { HttpErrorResponse } from '@angular/common/http';
import { PROBLEMS, type Problem, type ProblemCode } from '@samhandling/contracts';

/** A refused or failed request. Every error of our API reaches a page as this, whatever happened on the way. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'status' in body && 'type' in body;
}

function isCode(code: string): code is ProblemCode {
  return code in PROBLEMS;
}

function madeHere(status: number, code: ProblemCode, title: string, detail: string): Problem {
  return { type: `about:blank#${code}`, title, status, detail, code };
}

/** What to show for any thrown thing: the API's own words if there are some, otherwise what can be said honestly. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  // `httpResource` may wrap what was thrown.
  if (error instanceof Error && error.cause !== undefined && !(error instanceof HttpErrorResponse))
    return problemOf(error.cause);
  if (error instanceof HttpErrorResponse) {
    const body: unknown = typeof error.error === 'string' ? parsed(error.error) : error.error;
    if (isProblem(body)) return { ...body, code: body.code ?? codeOf(body) };
    if (error.status === 0) {
      return madeHere(
        0,
        'unavailable',
        $localize`:@@core.problem.offline:Ingen kontakt med tjänsten`,
        $localize`:@@core.problem.offlineDetail:Kontrollera nätet och försök igen. Har du skrivit något finns det kvar.`,
      );
    }
    return madeHere(
      error.status,
      error.status === 404 ? 'not_found' : error.status >= 500 ? 'internal' : 'rule',
      $localize`:@@core.problem.unexpected:Något gick fel`,
      $localize`:@@core.problem.status:Tjänsten svarade med felkod ${error.status}:status:. Försök igen om en stund.`,
    );
  }
  return madeHere(
    500,
    'internal',
    $localize`:@@core.problem.page:Något gick fel på sidan`,
    $localize`:@@core.problem.pageDetail:Ladda om sidan och försök igen. Det du har sparat finns kvar.`,
  );
}

function codeOf(problem: Problem): ProblemCode {
  const last = problem.type.split(/[/#]/).at(-1) ?? '';
  return isCode(last) ? last : 'internal';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
