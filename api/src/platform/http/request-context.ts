import { AsyncLocalStorage } from 'node:async_hooks';
import type { HeldRole, Locale, Permission } from '@samhandling/domain';

/** Who is asking, as the session says. */
export interface RequestSession {
  /** The name its owner sees it by. Left out where there is no account behind, as with an answer link. */
  readonly sessionId?: string;
  readonly personId: string;
  readonly personName: string;
  readonly countyId: string;
  readonly roles: readonly HeldRole[];
  readonly permissions: readonly Permission[];
  readonly csrfToken: string;
}

/** Where a request may read from; see database/replica.ts. */
export interface Reading {
  /** False from the first thing the request reads from, or writes to, the primary: time does not go backwards. */
  mayUseReplica: boolean;
  /** What the reader has written lies before this place in the database's log, so a replica must have come so far. */
  readonly after: string | null;
  /** Told where in the log this request's own writing ends. */
  readonly wrote: (place: string) => void;
}

export interface RequestContext {
  readonly requestId: string;
  readonly locale: Locale;
  /** Set by whoever learns that the request comes another way than the page: an answer link, a file. */
  source: 'web' | 'cli' | 'system' | 'link' | 'import';
  session: RequestSession | null;
  /** Absent where there is no replica, and in jobs and commands. */
  readonly reading?: Reading;
}

const storage = new AsyncLocalStorage<RequestContext>();
const NOBODY: RequestContext = { requestId: '', locale: 'sv', source: 'system', session: null };

export function requestContext(): RequestContext {
  return storage.getStore() ?? NOBODY;
}

export function withRequestContext<Result>(context: RequestContext, body: () => Result): Result {
  return storage.run(context, body);
}

/** The session of the request; a handler that asks without being guarded is a mistake of ours, not of the caller. */
export function currentSession(): RequestSession {
  const { session } = requestContext();
  if (!session) throw new Error('No session in this context.');
  return session;
}
