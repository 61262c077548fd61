import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '../../core/session.ts';
import { someSession, useHttp } from '../../core/testing.ts';
import { made, moved, retried, written } from './outbox.ts';
import { WalkOutbox } from './walk-outbox.ts';

const ITEM = '/api/v1/agenda-items/item-1';
const DECISIONS = `${ITEM}/decisions`;

function open(): { net: HttpTestingController; outbox: WalkOutbox } {
  const net = useHttp();
  TestBed.inject(Session).take(someSession);
  const outbox = TestBed.inject(WalkOutbox);
  outbox.resume();
  return { net, outbox };
}

function note(outbox: WalkOutbox, text: string, version = 3): void {
  const change = { resource: 'item', targetId: 'item-1', itemId: 'item-1', change: { note: text } } as const;
  outbox.update((all) => written(all, change, { version, fields: { note: '', secondsUsed: 0 } }));
}

const decide = (outbox: WalkOutbox, key: string): void =>
  outbox.update((all) => made(all, 'decision', 'item-1', { text: 'Vi gör så' }, key), 0);

/** The next request, when the time set aside for gathering letters or waiting has passed. */
async function sent(net: HttpTestingController, url: string, after = 700): Promise<TestRequest> {
  await jest.advanceTimersByTimeAsync(after);
  return net.expectOne(url);
}

const flush = (): Promise<void> => jest.advanceTimersByTimeAsync(0);
const offline = (request: TestRequest): void =>
  request.error(new ProgressEvent('error'), { status: 0, statusText: '' });

