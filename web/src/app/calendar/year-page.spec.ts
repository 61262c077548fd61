import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type YearEntry, type YearWheel, paths } from '@samhandling/contracts';
import { DEFAULT_WORDS } from '@samhandling/domain';
import { Confirm } from '../core/confirm.ts';
import { Messages } from '../core/messages.ts';
import { useHttp } from '../core/testing.ts';
import { YearPage } from './year-page.ts';

const ENTRY: YearEntry = {
  key: 'meeting:m1',
  kind: 'meeting',
  id: 'm1',
  version: 3,
  title: 'Beredningsgruppen',
  detail: 'Rum Forsen',
  from: '2026-03-26',
  to: '2026-03-26',
  startsAt: '2026-03-26T12:00:00.000Z',
  endsAt: '2026-03-26T14:00:00.000Z',
  state: 'Planerat',
  isCancelled: false,
  group: { id: 'g1', name: 'Beredningsgruppen', kind: 'preparatory' },
  activities: [],
  link: '/mote/m1',
  mayMove: true,
  lockedReason: '',
};
const HELD: YearEntry = {
  ...ENTRY,
  key: 'meeting:m2',
  id: 'm2',
  title: 'Samrådsgruppen',
  from: '2026-05-07',
  to: '2026-05-07',
  startsAt: '2026-05-07T07:00:00.000Z',
  endsAt: '2026-05-07T10:00:00.000Z',
  state: 'Genomfört',
  mayMove: false,
  lockedReason: 'Mötet har hållits.',
};
const YEAR: YearWheel = {
  plan: { id: 'p1', slug: 'plan', title: 'Planen', words: DEFAULT_WORDS },
  year: 2026,
  today: '2026-06-01',
  groups: [],
  entries: [ENTRY, HELD],
  mayAdd: true,
};

const turn = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

async function open(): Promise<{
  root: HTMLElement;
  net: ReturnType<typeof useHttp>;
  mark: (key: string) => SVGGElement;
  press: (key: string, ...pressed: readonly string[]) => void;
}> {
  const net = useHttp(
    provideRouter([{ path: 'plan/:slug/arshjul/:year', component: YearPage }], withComponentInputBinding()),
  );
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/plan/plan/arshjul/2026');
  net.expectOne(paths.yearWheel('plan', 2026)).flush(YEAR);
  await turn();
  const root = harness.routeNativeElement;
  if (!(root instanceof HTMLElement)) throw new Error('No page');
  const mark = (key: string): SVGGElement => {
    const found = [...root.querySelectorAll<SVGGElement>('[data-key]')].find((one) => one.dataset['key'] === key);
    if (!found) throw new Error(`No mark ${key}`);
    return found;
  };
  return {
    root,
    net,
    mark,
    press: (key, ...pressed) => {
      for (const each of pressed) {
        mark(key).dispatchEvent(new KeyboardEvent('keydown', { key: each, bubbles: true, cancelable: true }));
        TestBed.tick();
      }
    },
  };
}

const status = (root: HTMLElement): string => root.querySelector('sam-wheel [role=status]')?.textContent ?? '';

describe('the year page', () => {
  it('says the same in the wheel and in the list, by the same numbers, and one stop for Tab', async () => {
    const { root, mark } = await open();
    expect([...root.querySelectorAll('.mark .number')].map((one) => one.textContent)).toEqual(['1', '2']);
    expect([...root.querySelectorAll('[data-row] .number')].map((one) => one.textContent)).toEqual(['1', '2']);
    expect(mark('meeting:m1').getAttribute('aria-label')).toBe(
      '1. Beredningsgruppen, 26 mars 2026, vecka 13, kl. 13:00, Planerat. Enter för att flytta.',
    );
    expect(root.querySelectorAll('.mark[tabindex="0"]')).toHaveLength(1);
  });

  it('moves a meeting by keys and keeps its hour over the change to summer time', async () => {
    const { root, net, press } = await open();
    press('meeting:m1', 'Enter', 'ArrowDown', 'ArrowRight');
    expect(status(root)).toBe('3 april 2026, vecka 14');
    press('meeting:m1', 'Enter');
    const sent = net.expectOne(paths.meeting('m1'));
    expect([sent.request.method, sent.request.headers.get('If-Match'), sent.request.body]).toEqual([
      'PATCH',
      '"3"',
      { startsAt: '2026-04-03T11:00:00.000Z', endsAt: '2026-04-03T13:00:00.000Z' },
    ]);
    sent.flush({ version: 4 });
    await turn();
    net.expectOne(paths.yearWheel('plan', 2026)).flush(YEAR);
    // And back, from the version it has by now.
    TestBed.inject(Messages).undo();
    const back = net.expectOne(paths.meeting('m1'));
    expect([back.request.headers.get('If-Match'), back.request.body]).toEqual([
      '"4"',
      { startsAt: ENTRY.startsAt, endsAt: ENTRY.endsAt },
    ]);
  });

  it('takes back with Escape, and when the focus goes elsewhere', async () => {
    const { root, net, press, mark } = await open();
    press('meeting:m1', 'Enter', 'ArrowDown', 'Escape');
    expect(status(root)).toBe('Kvar på 26 mars 2026, vecka 13.');
    press('meeting:m1', 'Enter', 'ArrowDown');
    mark('meeting:m1').dispatchEvent(new FocusEvent('blur'));
    await turn();
    net.verify();
  });

  it('says why what does not move does not', async () => {
    const { root, net, press } = await open();
    press('meeting:m2', 'Enter');
    expect(status(root)).toBe('Mötet har hållits.');
    net.verify();
  });

  it('shows both days when somebody else was first, and moves only on a yes', async () => {
    const { net, press } = await open();
    const ask = jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(true);
    press('meeting:m1', 'Enter', 'ArrowRight', 'Enter');
    net.expectOne(paths.meeting('m1')).flush(
      {
        type: '/problems/stale',
        title: 'Någon annan har ändrat samtidigt',
        status: 412,
        detail: '',
        code: 'stale',
        current: { version: 9, startsAt: '2026-03-30T22:30:00.000Z' },
      },
      { status: 412, statusText: 'Precondition Failed', headers: { 'content-type': 'application/problem+json' } },
    );
    await turn();
    await turn();
    expect(ask.mock.calls[0]?.[0].text).toContain('31 mars 2026');
    expect(ask.mock.calls[0]?.[0].text).toContain('27 mars 2026');
    const again = net.match(({ method }) => method === 'PATCH');
    expect(again.map(({ request }) => request.headers.get('If-Match'))).toEqual(['"9"']);
  });
});
