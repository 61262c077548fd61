import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Meeting } from '@samhandling/contracts';
import { Messages } from '../../core/messages.ts';
import { chooseStale, refuseAsStale, staleDialog } from '../../core/stale-testing.ts';
import { useHttp } from '../../core/testing.ts';
import { moved } from '../data/agenda-rows.ts';
import { someItem, someMeeting } from '../data/some-meeting.ts';
import { MeetingStore } from './meeting-store.ts';

const answered = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
};

const URL = '/api/v1/meetings/m1';

async function open(meeting: Meeting): Promise<{ http: HttpTestingController; store: MeetingStore }> {
  const http = useHttp(MeetingStore);
  const store = TestBed.inject(MeetingStore);
  store.open(meeting.id);
  TestBed.tick();
  http.expectOne(URL).flush(meeting);
  await answered();
  return { http, store };
}

const ids = (store: MeetingStore): string[] => store.rows().on.map(({ item }) => item.id);
const bodyOf = ({ request }: TestRequest): unknown => request.body;

/** The meeting with its items in another order, one version on. */
function ordered(meeting: Meeting, order: readonly string[]): Meeting {
  const items = meeting.items.map((item) => ({ ...item, number: order.indexOf(item.id) + 1 }));
  return { ...meeting, version: meeting.version + 1, items };
}

