import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { HttpTestingController } from '@angular/common/http/testing';
import type { WalkThrough } from '@samhandling/contracts';
import { Session } from '../core/session.ts';
import { someSession, useHttp } from '../core/testing.ts';
import { A_LIFT, aMeeting, aWalk } from './testing.ts';
import { WalkPage } from './walk-page.ts';

const MEETING = '/api/v1/meetings/meeting-1';

async function open(more: Partial<WalkThrough> = {}) {
  const net = useHttp(provideRouter([]));
  TestBed.inject(Session).take({ ...someSession, permissions: ['plan.read', 'follow_up.answer_any'] });
  const fixture = TestBed.createComponent(WalkPage);
  fixture.componentRef.setInput('id', 'meeting-1');
  await fixture.whenStable();
  const walk = aWalk(more);
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 8; round += 1) {
      answer(net, walk);
      await fixture.whenStable();
    }
  };
  await settle();
  const host: HTMLElement = fixture.nativeElement;
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
    await fixture.whenStable();
  };
  const words = (selector = 'sam-walk-page, :scope'): string =>
    (host.querySelector(selector)?.textContent ?? host.textContent ?? '').replace(/\s+/g, ' ').trim();
  document.body.append(host);
  return { net, fixture, host, press, settle, words, heading: () => words('h1') };
}

/** The meeting as it is; what is written gets no answer, as without a connection. */
function answer(net: HttpTestingController, walk: WalkThrough): void {
  for (const request of net.match(({ url }) => url.startsWith(MEETING))) {
    if (request.cancelled) continue;
    if (request.request.url.endsWith('/walk-through')) request.flush(walk);
    else if (request.request.url === MEETING) request.flush(aMeeting());
    else if (request.request.url.endsWith('/writer')) request.flush(walk.writer);
    else request.flush(walk.live);
  }
}

const operations = (): { kind: string; [name: string]: unknown }[] =>
  Object.keys(localStorage)
    .filter((key) => key.includes('walk-through/op/'))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}').value)
    .sort((one, other) => one.order - other.order);

