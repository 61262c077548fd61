import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type {
  ActivityPage,
  ActivityRound,
  Indicator,
  RoundRef,
  Session as SessionAnswer,
} from '@samhandling/contracts';
import { DEFAULT_WORDS, type Permission } from '@samhandling/domain';
import { Session } from '../../core/session.ts';
import { someSession, useHttp } from '../../core/testing.ts';
import { ActivityPageView } from './activity-page.ts';

const roundOf = (label: string, state: RoundRef['state']): RoundRef => ({
  id: `o${label}`,
  label,
  state,
  versionNumber: 1,
});
const open2025 = roundOf('2025', 'open');
const answer = (round: RoundRef, more: Partial<ActivityRound> = {}): ActivityRound => ({
  round,
  followUpId: `f${round.label}`,
  state: 'draft',
  judgement: null,
  supportNeeded: '',
  cancelReason: '',
  cancelDecision: '',
  done: '',
  results: '',
  obstacles: '',
  nextStep: '',
  nextStepDate: null,
  nothingNew: false,
  reporter: null,
  updatedAt: '2025-11-03T09:00:00Z',
  updatedBy: null,
  ...more,
});
const indicator: Indicator = {
  id: 'i1',
  version: 1,
  text: 'Antal besök.',
  kind: 'count',
  unit: '',
  decimals: 0,
  direction: 'up',
  breakdown: 'municipality',
  bySex: false,
  combinePlaces: 'sum',
  combinePeriods: 'sum',
  target: 10,
  targetMargin: null,
  baselineValue: 3,
  baselineYear: 2023,
  baselineSource: 'enkät',
  smallNumberThreshold: null,
  definitionVersion: 1,
  settled: false,
};
const page = (more: Partial<ActivityPage> = {}): ActivityPage => ({
  plan: { id: 'p1', slug: 'prov', title: 'Provplan', state: 'adopted', words: DEFAULT_WORDS },
  activity: {
    id: 'a5',
    version: 1,
    areaId: 'm22',
    reference: '2.2/5',
    number: 5,
    text: 'Möta alla nya krögare.\nTvå rader.',
    recurrence: 'yearly',
    firstYear: 2024,
    lastYear: 2027,
    responsible: [{ id: 'r1', name: 'Region Prov' }],
    responsibleGroup: { id: 'b1', name: 'Beredningsgruppen' },
    partners: [],
    openEnded: true,
    mayEdit: false,
    lockedReason: 'Planen är antagen.',
  },
  goal: { id: 'g2', number: 2, code: null, title: 'Ett mål' },
  area: { id: 'm22', number: '2.2', title: 'Ett område' },
  rounds: [answer(open2025)],
  indicators: [],
  previous: null,
  next: { reference: '2.2/6', text: 'Nästa sak.' },
  ...more,
});

async function open(body: ActivityPage, session: Partial<SessionAnswer>): Promise<HTMLElement> {
  const routes = [{ path: 'plan/:slug/aktivitet/:area/:number', component: ActivityPageView }];
  const http = useHttp(provideRouter(routes, withComponentInputBinding()));
  const ready = TestBed.inject(Session).ready();
  http.expectOne('/api/v1/session').flush({ ...someSession, ...session });
  await ready;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/plan/prov/aktivitet/2.2/5', ActivityPageView);
  TestBed.tick();
  http.expectOne('/api/v1/plans/prov/activities/2.2/5').flush(body);
  await harness.fixture.whenStable();
  return harness.routeNativeElement ?? document.body;
}

const reads: Permission[] = ['plan.read', 'follow_up.read'];
const answersOwn: Permission[] = [...reads, 'follow_up.answer_own'];
const actions = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('sam-page-header a[samButton], sam-page-header .sam-button')].map((link) =>
    link.textContent.trim(),
  );