describe('MeetingStore', () => {
  const meeting = someMeeting(['a', 'b', 'c'].map((id, at) => someItem(id, at + 1)));

  it('shows a move at once, and sends those made meanwhile as one, from the version the first gave', async () => {
    const { http, store } = await open(meeting);
    store.order(moved(ids(store), 0, 1));
    expect(ids(store)).toEqual(['b', 'a', 'c']);
    await answered();
    const first = http.expectOne(`${URL}/agenda/order`);
    store.order(moved(ids(store), 1, 2));
    store.order(moved(ids(store), 0, 2));
    expect(ids(store)).toEqual(['c', 'a', 'b']);
    first.flush(ordered(meeting, ['b', 'a', 'c']));
    await answered();
    expect(ids(store)).toEqual(['c', 'a', 'b']);
    const second = http.expectOne(`${URL}/agenda/order`);
    expect(bodyOf(second)).toEqual({ ids: ['c', 'a', 'b'] });
    expect(second.request.headers.get('If-Match')).toBe('"2"');
    second.flush(ordered({ ...meeting, version: 2 }, ['c', 'a', 'b']));
    await answered();
    expect(store.status()).toBe('saved');
    http.verify();
  });

  it('offers the way back from a new order: the one before the first of the moves that became one', async () => {
    const { http, store } = await open(meeting);
    const messages = TestBed.inject(Messages);
    store.order(moved(ids(store), 0, 1));
    store.order(moved(ids(store), 0, 2));
    await answered();
    http.expectOne(`${URL}/agenda/order`).flush(ordered(meeting, ['a', 'c', 'b']));
    await answered();
    expect(messages.current()?.text).toBe('Ordningen är ändrad.');
    messages.undo();
    expect(ids(store)).toEqual(['a', 'b', 'c']);
    await answered();
    const back = http.expectOne(`${URL}/agenda/order`);
    expect([bodyOf(back), back.request.headers.get('If-Match')]).toEqual([{ ids: ['a', 'b', 'c'] }, '"2"']);
    back.flush(ordered({ ...meeting, version: 2 }, ['a', 'b', 'c']));
    await answered();
    expect(messages.current()).toEqual({ text: 'Ordningen är som den var.', tone: 'done' });
    http.verify();
  });

  it.each(['remove', 'postpone'] as const)('offers the way back from %s', async (transition) => {
    const { http, store } = await open(meeting);
    const [item] = meeting.items;
    if (!item) throw new Error('No item');
    void store.move(item, { transition }, 'Punkten är borta.');
    await answered();
    http.expectOne('/api/v1/agenda-items/a/transitions').flush({});
    await answered();
    const off = { ...item, version: 2, number: null };
    http.expectOne(URL).flush({ ...meeting, items: [off, ...meeting.items.slice(1)] });
    await answered();
    TestBed.inject(Messages).undo();
    await answered();
    const back = http.expectOne('/api/v1/agenda-items/a/transitions');
    expect([bodyOf(back), back.request.headers.get('If-Match')]).toEqual([{ transition: 'restore' }, '"2"']);
  });

  it('puts the order back when it could not be saved, and says so', async () => {
    const { http, store } = await open(meeting);
    store.order(moved(ids(store), 0, 2));
    await answered();
    http
      .expectOne(`${URL}/agenda/order`)
      .flush(
        { type: 'x#rule', title: 'Nej', detail: 'Gruppen är avslutad.', status: 409 },
        { status: 409, statusText: '' },
      );
    await answered();
    http.expectOne(URL).flush(meeting);
    await answered();
    expect(ids(store)).toEqual(['a', 'b', 'c']);
    expect(store.status()).toBe('failed');
    expect(store.reason()).toBe('Nej');
    expect(TestBed.inject(Messages).current()?.undo).toBeUndefined();
  });

  it('writes an item from its own version, also when that has moved since it was drawn', async () => {
    const { http, store } = await open(meeting);
    const [item] = store.rows().on.map((row) => row.item);
    if (!item) throw new Error('No item');
    void store.setMinutes(item, 12);
    void store.setMinutes(item, 15);
    await answered();
    const first = http.expectOne('/api/v1/agenda-items/a');
    expect(first.request.headers.get('If-Match')).toBe('"1"');
    first.flush({ ...item, version: 2, minutes: 12 });
    await answered();
    http.expectOne(URL).flush({ ...meeting, items: [{ ...item, version: 2, minutes: 12 }, ...meeting.items.slice(1)] });
    await answered();
    const second = http.expectOne('/api/v1/agenda-items/a');
    expect(second.request.headers.get('If-Match')).toBe('"2"');
    expect(bodyOf(second)).toEqual({ minutes: 15 });
  });

  it('shows both numbers of minutes when somebody else was first, and saves what was chosen from theirs', async () => {
    const { http, store } = await open(meeting);
    const [item] = store.rows().on.map((row) => row.item);
    if (!item) throw new Error('No item');
    void store.setMinutes(item, 12);
    await answered();
    await refuseAsStale(http.expectOne('/api/v1/agenda-items/a'), { ...item, version: 5, minutes: 30 });
    const dialog = await staleDialog();
    for (const words of ['12', '30']) expect(dialog.textContent).toContain(words);
    await chooseStale(dialog, { minutes: 'mine' });
    const again = http.expectOne('/api/v1/agenda-items/a');
    expect([bodyOf(again), again.request.headers.get('If-Match')]).toEqual([{ minutes: 12 }, '"5"']);
    again.flush({ ...item, version: 6, minutes: 12 });
    await answered();
    http.expectOne(URL).flush({ ...meeting, items: [{ ...item, version: 6, minutes: 12 }, ...meeting.items.slice(1)] });
    await answered();
    expect([store.status(), store.rows().on[0]?.item.minutes]).toEqual(['saved', 12]);
    http.verify();
  });

  it('shows the meeting as it is when somebody else was first, and never writes over', async () => {
    const { http, store } = await open(meeting);
    const [item] = store.rows().on.map((row) => row.item);
    if (!item) throw new Error('No item');
    void store.setMinutes(item, 12);
    await answered();
    http
      .expectOne('/api/v1/agenda-items/a')
      .flush({ type: 'x#stale', title: 'Ändrat', status: 412, code: 'stale' }, { status: 412, statusText: '' });
    await answered();
    http.expectOne(URL).flush({ ...meeting, items: [{ ...item, version: 5, minutes: 30 }, ...meeting.items.slice(1)] });
    await answered();
    expect(store.rows().on[0]?.item.minutes).toBe(30);
    expect(store.status()).toBe('failed');
    http.verify();
  });
});
