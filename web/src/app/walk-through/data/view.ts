import type { ActionPoint, Decision, Lift, WalkThrough, WalkThroughItem } from '@samhandling/contracts';
import type { AgendaItemState } from '@samhandling/domain';
import type { CreateOperation, Fields, Operation, ThingOperation } from './operations.ts';
import type { Outbox } from './outbox.ts';
import { storedFollowUp, storedIn } from './stored.ts';

/** An item as it is seen here: what is stored, with what waits in the outbox laid over. */
export interface SeenItem {
  readonly item: WalkThroughItem;
  readonly note: string;
  readonly state: AgendaItemState;
  /** Empty when no round takes an answer. */
  readonly answer: Fields;
  /** Made here and not on the server yet. */
  readonly waiting: readonly (CreateOperation | ThingOperation)[];
  /** What a person must look at. */
  readonly held: readonly Operation[];
}

export function seenItem(item: WalkThroughItem, outbox: Outbox): SeenItem {
  const mine = outbox.filter(({ itemId }) => itemId === item.id);
  const changes = (resource: 'item' | 'followUp'): Fields =>
    Object.assign({}, ...mine.map((each) => (each.kind === 'patch' && each.resource === resource ? each.change : {})));
  const moves = mine.flatMap((each) => (each.kind === 'transition' && each.hold === null ? [each.to] : []));
  const note = changes('item')['note'];
  return {
    item,
    note: typeof note === 'string' ? note : item.note,
    state: moves.at(-1) ?? item.state,
    answer: { ...storedFollowUp(item)?.fields, ...changes('followUp') },
    waiting: mine.filter(
      (each): each is CreateOperation | ThingOperation => each.kind === 'create' || each.kind === 'thing',
    ),
    held: mine.filter(({ hold }) => hold !== null),
  };
}

/**
 * In the walk: what is on the agenda, and what the meeting itself has put aside. `seen`: what this page has had on the
 * agenda; after a reload, time or words under an item tell that it was up.
 */
export function walkedItems(walk: WalkThrough, seen: ReadonlySet<string>): readonly WalkThroughItem[] {
  return walk.items.filter(
    ({ id, number, state, secondsUsed, note }) =>
      state !== 'removed' && (number !== null || seen.has(id) || secondsUsed > 0 || note !== ''),
  );
}

/** A new reading, where nothing that came by an answer of a later version is set back. */
export function withReading(old: WalkThrough | null, read: WalkThrough): WalkThrough {
  if (!old) return read;
  const before = new Map(old.items.map((item) => [item.id, item]));
  const items = read.items.map((item) => {
    const known = before.get(item.id);
    return known && known.version > item.version ? known : item;
  });
  return { ...read, items };
}

/** What an answer says about an item, laid into what was read. The answer is JSON from outside. */
export function withAnswer(walk: WalkThrough, operation: Operation, body: unknown): WalkThrough {
  const items = walk.items.map((item) => (item.id === operation.itemId ? itemAfter(item, operation, body) : item));
  return { ...walk, items };
}

function itemAfter(item: WalkThroughItem, operation: Operation, body: unknown): WalkThroughItem {
  if (typeof body !== 'object' || body === null) return item;
  if (operation.kind === 'create') {
    switch (operation.what) {
      case 'decision':
        return { ...item, decisions: added(item.decisions, body as Decision) };
      case 'actionPoint':
        return { ...item, actionPoints: added(item.actionPoints, body as ActionPoint) };
      case 'lift':
        return { ...item, lifts: added(item.lifts, body as Lift) };
    }
  }
  if (operation.kind === 'patch' && operation.resource === 'followUp') {
    const stored = storedIn('followUp', body);
    const followUp = item.about?.followUp;
    if (!stored || !item.about || !followUp || stored.version < followUp.version) return item;
    return { ...item, about: { ...item.about, followUp: { ...followUp, ...stored.fields, version: stored.version } } };
  }
  if (operation.kind === 'thing' && operation.resource === 'lift') return { ...item, question: body as Lift };
  if (operation.kind === 'thing' || (operation.kind === 'patch' && operation.resource !== 'item')) {
    return {
      ...item,
      decisions: renewed(item.decisions, body as Decision),
      actionPoints: renewed(item.actionPoints, body as ActionPoint),
      lifts: renewed(item.lifts, body as Lift),
    };
  }
  const stored = storedIn('item', body);
  if (!stored || stored.version < item.version) return item;
  const { state, stateReason, postponedTo } = body as WalkThroughItem;
  return { ...item, ...stored.fields, version: stored.version, state, stateReason, postponedTo };
}

/** The words of what waits. */
export function waitingText(operation: Operation): string {
  switch (operation.kind) {
    case 'create':
      return 'text' in operation.body
        ? operation.body.text
        : 'question' in operation.body
          ? operation.body.question
          : '';
    case 'thing': {
      const { request } = operation;
      const words = 'doneText' in request ? request.doneText : 'answer' in request ? request.answer : '';
      const decided = 'decision' in request ? request.decision?.text : '';
      return [decided, words].filter(Boolean).join('\n');
    }
    case 'transition':
      return operation.request.reason ?? '';
    case 'patch':
      return Object.entries(operation.change)
        .flatMap(([name, value]) => (typeof value === 'string' && TEXTS.has(name) ? [value] : []))
        .join('\n');
  }
}

const TEXTS = new Set(['note', 'text', 'question', 'proposal', 'supportNeeded', 'cancelReason', 'cancelDecision']);

interface Known {
  readonly id: string;
  readonly version: number;
}

function added<Thing extends Known>(things: readonly Thing[], thing: Thing): readonly Thing[] {
  return things.some(({ id }) => id === thing.id) ? renewed(things, thing) : [...things, thing];
}

function renewed<Thing extends Known>(things: readonly Thing[], thing: Thing): readonly Thing[] {
  return things.map((each) => (each.id === thing.id && each.version <= thing.version ? thing : each));
}