describe('WalkOutbox', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('keeps each letter at once, and sends them together with the version they began from', async () => {
    const { net, outbox } = open();
    note(outbox, 'F');
    note(outbox, 'Fy');
    expect(JSON.stringify(localStorage)).toContain('Fy');
    const request = await sent(net, ITEM);
    expect(request.request.method).toBe('PATCH');
    expect(request.request.body).toEqual({ note: 'Fy' });
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    request.flush({ id: 'item-1', version: 4, note: 'Fy', secondsUsed: 0, state: 'waiting' });
    await flush();
    expect(outbox.operations()).toEqual([]);
    expect(JSON.stringify(localStorage)).not.toContain('Fy');
    net.verify();
  });

  it('sends again with the same key until there is an answer, with growing pauses', async () => {
    const { net, outbox } = open();
    decide(outbox, 'key-1');
    offline(await sent(net, DECISIONS, 0));
    await flush();
    expect(outbox.offline()).toBe(true);
    offline(await sent(net, DECISIONS, 1_000));
    await flush();
    await jest.advanceTimersByTimeAsync(1_000);
    net.expectNone(DECISIONS);
    const third = await sent(net, DECISIONS, 1_000);
    expect(third.request.headers.get('Idempotency-Key')).toBe('key-1');
    third.flush({ id: 'd', version: 1 });
    await flush();
    expect(outbox.offline()).toBe(false);
    expect(outbox.operations()).toEqual([]);
  });

  it('takes up after a reload what the page before left behind, in its order', async () => {
    const first = open();
    note(first.outbox, 'Kvar');
    decide(first.outbox, 'key-1');
    TestBed.resetTestingModule();
    const { net, outbox } = open();
    expect(outbox.operations().map(({ id }) => id)).toEqual(['item/item-1', 'key-1']);
    (await sent(net, ITEM, 0)).flush({ id: 'item-1', version: 4, note: 'Kvar', secondsUsed: 0, state: 'waiting' });
    await flush();
    (await sent(net, DECISIONS, 0)).flush({ id: 'd', version: 1 });
    await flush();
    expect(outbox.operations()).toEqual([]);
  });

  it('does not send one person’s words as another', () => {
    const first = open();
    note(first.outbox, 'Sivs text');
    TestBed.resetTestingModule();
    useHttp();
    TestBed.inject(Session).take({ ...someSession, person: { ...someSession.person, id: 'person-2' } });
    const outbox = TestBed.inject(WalkOutbox);
    outbox.resume();
    expect(outbox.operations()).toEqual([]);
    expect(JSON.stringify(localStorage)).toContain('Sivs text');
  });

  it('waits, without asking on top of the page, when the session is lost, and goes on when it is back', async () => {
    const { net, outbox } = open();
    decide(outbox, 'key-1');
    (await sent(net, DECISIONS, 0)).flush(
      { type: 'x#not_signed_in', title: 'Logga in', status: 401, detail: '', code: 'not_signed_in' },
      { status: 401, statusText: 'Unauthorized' },
    );
    await flush();
    expect(outbox.signedOut()).toBe(true);
    await jest.advanceTimersByTimeAsync(60_000);
    net.expectNone(DECISIONS);
    outbox.back();
    (await sent(net, DECISIONS, 0)).flush({ id: 'd', version: 1 });
    await flush();
    expect(outbox.operations()).toEqual([]);
  });

  it('holds a clash with both texts, and writes nothing over', async () => {
    const { net, outbox } = open();
    note(outbox, 'Min');
    (await sent(net, ITEM)).flush(
      {
        type: 'x#stale',
        title: 'Ändrad',
        status: 412,
        detail: '',
        code: 'stale',
        current: { id: 'item-1', version: 4, note: 'Annas', secondsUsed: 0, state: 'waiting' },
      },
      { status: 412, statusText: 'Precondition Failed' },
    );
    await flush();
    await jest.advanceTimersByTimeAsync(60_000);
    net.expectNone(ITEM);
    expect(outbox.held()).toMatchObject([{ hold: { why: 'clash', theirs: { note: 'Annas' }, fields: ['note'] } }]);
  });

  it('keeps what is refused, with each reason, and sends the rest', async () => {
    const { net, outbox } = open();
    decide(outbox, 'key-1');
    outbox.update((all) => moved(all, 'item-1', { transition: 'treat' }, { version: 3, state: 'waiting' }, 't'), 0);
    (await sent(net, DECISIONS, 0)).flush(
      {
        type: 'x#invalid',
        title: 'Något är inte rätt',
        status: 422,
        detail: '',
        code: 'invalid',
        errors: [{ pointer: '/text', code: 'missing', reason: 'Skriv vad som beslutas.' }],
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    await flush();
    (await sent(net, `${ITEM}/transitions`, 0)).flush({
      id: 'item-1',
      version: 4,
      note: '',
      secondsUsed: 0,
      state: 'treated',
    });
    await flush();
    expect(outbox.held()).toMatchObject([{ id: 'key-1', hold: { why: 'refused', detail: 'Skriv vad som beslutas.' } }]);
    outbox.update((all) => retried(all, 'key-1'), 0);
    (await sent(net, DECISIONS, 0)).flush({ id: 'd', version: 1 });
    await flush();
    expect(outbox.operations()).toEqual([]);
  });

  it('does not let a thing the server always fails at stop the others', async () => {
    const { net, outbox } = open();
    decide(outbox, 'key-1');
    decide(outbox, 'key-2');
    let wait = 0;
    for (let time = 0; time < 5; time += 1) {
      const request = await sent(net, DECISIONS, wait);
      expect(request.request.headers.get('Idempotency-Key')).toBe('key-1');
      request.flush('', { status: 500, statusText: 'Error' });
      await flush();
      wait = Math.min(30_000, 1_000 * 2 ** time);
    }
    const next = await sent(net, DECISIONS, 0);
    expect(next.request.headers.get('Idempotency-Key')).toBe('key-2');
    next.flush({ id: 'd', version: 1 });
    await flush();
    expect(outbox.held().map(({ id }) => id)).toEqual(['key-1']);
  });

  it('asks again with the version the first refusal tells, for what the agenda has no version of', async () => {
    const { net, outbox } = open();
    const { acted } = await import('./outbox.ts');
    const thing = {
      resource: 'decision',
      targetId: 'd-1',
      version: 0,
      from: 'open',
      to: 'done',
      request: { transition: 'complete', doneText: 'Gjort' },
    } as const;
    outbox.update((all) => acted(all, 'item-1', thing), 0);
    (await sent(net, '/api/v1/decisions/d-1/transitions', 0)).flush(
      {
        type: 'x#stale',
        title: 'Ändrad',
        status: 412,
        detail: '',
        code: 'stale',
        current: { id: 'd-1', version: 6, state: 'open', text: 'x', due: null },
      },
      { status: 412, statusText: 'Precondition Failed' },
    );
    await flush();
    const again = await sent(net, '/api/v1/decisions/d-1/transitions', 0);
    expect(again.request.headers.get('If-Match')).toBe('"6"');
    again.flush({ id: 'd-1', version: 7, state: 'done', text: 'x', due: null });
    await flush();
    expect(outbox.operations()).toEqual([]);
  });
});
