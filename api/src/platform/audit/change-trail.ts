import { AsyncLocalStorage } from 'node:async_hooks';

interface Trail {
  /** Id of the change recorded last. */
  last: string | null;
  /** The change that is being taken back, if any. */
  undoes: string | null;
}

const storage = new AsyncLocalStorage<Trail>();

/** One trail per request: which change it recorded, so that the answer can name it. */
export function withChangeTrail<Result>(body: () => Result): Result {
  return storage.run({ last: null, undoes: null }, body);
}

/** Told by whoever writes an audit row. Outside of a request nobody asks. */
export function noteChange(id: string): void {
  const trail = storage.getStore();
  if (trail) trail.last = id;
}

export function lastChange(): string | null {
  return storage.getStore()?.last ?? null;
}

/** While `body` runs, everything that is recorded is recorded as taking `changeId` back. */
export async function whileUndoing<Result>(changeId: string, body: () => Promise<Result>): Promise<Result> {
  return storage.run({ last: null, undoes: changeId }, body);
}

/** What an audit row says was done: the act itself, or that a change was undone, and which. */
export function recordedAs<Changes extends Readonly<Record<string, unknown>>>(
  action: string,
  changes: Changes,
): { readonly action: string; readonly changes: Readonly<Record<string, unknown>> } {
  const undoes = storage.getStore()?.undoes ?? null;
  return undoes === null ? { action, changes } : { action: 'undo', changes: { ...changes, undoes: { new: undoes } } };
}
