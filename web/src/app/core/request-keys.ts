import { HttpResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { tap } from 'rxjs';
import { isOurs } from './our-api.ts';
import { problemOf } from './problem.ts';
import { ASKS_ABOUT_SESSION } from './session.ts';

/** Answers after which nobody knows whether it was done, or which came before it was tried. */
const OPEN_ENDED = new Set([0, 401, 403, 408, 425, 429]);

/**
 * The keys of what was sent and is not settled. Pressing the button again after a lost connection is the same intention,
 * so it goes with the same key, and the server does it once.
 */
@Service()
export class RequestKeys {
  private readonly kept = new Map<string, string>();

  of(intention: string): string {
    const key = this.kept.get(intention) ?? crypto.randomUUID();
    this.kept.set(intention, key);
    return key;
  }

  settle(intention: string): void {
    this.kept.delete(intention);
  }
}

/** `Idempotency-Key` on all that is posted to our API. Outermost, so that a request sent again after signing in keeps its key. */
export const keyInterceptor: HttpInterceptorFn = (request, next) => {
  // Signing in twice is no harm, and a password is not kept for the sake of a key.
  if (request.method !== 'POST' || !isOurs(request.url) || request.context.get(ASKS_ABOUT_SESSION))
    return next(request);
  const keys = inject(RequestKeys);
  const intention = intentionOf(request);
  return next(request.clone({ setHeaders: { 'Idempotency-Key': keys.of(intention) } })).pipe(
    tap({
      next: (event) => event instanceof HttpResponse && keys.settle(intention),
      error: (error: unknown) => {
        const { status } = problemOf(error);
        if (status < 500 && !OPEN_ENDED.has(status)) keys.settle(intention);
      },
    }),
  );
};

function intentionOf({ urlWithParams, body }: HttpRequest<unknown>): string {
  const parts =
    body instanceof FormData
      ? [...body].map(([name, value]) =>
          value instanceof File ? [name, value.name, value.size, value.lastModified] : [name, value],
        )
      : body;
  return `${urlWithParams} ${JSON.stringify(parts)}`;
}
