import fc from 'fast-check';
import { type Operation, type PatchOperation, isOperation } from './operations.ts';
import {
  type Outbox,
  acted,
  answerFound,
  answered,
  learned,
  made,
  moved,
  nextToSend,
  refused,
  retried,
  sending,
  settled,
  transitionStale,
  written,
} from './outbox.ts';

const STALE = { title: 'Ändrad', detail: 'Någon annan har ändrat.' };
const note = (itemId: string, text: string) =>
  ({ resource: 'item', targetId: itemId, itemId, change: { note: text } }) as const;
const stored = (version: number, text: string) => ({ version, fields: { note: text, secondsUsed: 0 } });
const patchOf = (outbox: Outbox): PatchOperation => {
  const found = outbox.find((each): each is PatchOperation => each.kind === 'patch');
  if (!found) throw new Error('No change waits.');
  return found;
};

describe('what is written', () => {
  it('is one change for each thing, with the text it began from', () => {
    let outbox = written([], note('a', 'F'), stored(3, ''));
    outbox = written(outbox, note('b', 'annat'), stored(1, ''));
    outbox = written(outbox, note('a', 'Fyra träffar'), stored(3, ''));
    expect(outbox).toHaveLength(2);
    expect(outbox[0]).toMatchObject({ id: 'item/a', version: 3, base: { note: '' }, change: { note: 'Fyra träffar' } });
  });

  it('is nothing when it is written back before anything was sent', () => {
    const outbox = written(written([], note('a', 'F'), stored(3, '')), note('a', ''), stored(3, ''));
    expect(outbox).toEqual([]);
  });

  it('goes on from the answer, with what was written meanwhile', () => {
    const first = sending(written([], note('a', 'Fyra'), stored(3, '')), 'item/a');
    const inFlight = patchOf(first);
    const more = written(first, note('a', 'Fyra träffar'), stored(3, ''));
    expect(patchOf(answered(more, inFlight, stored(4, 'Fyra')))).toMatchObject({
      version: 4,
      base: { note: 'Fyra' },
      change: { note: 'Fyra träffar' },
      sent: [],
    });
    expect(answered(first, inFlight, stored(4, 'Fyra'))).toEqual([]);
  });
});

describe('a clash', () => {
  const clashed = learned(
    sending(written([], note('a', 'Min text'), stored(3, 'Först')), 'item/a'),
    'item',
    'a',
    stored(4, 'Annas text'),
  );

  it('is held with both texts, and is not sent', () => {
    expect(patchOf(clashed).hold).toMatchObject({ why: 'clash', theirs: { note: 'Annas text' }, version: 4 });
    expect(nextToSend(clashed)).toBeNull();
  });

  it('keeps what is written on, and is settled by a choice', () => {
    const more = written(clashed, note('a', 'Min text igen'), stored(4, 'Annas text'));
    expect(patchOf(more).hold).not.toBeNull();
    expect(settled(more, 'item/a', { note: 'Annas text' })).toEqual([]);
    const mine = settled(more, 'item/a', { note: 'Min text igen' });
    expect(nextToSend(mine)).toMatchObject({
      version: 4,
      base: { note: 'Annas text' },
      change: { note: 'Min text igen' },
    });
  });

  it('is none when another field has moved, when it is stored already, or when it is my own lost answer', () => {
    const mine = sending(written([], note('a', 'Min'), stored(3, 'Först')), 'item/a');
    expect(patchOf(learned(mine, 'item', 'a', stored(5, 'Först')))).toMatchObject({ version: 5, hold: null });
    expect(learned(mine, 'item', 'a', stored(4, 'Min'))).toEqual([]);
    const more = written(mine, note('a', 'Min text'), stored(3, 'Först'));
    expect(patchOf(learned(more, 'item', 'a', stored(4, 'Min')))).toMatchObject({
      version: 4,
      hold: null,
      base: { note: 'Min' },
    });
  });

  it('is never about the time on screen: the larger sum stands', () => {
    const seconds = (count: number) =>
      written([], { resource: 'item', targetId: 'a', itemId: 'a', change: { secondsUsed: count } }, stored(3, ''));
    const theirs = { version: 4, fields: { note: '', secondsUsed: 40 } };
    expect(learned(seconds(30), 'item', 'a', theirs)).toEqual([]);
    expect(patchOf(learned(seconds(60), 'item', 'a', theirs))).toMatchObject({ version: 4, hold: null });
  });

  it('is not made of a reading older than what is known', () => {
    const outbox = written([], note('a', 'Min'), stored(5, 'Ny'));
    expect(learned(outbox, 'item', 'a', stored(4, 'Gammal'))).toEqual(outbox);
  });
});