describe('WalkPage', () => {
  // The test's browser has neither user timing nor scrolling.
  beforeAll(() => {
    Object.assign(performance, { mark: () => undefined, measure: () => undefined });
    jest.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  });
  beforeEach(() => {
    localStorage.clear();
    document.body.replaceChildren();
  });

  it('moves by keys without asking the server, and says where it is', async () => {
    const page = await open();
    expect(page.heading()).toBe('Föregående möte');
    await page.press('ArrowRight');
    expect(page.heading()).toContain('Utveckla tidiga insatser');
    expect(page.words('[aria-live]')).toContain('Punkt 2 av 8. 2.2/2 Utveckla');
    await page.press('f');
    expect(page.heading()).toBe('Föregående möte');
    page.net.expectNone(({ method, url }) => method === 'GET' && url.endsWith('/walk-through'));
  });

  it('sets a judgement by its number, for the reporter and in the meeting', async () => {
    const page = await open();
    await page.press('n');
    await page.press('4');
    expect(operations()).toMatchObject([
      {
        kind: 'patch',
        resource: 'followUp',
        version: 4,
        base: { judgement: 'on_track' },
        change: { judgement: 'completed' },
        along: { onBehalfOfId: 'person-3', channel: 'meeting' },
      },
    ]);
    expect(page.host.querySelector('[aria-pressed="true"]')?.textContent).toContain('Genomförd');
  });

  it('asks what support is needed, and sets nothing before that is said', async () => {
    const page = await open();
    await page.press('n');
    await page.press('3');
    expect(operations()).toEqual([]);
    await page.press('Enter', { ctrlKey: true });
    expect(page.words('sam-walk-form')).toContain('Skriv vilket stöd som behövs.');
    const text = page.host.querySelector<HTMLTextAreaElement>('sam-walk-form textarea');
    if (!text) throw new Error('No field.');
    text.value = 'Lokal';
    text.dispatchEvent(new Event('input'));
    text.focus();
    await page.press('Enter', { ctrlKey: true });
    expect(operations()).toMatchObject([{ change: { judgement: 'needs_support', supportNeeded: 'Lokal' } }]);
  });

  it('keeps a half-written decision when the form is closed, and makes one decision of it', async () => {
    const page = await open();
    await page.press('b');
    const type = async (words: string): Promise<void> => {
      const text = page.host.querySelector<HTMLTextAreaElement>('sam-walk-form textarea');
      if (!text) throw new Error('No field.');
      text.focus();
      text.value += words;
      text.dispatchEvent(new Event('input'));
      await page.fixture.whenStable();
    };
    await type('Vi tar');
    await page.press('Escape');
    expect(page.host.querySelector('sam-walk-form')).toBeNull();
    await page.press('b');
    await type(' det i vår');
    await page.press('Enter', { ctrlKey: true });
    expect(operations()).toMatchObject([{ kind: 'create', what: 'decision', body: { text: 'Vi tar det i vår' } }]);
    expect(page.words('sam-made-part')).toContain('Vi tar det i vår');
    await page.press('b');
    expect(page.host.querySelector<HTMLTextAreaElement>('sam-walk-form textarea')?.value).toBe('');
  });

  it('has a form ready for the next letter, also right after another form', async () => {
    const page = await open();
    const key = (name: string, more: KeyboardEventInit = {}): unknown =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
      );
    const field = (): HTMLTextAreaElement => {
      const { activeElement } = document;
      if (!(activeElement instanceof HTMLTextAreaElement)) throw new Error('No field has the focus.');
      return activeElement;
    };
    key('b');
    field().value = 'Vi tar det';
    field().dispatchEvent(new Event('input'));
    key('Enter', { ctrlKey: true });
    await Promise.resolve();
    key('l');
    expect(field().value).toBe('');
    expect(page.words('sam-walk-form')).toContain('Vad är frågan?');
  });

  it('treats an item that has been written under when it is left, and not one that was only looked at', async () => {
    const page = await open();
    await page.press('n');
    expect(operations()).toEqual([]);
    const note = page.host.querySelector<HTMLTextAreaElement>('sam-note-part textarea');
    if (!note) throw new Error('No note.');
    note.focus();
    note.value = 'Bra fart';
    note.dispatchEvent(new Event('input'));
    await page.press('n');
    expect(page.heading()).toContain('Utveckla');
    note.blur();
    await page.press('n');
    expect(operations()).toMatchObject([
      { kind: 'patch', change: { note: 'Bra fart' } },
      { kind: 'transition', itemId: 'item-2', to: 'treated' },
    ]);
  });

  it('goes on after “inget nytt”, and shows the end after the last', async () => {
    const page = await open();
    await page.press('i');
    expect(operations()).toMatchObject([{ kind: 'transition', itemId: 'item-1', to: 'nothing_new' }]);
    expect(page.words('.place')).toBe('Punkt 2 av 8');
    await page.press('m');
    expect(page.heading()).toBe('Mötets slut');
    expect(page.words('sam-end-part')).toContain('1 av 8 utan något nytt');
    const all = [...page.host.querySelectorAll('button')].find((each) => each.textContent?.includes('Bordlägg alla'));
    all?.click();
    await page.fixture.whenStable();
    expect(operations().filter(({ to }) => to === 'postponed')).toHaveLength(7);
    expect(page.words('sam-end-part')).toContain('Inget är kvar att ta upp.');
  });

  it('answers a lifted question with the proposed decision', async () => {
    const page = await open();
    for (let step = 0; step < 5; step += 1) await page.press('n');
    expect(page.heading()).toBe(A_LIFT.question);
    await page.press('b');
    const text = page.host.querySelector<HTMLTextAreaElement>('sam-walk-form textarea');
    expect(text?.value).toBe(A_LIFT.proposal);
    text?.focus();
    await page.press('Enter', { ctrlKey: true });
    expect(operations()).toMatchObject([
      {
        kind: 'thing',
        resource: 'lift',
        targetId: 'lift-1',
        version: 3,
        request: { transition: 'answer', agendaItemId: 'item-6', decision: { text: A_LIFT.proposal } },
      },
    ]);
  });

  it('lets who follows look and not write, and says who writes', async () => {
    const writer = { id: 'person-9', name: 'Maria Ek', until: '2026-11-29T23:00:00.000Z', isMe: false };
    const page = await open({ writer, live: { number: 1, currentItemId: 'item-2', state: 'called', writer } });
    expect(page.heading()).toContain('Utveckla');
    expect(page.words('.who')).toBe('Du följer. Maria Ek skriver.');
    expect(page.host.querySelector('textarea')).toBeNull();
    await page.press('4');
    await page.press('i');
    expect(operations()).toEqual([]);
    await page.press('n');
    expect(page.words('.how')).toContain('Följ igen');
    await page.press('t');
    expect(page.heading()).toContain('Utveckla');
  });

  it('shows a clash with both texts, and lets both stand', async () => {
    const page = await open();
    localStorage.setItem(
      'sam.draft:person-1:walk-through/op/item/item-1',
      JSON.stringify({
        savedAt: new Date().toISOString(),
        value: {
          kind: 'patch',
          id: 'item/item-1',
          order: 1,
          itemId: 'item-1',
          resource: 'item',
          targetId: 'item-1',
          version: 1,
          base: { note: '' },
          change: { note: 'Min text' },
          along: {},
          sent: [],
          hold: { why: 'clash', theirs: { note: 'Annas text', secondsUsed: 0 }, version: 5, fields: ['note'] },
        },
      }),
    );
    dispatchEvent(new StorageEvent('storage'));
    await page.fixture.whenStable();
    expect(page.words('.state')).toBe('1 ändring behöver du titta på');
    expect(page.words('sam-held-part')).toMatch(/Din text ?Min text ?Sparad text ?Annas text/);
    const both = [...page.host.querySelectorAll('button')].find((each) => each.textContent?.includes('Behåll båda'));
    both?.click();
    await page.fixture.whenStable();
    expect(operations()).toMatchObject([{ version: 5, hold: null, change: { note: 'Annas text\n\nMin text' } }]);
  });
});
