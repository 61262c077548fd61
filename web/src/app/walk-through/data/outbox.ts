import type {
  ActionPointInput,
  AgendaItemTransitionRequest,
  DecisionInput,
  Id,
  LiftInput,
} from '@samhandling/contracts';
import type { AgendaItemState } from '@samhandling/domain';
import {
  type Create,
  type Fields,
  type Operation,
  type PatchOperation,
  type Resource,
  type ThingOperation,
  TRANSITION_TO,
  type TransitionOperation,
} from './operations.ts';

/**
 * What has been written in a meeting and is not on the server, in the order it is to be sent (ADR 21). Plain functions on
 * a list: whatever happens to the network, the tab or the answers, each thing is made once and the last text is what stands.
 */
export type Outbox = readonly Operation[];

/** As the server tells it: version and the fields that can be written. */
export interface Stored {
  readonly version: number;
  readonly fields: Fields;
}

export interface Written {
  readonly resource: Resource;
  readonly targetId: Id;
  readonly itemId: Id;
  readonly change: Fields;
  readonly along?: Fields;
}

/** Puts a change of fields in the outbox, together with what already waits for the same thing. */
export function written(
  outbox: Outbox,
  { resource, targetId, itemId, change, along = {} }: Written,
  stored: Stored,
): Outbox {
  const id = `${resource}/${targetId}`;
  const waiting = outbox.find((each): each is PatchOperation => each.kind === 'patch' && each.id === id);
  if (!waiting) {
    const base = pick(stored.fields, Object.keys(change));
    if (same(base, change)) return outbox;
    const operation: PatchOperation = {
      kind: 'patch',
      id,
      order: nextOrder(outbox),
      itemId,
      hold: null,
      resource,
      targetId,
      base,
      change,
      along,
      version: stored.version,
      sent: [],
    };
    return [...outbox, operation];
  }
  // Somebody who writes on after a refusal has read it: it is tried anew. A clash stands until it is settled.
  const hold = waiting.hold?.why === 'refused' ? null : waiting.hold;
  const newNames = Object.keys(change).filter((name) => !(name in waiting.base));
  const next: PatchOperation = {
    ...waiting,
    hold,
    base: { ...waiting.base, ...pick(stored.fields, newNames) },
    change: { ...waiting.change, ...change },
    along: { ...waiting.along, ...along },
  };
  // Written back to what it was, with nothing on its way: there is nothing to send.
  if (next.sent.length === 0 && hold === null && same(next.base, next.change)) return without(outbox, id);
  return replaced(outbox, next);
}

export function moved(
  outbox: Outbox,
  itemId: Id,
  request: AgendaItemTransitionRequest,
  stored: { readonly version: number; readonly state: AgendaItemState },
  id: string,
): Outbox {
  const to = TRANSITION_TO[request.transition];
  const before = outbox.findLast(
    (each): each is TransitionOperation => each.kind === 'transition' && each.itemId === itemId,
  );
  const from = before?.hold === null ? before.to : stored.state;
  if (from === to) return outbox;
  const kept = before?.hold ? without(outbox, before.id) : outbox;
  const operation: TransitionOperation = {
    kind: 'transition',
    id,
    order: nextOrder(outbox),
    itemId,
    hold: null,
    from,
    to,
    request,
    version: stored.version,
  };
  return [...kept, operation];
}

/** Something done with what the item is about: one for each, and the latest words are what is sent. */
export function acted(
  outbox: Outbox,
  itemId: Id,
  thing: Pick<ThingOperation, 'resource' | 'targetId' | 'version' | 'from' | 'to' | 'request'>,
): Outbox {
  const id = `thing/${thing.targetId}`;
  return [...without(outbox, id), { kind: 'thing', id, order: nextOrder(outbox), itemId, hold: null, ...thing }];
}

/** `key` both names the operation here and the intention on the server. */
export function made(
  outbox: Outbox,
  what: Create,
  itemId: Id,
  body: DecisionInput | ActionPointInput | LiftInput,
  key: string,
): Outbox {
  return [...outbox, { kind: 'create', id: key, order: nextOrder(outbox), itemId, hold: null, what, key, body }];
}

/** What to send now: the first that nobody must look at. Two for the same thing go one after the other. */
export function nextToSend(outbox: Outbox): Operation | null {
  return [...outbox].sort((one, other) => one.order - other.order).find(({ hold }) => hold === null) ?? null;
}

/** Noted before it goes out: if the answer is lost, the server may or may not have this. */
export function sending(outbox: Outbox, id: string): Outbox {
  return changed(outbox, id, (operation) =>
    operation.kind !== 'patch' || operation.sent.some((sent) => same(sent, operation.change))
      ? operation
      : { ...operation, sent: [...operation.sent, operation.change] },
  );
}

/** The server did it. What was written since it was sent stays, and starts from what is stored now. */
export function answered(outbox: Outbox, sent: Operation, stored: Stored | null): Outbox {
  if (sent.kind !== 'patch' || stored === null) return without(outbox, sent.id);
  return changed(outbox, sent.id, (operation) => {
    if (operation.kind !== 'patch') return operation;
    const left = Object.keys(operation.change).filter((name) => operation.change[name] !== sent.change[name]);
    if (left.length === 0) return null;
    return {
      ...operation,
      version: stored.version,
      base: { ...pick(sent.change, left), ...pick(stored.fields, left) },
      change: pick(operation.change, left),
      sent: [],
    };
  });
}