describe('a transition', () => {
  const waits = moved([], 'a', { transition: 'treat' }, { version: 2, state: 'waiting' }, 't1');

  it('follows the versions that come, and is not asked for twice', () => {
    expect(moved(waits, 'a', { transition: 'treat' }, { version: 2, state: 'waiting' }, 't2')).toEqual(waits);
    expect(learned(waits, 'item', 'a', stored(6, ''))[0]).toMatchObject({ version: 6 });
  });

  it('is done, tried anew, or held, as the item stands', () => {
    expect(transitionStale(waits, 't1', { version: 3, state: 'treated' }, STALE)).toEqual([]);
    expect(transitionStale(waits, 't1', { version: 3, state: 'waiting' }, STALE)[0]).toMatchObject({
      version: 3,
      hold: null,
    });
    expect(transitionStale(waits, 't1', { version: 3, state: 'parked' }, STALE)[0]).toMatchObject({
      hold: { why: 'refused' },
    });
  });

  it('can be changed to another before and after it is sent', () => {
    const parked = moved(waits, 'a', { transition: 'park', reason: 'x' }, { version: 2, state: 'waiting' }, 't2');
    expect(parked.map((each) => each.kind === 'transition' && [each.from, each.to])).toEqual([
      ['waiting', 'treated'],
      ['treated', 'parked'],
    ]);
  });
});

describe('an answer to a lift', () => {
  const request = { transition: 'answer', agendaItemId: 'a', decision: { text: 'Ja, från 2027.' } } as const;
  const waits = acted([], 'a', {
    resource: 'lift',
    targetId: 'l',
    version: 1,
    from: 'waiting',
    to: 'answered',
    request,
  });

  it('that was lost on the way back is done, and somebody else’s is not taken for it', () => {
    expect(answerFound(waits, 'l', 'Ja, från 2027.')).toEqual([]);
    expect(answerFound(waits, 'l', 'Nej.')).toEqual(waits);
    expect(answerFound(waits, 'other', 'Ja, från 2027.')).toEqual(waits);
  });
});

describe('a refusal', () => {
  it('is kept with why, lets the others by, and is sent again when asked for', () => {
    let outbox = made([], 'decision', 'a', { text: '' }, 'k1');
    outbox = made(outbox, 'decision', 'a', { text: 'Ja' }, 'k2');
    outbox = refused(outbox, 'k1', { title: 'Går inte', detail: 'Texten saknas.' });
    expect(nextToSend(outbox)?.id).toBe('k2');
    expect(nextToSend(retried(outbox, 'k1'))?.id).toBe('k1');
  });
});

describe('what was kept in the browser', () => {
  it('is taken back as it was, and nothing else is', () => {
    const outbox = made(
      moved(
        written([], note('a', 'x'), stored(1, '')),
        'a',
        { transition: 'treat' },
        { version: 1, state: 'waiting' },
        't',
      ),
      'lift',
      'a',
      { question: 'Får vi?' },
      'k',
    );
    for (const operation of outbox) {
      const kept: unknown = JSON.parse(JSON.stringify(operation));
      expect(isOperation(kept)).toBe(true);
      expect(isOperation({ ...operation, kind: 'other' })).toBe(false);
    }
    expect(isOperation(null)).toBe(false);
    expect(isOperation({ id: 'a', order: 1, itemId: 'a', hold: null, kind: 'create' })).toBe(false);
  });
});

/** As the API: a version for each item, a key for each thing made. */
class Server {
  readonly items = new Map<string, { version: number; note: string; state: 'waiting' | 'treated' }>();
  readonly made = new Map<string, string>();
  creations = 0;

  item(id: string) {
    const item = this.items.get(id) ?? { version: 1, note: '', state: 'waiting' as const };
    this.items.set(id, item);
    return item;
  }

  /** Null when it was done; otherwise what is stored (412). */
  take(operation: Operation): { version: number; note: string; state: 'waiting' | 'treated' } | null {
    if (operation.kind === 'create') {
      if (!this.made.has(operation.key)) {
        this.creations += 1;
        this.made.set(operation.key, 'text' in operation.body ? operation.body.text : '');
      }
      return null;
    }
    const item = this.item(operation.itemId);
    if (item.version !== operation.version) return item;
    const next =
      operation.kind === 'patch'
        ? { ...item, note: String(operation.change['note']), version: item.version + 1 }
        : { ...item, state: 'treated' as const, version: item.version + 1 };
    this.items.set(operation.itemId, next);
    return null;
  }
}

type Step =
  | { readonly do: 'type'; readonly item: string; readonly text: string }
  | { readonly do: 'create' }
  | { readonly do: 'treat'; readonly item: string }
  | {
      readonly do: 'send' | 'lose request' | 'lose answer' | 'write while it is sent';
      readonly item: string;
      readonly text: string;
    }
  | { readonly do: 'reload' }
  | { readonly do: 'read' };

const itemId = fc.constantFrom('a', 'b', 'c');
const text = fc.string({ maxLength: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('type' as const), item: itemId, text }),
  fc.record({ do: fc.constant('create' as const) }),
  fc.record({ do: fc.constant('treat' as const), item: itemId }),
  fc.record({
    do: fc.constantFrom(
      'send' as const,
      'lose request' as const,
      'lose answer' as const,
      'write while it is sent' as const,
    ),
    item: itemId,
    text,
  }),
  fc.record({ do: fc.constant('reload' as const) }),
  fc.record({ do: fc.constant('read' as const) }),
);

