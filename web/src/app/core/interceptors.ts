import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { injectLocale } from '@samhandling/ui';
import { catchError, from, switchMap, tap, throwError } from 'rxjs';
import { isOurs } from './our-api.ts';
import { ProblemError, problemOf } from './problem.ts';
import { ASKS_ABOUT_SESSION, Session } from './session.ts';
import { SignInAgain } from './sign-in-again.ts';
import { Undo } from './undo.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Cookies, language, and the CSRF token on everything that changes something; what changed is noted for undo. Only to our own API. */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isOurs(request.url)) return next(request);
  const token = inject(Session).csrfToken();
  let headers = request.headers.set('Accept-Language', injectLocale());
  // A page with a token of its own, as the one opened by a link, has set it already.
  if (!SAFE.has(request.method) && token !== '' && !headers.has('X-CSRF-Token'))
    headers = headers.set('X-CSRF-Token', token);
  const undo = inject(Undo);
  return next(request.clone({ headers, withCredentials: true })).pipe(
    tap((event) => {
      if (event instanceof HttpResponse && !SAFE.has(request.method)) undo.note(event);
    }),
  );
};

/** Every failure of our API becomes a `ProblemError`, so that pages never look at status codes or bodies. */
export const problemInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse) || !isOurs(request.url)) return throwError(() => error);
      // Where a file was asked for, the words of a refusal come as a file too.
      const body: unknown = error.error;
      if (!(body instanceof Blob)) return throwError(() => new ProblemError(problemOf(error)));
      const read = body.text().then((text) => new HttpErrorResponse({ status: error.status, error: text }));
      return from(read).pipe(switchMap((known) => throwError(() => new ProblemError(problemOf(known)))));
    }),
  );

/**
 * A session that ran out while somebody worked: ask to sign in on top of the page, which keeps its place and its
 * text, then send the same request again. Refusing leaves the 401 to the page.
 */
export const lostSessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isOurs(request.url) || request.context.get(ASKS_ABOUT_SESSION)) return next(request);
  const session = inject(Session);
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((error: unknown) => {
      const problem = problemOf(error);
      // The token changed, as when the person signed in again in another tab: fetch the new one and try once more.
      if (problem.code === 'csrf') return from(session.refresh()).pipe(switchMap(() => next(request)));
      // Other refusals with 401 are about a password or a code that was sent, and belong at its field.
      if (problem.code !== 'not_signed_in' || !session.signedIn()) return throwError(() => error);
      return from(injector.get(SignInAgain).ask()).pipe(
        switchMap((again) => (again ? next(request) : throwError(() => error))),
      );
    }),
  );
};