/**
 * What is stored now has come, with an answer, a reading or a refusal (412). Operations on the same thing go on from
 * there where nobody else has touched their fields, and are held as a clash where somebody has.
 */
export function learned(outbox: Outbox, resource: Resource, targetId: Id, stored: Stored): Outbox {
  return outbox.flatMap((operation) => {
    if (operation.kind === 'patch' && operation.resource === resource && operation.targetId === targetId) {
      const next = rebased(operation, stored);
      return next ? [next] : [];
    }
    if (operation.kind === 'transition' && resource === 'item' && operation.itemId === targetId)
      return [{ ...operation, version: Math.max(operation.version, stored.version) }];
    if (operation.kind === 'thing' && operation.resource === resource && operation.targetId === targetId)
      return [{ ...operation, version: Math.max(operation.version, stored.version) }];
    return [operation];
  });
}

/** The answer to a stale transition: done already, to be tried from the new version, or somebody else has moved it. */
export function transitionStale(
  outbox: Outbox,
  id: string,
  stored: { readonly version: number; readonly state: string },
  words: { readonly title: string; readonly detail: string },
): Outbox {
  return changed(outbox, id, (operation) => {
    if (operation.kind !== 'transition' && operation.kind !== 'thing') return operation;
    if (stored.state === operation.to) return null;
    if (stored.state === operation.from) return { ...operation, version: stored.version };
    return { ...operation, hold: { why: 'refused', ...words } };
  });
}

/** A lift turns out to be answered just as it says here: the answer to an earlier sending was lost, and it is done. */
export function answerFound(outbox: Outbox, liftId: Id, decided: string): Outbox {
  return outbox.filter((operation) => {
    if (operation.kind !== 'thing' || operation.resource !== 'lift' || operation.targetId !== liftId) return true;
    const { request } = operation;
    return !('decision' in request) || request.decision?.text !== decided;
  });
}

/** The server will not do this as it stands. It is kept, with why. */
export function refused(
  outbox: Outbox,
  id: string,
  words: { readonly title: string; readonly detail: string },
): Outbox {
  return changed(outbox, id, (operation) => ({ ...operation, hold: { why: 'refused', ...words } }));
}

/** A person has looked at a refusal and wants it sent once more. */
export function retried(outbox: Outbox, id: string): Outbox {
  return changed(outbox, id, (operation) =>
    operation.hold?.why === 'refused' ? { ...operation, hold: null } : operation,
  );
}

/** The pen is taken: what was refused while somebody else had it is tried again. */
export function retriedAll(outbox: Outbox, itemIds: ReadonlySet<Id>): Outbox {
  return outbox.map((operation) =>
    operation.hold?.why === 'refused' && itemIds.has(operation.itemId) ? { ...operation, hold: null } : operation,
  );
}

/** A person has chosen what is to stand in some of the fields. The operation goes on when no field is left to choose. */
export function settled(outbox: Outbox, id: string, fields: Fields): Outbox {
  return changed(outbox, id, (operation) => {
    if (operation.kind !== 'patch' || operation.hold?.why !== 'clash') return operation;
    const { theirs, version, fields: asked } = operation.hold;
    const chosen = { ...operation.change, ...fields };
    const open = asked.filter((name) => !(name in fields));
    if (open.length > 0) return { ...operation, change: chosen, hold: { ...operation.hold, fields: open } };
    const left = Object.keys(chosen).filter((name) => chosen[name] !== theirs[name]);
    if (left.length === 0) return null;
    return { ...operation, version, base: pick(theirs, left), change: pick(chosen, left), sent: [], hold: null };
  });
}

export function without(outbox: Outbox, id: string): Outbox {
  return outbox.filter((operation) => operation.id !== id);
}

/**
 * Null when all of it is stored already. Time on screen is no text: the larger sum is the true one, so it never clashes.
 */
function rebased(operation: PatchOperation, stored: Stored): PatchOperation | null {
  if (operation.hold?.why === 'clash' && operation.hold.version >= stored.version) return operation;
  if (stored.version < operation.version) return operation;
  const differing = Object.keys(operation.change).filter((name) => {
    const theirs = stored.fields[name];
    const mine = operation.change[name];
    return name === 'secondsUsed' ? Number(theirs) < Number(mine) : theirs !== mine;
  });
  if (differing.length === 0) return null;
  const fields = differing.filter((name) => {
    const theirs = stored.fields[name];
    if (name === 'secondsUsed' || theirs === operation.base[name]) return false;
    return !operation.sent.some((sent) => sent[name] === theirs);
  });
  if (fields.length > 0)
    return { ...operation, hold: { why: 'clash', theirs: stored.fields, version: stored.version, fields } };
  return {
    ...operation,
    version: stored.version,
    base: pick(stored.fields, differing),
    change: pick(operation.change, differing),
    // What went out with an older version can no longer arrive.
    sent: stored.version > operation.version ? [] : operation.sent,
    hold: operation.hold?.why === 'clash' ? null : operation.hold,
  };
}

function changed(outbox: Outbox, id: string, next: (operation: Operation) => Operation | null): Outbox {
  return outbox.flatMap((operation) => {
    if (operation.id !== id) return [operation];
    const result = next(operation);
    return result ? [result] : [];
  });
}

function replaced(outbox: Outbox, next: Operation): Outbox {
  return outbox.map((operation) => (operation.id === next.id ? next : operation));
}

function nextOrder(outbox: Outbox): number {
  return Math.max(1, ...outbox.map(({ order }) => order + 1));
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}

function same(one: Fields, other: Fields): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