/** The page: what it was told last, and its outbox. */
class Client {
  outbox: Outbox = [];
  known = new Map<string, { version: number; note: string; state: 'waiting' | 'treated' }>();
  readonly last = new Map<string, string>();
  readonly treated = new Set<string>();
  keys = 0;

  constructor(private readonly server: Server) {
    this.read();
  }

  read(): void {
    for (const id of ['a', 'b', 'c']) this.hear(id, this.server.item(id));
  }

  hear(id: string, item: { version: number; note: string; state: 'waiting' | 'treated' }): void {
    this.known.set(id, item);
    this.outbox = learned(this.outbox, 'item', id, stored(item.version, item.note));
  }

  type(item: string, words: string): void {
    const known = this.known.get(item);
    if (!known) throw new Error('Not read.');
    this.last.set(item, words);
    this.outbox = written(this.outbox, note(item, words), stored(known.version, known.note));
  }

  send(how: Extract<Step, { readonly do: 'send' | 'lose request' | 'lose answer' | 'write while it is sent' }>): void {
    const operation = nextToSend(this.outbox);
    if (!operation) return;
    this.outbox = sending(this.outbox, operation.id);
    const sent = this.outbox.find(({ id }) => id === operation.id) ?? operation;
    if (how.do === 'lose request') return;
    const stale = this.server.take(sent);
    if (how.do === 'lose answer') return;
    if (how.do === 'write while it is sent') this.type(how.item, how.text);
    if (stale) {
      this.hear(sent.itemId, stale);
      if (sent.kind === 'transition') this.outbox = transitionStale(this.outbox, sent.id, stale, STALE);
      return;
    }
    const now = this.server.item(sent.itemId);
    this.outbox = answered(this.outbox, sent, stored(now.version, now.note));
    if (sent.kind !== 'create') this.hear(sent.itemId, now);
  }
}

function run(steps: readonly Step[], server: Server, client: Client): void {
  for (const each of steps) {
    switch (each.do) {
      case 'type':
        client.type(each.item, each.text);
        break;
      case 'create':
        client.keys += 1;
        client.outbox = made(client.outbox, 'decision', 'a', { text: String(client.keys) }, `key-${client.keys}`);
        break;
      case 'treat': {
        const known = client.known.get(each.item);
        if (!known) break;
        client.treated.add(each.item);
        client.outbox = moved(
          client.outbox,
          each.item,
          { transition: 'treat' },
          known,
          `t-${client.outbox.length}-${each.item}`,
        );
        break;
      }
      case 'reload': {
        const kept: unknown = JSON.parse(JSON.stringify(client.outbox));
        client.outbox = Array.isArray(kept) ? kept.filter(isOperation) : [];
        client.read();
        break;
      }
      case 'read':
        client.read();
        break;
      default:
        client.send(each);
    }
  }
  // The connection holds from here on.
  for (let left = 200; left > 0 && nextToSend(client.outbox); left -= 1)
    client.send({ do: 'send', item: 'a', text: '' });
  void server;
}

describe('whatever happens between typing and the last answer', () => {
  it('each thing is made exactly once, and the last text of each note stands', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const server = new Server();
        const client = new Client(server);
        run(steps, server, client);
        expect(client.outbox).toEqual([]);
        expect(server.creations).toBe(client.keys);
        expect([...server.made.values()].sort()).toEqual(
          Array.from({ length: client.keys }, (_, at) => String(at + 1)).sort(),
        );
        for (const [id, words] of client.last) expect(server.item(id).note).toBe(words);
        for (const id of client.treated) expect(server.item(id).state).toBe('treated');
      }),
      { numRuns: 500 },
    );
  });

  it('somebody else’s text is never written over: either it stands and mine is held, or mine was written after it was seen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.array(step, { maxLength: 30 }), (before, after) => {
        const server = new Server();
        const client = new Client(server);
        for (const each of before) if (each.do !== 'read') run1(each, client);
        const theirs = server.item('a');
        server.items.set('a', { ...theirs, note: 'ANNAS', version: theirs.version + 1 });
        const waiting = client.outbox.some(({ id }) => id === 'item/a');
        run(
          after
            .filter((each) => !('item' in each && each.item === 'a' && each.do === 'type'))
            .filter((each) => each.do !== 'write while it is sent'),
          server,
          client,
        );
        expect(server.item('a').note).toBe('ANNAS');
        const mine = client.outbox.find(({ id }) => id === 'item/a');
        expect(mine !== undefined).toBe(waiting);
        if (mine?.kind === 'patch') expect(mine.change['note']).toBe(client.last.get('a'));
      }),
      { numRuns: 300 },
    );
  });
});

function run1(each: Step, client: Client): void {
  if (each.do === 'type') client.type(each.item, each.text);
  if (each.do === 'send' || each.do === 'lose request') client.send(each);
}