describe('ActivityPageView', () => {
  it('shows the whole text and who does it, each with a way on', async () => {
    const element = await open(page(), { permissions: reads });
    expect(element.querySelector('h1')?.textContent).toBe('Aktivitet 2.2/5');
    expect(element.querySelector('.text')?.textContent).toBe('Möta alla nya krögare.\nTvå rader.');
    const links = [...element.querySelectorAll('aside a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      '/organisation/r1',
      '/organisation/b1',
      '/plan/prov/mal/g2',
      '/plan/prov/mal/g2#omrade-2.2',
    ]);
    expect(element.querySelector('aside')?.textContent).toContain('m.fl.');
    expect(element.querySelector('a[rel=next]')?.getAttribute('href')).toBe('/plan/prov/aktivitet/2.2/6');
    expect(element.querySelector('a[rel=prev]')).toBeNull();
  });

  it('invites those who answer for it to follow up, and lets others read', async () => {
    const mine = { permissions: answersOwn, organisations: [{ id: 'r1', name: 'Region Prov' }] };
    expect(actions(await open(page(), mine))).toEqual(['Följ upp 2025']);
  });

  it.each<[string, ActivityPage, Partial<SessionAnswer>]>([
    ['another organisation', page(), { permissions: answersOwn, organisations: [{ id: 'r9', name: 'Annan' }] }],
    ['a reader', page(), { permissions: reads }],
    [
      'a planner when the answer is accepted',
      page({ rounds: [answer(open2025, { state: 'accepted' })] }),
      { permissions: [...reads, 'follow_up.answer_any'] },
    ],
    [
      'a planner when the round is adopted',
      page({ rounds: [answer(roundOf('2025', 'adopted'))] }),
      { permissions: [...reads, 'follow_up.answer_any'] },
    ],
  ])('offers only reading to %s', async (_who, body, session) => {
    expect(actions(await open(body, session))).toEqual(['Visa svaret för 2025']);
  });

  it('tells the history newest first, earlier rounds behind a click, and leaves out what nobody wrote', async () => {
    const rounds = [
      answer(open2025, { nothingNew: true }),
      answer(roundOf('2024', 'adopted'), {
        judgement: 'needs_support',
        supportNeeded: 'Mer tid.',
        nextStep: 'Boka möte.',
        nextStepDate: '2025-02-01',
      }),
      answer(roundOf('2023', 'adopted'), { done: 'Det första mötet.' }),
    ];
    const element = await open(page({ rounds }), { permissions: reads });
    const history = [...element.querySelectorAll('sam-round-history')];
    expect(history.map((one) => one.querySelector('h3')?.textContent)).toEqual(['2025', '2024', '2023']);
    expect(history.map((one) => one.closest('details') !== null)).toEqual([false, false, true]);
    expect(history[0]?.textContent).toContain('Inget nytt sedan förra omgången.');
    expect([...(history[1]?.querySelectorAll('h4') ?? [])].map((one) => one.textContent)).toEqual([
      'Stöd som behövs',
      'Nästa steg',
    ]);
    expect(history[1]?.textContent).toContain('Boka möte. Senast 1 februari 2025.');
  });

  it('gives the figures of each round in words, a proposal as a proposal', async () => {
    const value = { state: 'value', value: 0, denominator: null, day: null, text: '', of: 8, reported: 6 } as const;
    const points = [
      { round: roundOf('2024', 'adopted'), display: value, target: 10, breaksBefore: false },
      {
        round: open2025,
        display: { state: 'not_reported', of: 8, reported: 0 } as const,
        target: 12,
        targetMargin: null,
        breaksBefore: true,
      },
    ];
    const element = await open(page({ indicators: [{ indicator, points }] }), { permissions: reads });
    // The notes under a figure stand on lines of their own.
    const lines = (cell: Element): string =>
      [...(cell.querySelector('span')?.children ?? [cell])].map((line) => line.textContent.trim()).join(' | ');
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => [...row.children].map(lines));
    expect(rows).toEqual([
      [
        '2025',
        'Inte rapporterat | 0 av 8 kommuner har rapporterat | Definitionen ändrades före den här omgången.',
        '12',
      ],
      ['2024', '0 | 6 av 8 kommuner har rapporterat', '10'],
    ]);
    expect(element.textContent).toContain('förslag, inte bestämt än');
    expect(element.textContent).toContain('Baslinje 2023: 3 (enkät)');
  });
});
