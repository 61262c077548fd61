import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PlanOverview, Publication } from '@samhandling/contracts';
import { DEFAULT_WORDS, countJudgements } from '@samhandling/domain';
import { useHttp } from '../../core/testing.ts';
import { OverviewPage } from './overview-page.ts';

const round = { id: 'o1', label: '2025', state: 'open', versionNumber: 1 } as const;
const counts = countJudgements(['completed', 'on_track', null]);
const overview = (more: Partial<PlanOverview> = {}): PlanOverview => ({
  plan: {
    id: 'p1',
    slug: 'prov',
    title: 'Provplan',
    theme: 'ANDTS',
    firstYear: 2024,
    lastYear: 2027,
    state: 'adopted',
    words: DEFAULT_WORDS,
    purposes: ['Hålla ihop arbetet.'],
    overarchingGoals: [],
    specificGoals: [],
    recordsNumber: '100-1',
    decisionReference: '',
  },
  round,
  rounds: [round],
  goals: [
    {
      id: 'g1',
      number: 6,
      code: 'F',
      title: 'Ett mål',
      judgement: null,
      counts,
      areas: [{ id: 'a1', number: '6.1', title: 'Ett område', counts }],
    },
  ],
  counts,
  answers: { draft: 1, submitted: 1, returned: 0, accepted: 1 },
  ...more,
});

const UNPUBLISHED: Publication = {
  version: 0,
  state: 'unpublished',
  publishedAt: null,
  publishedBy: null,
  withdrawnAt: null,
  withdrawnBy: null,
  publishedVersion: null,
  page: null,
  transitions: [],
};
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(answer: PlanOverview, address = '/plan/prov'): Promise<HTMLElement> {
  const http = useHttp(provideRouter([{ path: 'plan/:slug', component: OverviewPage }], withComponentInputBinding()));
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address, OverviewPage);
  TestBed.tick();
  const query = address.split('omgang=')[1];
  http.expectOne(`/api/v1/plans/prov/overview${query ? `?round=${query}` : ''}`).flush(answer);
  await turn();
  TestBed.tick();
  // Whether the plan is published is asked for by the panel; here it is not.
  for (const request of http.match('/api/v1/plans/prov/publication')) request.flush(UNPUBLISHED);
  await harness.fixture.whenStable();
  return harness.routeNativeElement ?? document.body;
}

const links = (page: HTMLElement): Map<string, string> =>
  new Map(
    [...page.querySelectorAll('a')].map((a) => [
      a.textContent.replace(/\s+/g, ' ').trim(),
      a.getAttribute('href') ?? '',
    ]),
  );

describe('OverviewPage', () => {
  it('says how it goes in facts, and leads from each count to those activities', async () => {
    const page = await open(overview());
    expect(page.textContent).toContain('Av 3 aktiviteter är 1 genomförd, 1 pågår enligt plan och 1 är inte bedömd.');
    expect(page.textContent).toContain('2 av 3 svar har lämnats in för 2025');
    const all = links(page);
    expect(all.get('1 pågår enligt plan')).toBe('/plan/prov/aktiviteter?mal=g1&lage=pagar');
    expect(all.get('1 av 3 genomförda')).toBe('/plan/prov/aktiviteter?sok=6.1');
    expect(all.get('Utkast: 1 av 3')).toBe('/plan/prov/aktiviteter?svar=utkast');
    expect(page.querySelector('article')?.textContent).toContain('Delmål F');
  });

  it('keeps the round of the address in every way on', async () => {
    const page = await open(overview(), '/plan/prov?omgang=2025');
    const ways = [...links(page).values()].filter((link) => /aktiviteter|mal\//.test(link));
    expect(ways.length).toBeGreaterThan(4);
    expect(ways.filter((link) => !link.includes('omgang=2025'))).toEqual([]);
  });

  it('judges nothing before the first round', async () => {
    const page = await open(overview({ round: null, rounds: [] }));
    expect(page.textContent).toContain('Ingen uppföljningsomgång har öppnats än.');
    expect(page.querySelector('sam-goal-judgement, sam-judgement-bar, sam-judgement-links')).toBeNull();
    expect(links(page).get('3 aktiviteter')).toBe('/plan/prov/aktiviteter?sok=6.1');
  });

  it('tells what comes next when the plan is empty', async () => {
    const page = await open(overview({ goals: [] }));
    expect(page.querySelector('sam-empty')?.textContent).toContain('Planen har inga delmål än');
  });
});
