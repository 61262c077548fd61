import { TestBed } from '@angular/core/testing';
import { NavigationEnd, Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ActivityList } from '@samhandling/contracts';
import { DEFAULT_WORDS } from '@samhandling/domain';
import { filter, firstValueFrom } from 'rxjs';
import { useHttp } from '../../core/testing.ts';
import { ActivitiesPage } from './activities-page.ts';

const round = { id: 'o1', label: '2025', state: 'open', versionNumber: 1 } as const;
const list = (more: Partial<ActivityList> = {}): ActivityList => ({
  plan: { id: 'p1', slug: 'prov', title: 'Provplan', state: 'adopted', words: DEFAULT_WORDS },
  round,
  rounds: [round],
  items: [
    {
      id: 'a1',
      reference: '2.2/5',
      areaNumber: '2.2',
      number: 5,
      text: 'Möta alla nya krögare.',
      goal: { id: 'g1', number: 2, code: null },
      responsible: [{ id: 'r1', name: 'Region Prov' }],
      responsibleGroup: null,
      partners: [],
      openEnded: false,
      indicators: 1,
      outcomesReported: 1,
      outcomesExpected: 8,
      judgement: 'needs_support',
      followUpState: 'submitted',
      followUpId: 'f1',
      followUpVersion: 3,
      reporter: null,
      nextStepDate: null,
      updatedAt: null,
    },
  ],
  editable: [],
  total: 1,
  page: 1,
  pageSize: 50,
  facets: {
    responsible: [{ value: 'r1', label: 'Region Prov', count: 1 }],
    partner: [],
    goal: [],
    judgement: [{ value: 'needs_support', label: '', count: 1 }],
    followUpState: [],
  },
  ...more,
});

async function open(address: string, answer: ActivityList) {
  const http = useHttp(
    provideRouter([{ path: 'plan/:slug/aktiviteter', component: ActivitiesPage }], withComponentInputBinding()),
  );
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address, ActivitiesPage);
  harness.detectChanges();
  const settle = async (body: ActivityList): Promise<string> => {
    TestBed.tick();
    const request = http.expectOne(({ url }) => url === '/api/v1/plans/prov/activities');
    request.flush(body);
    // With the answer comes the list of views, which asks for its own.
    await new Promise<void>((resolve) => setTimeout(resolve));
    TestBed.tick();
    for (const views of http.match(({ url }) => url === '/api/v1/views')) views.flush([]);
    await harness.fixture.whenStable();
    return request.request.urlWithParams;
  };
  const asked = await settle(answer);
  const page = harness.routeNativeElement ?? document.body;
  const router = TestBed.inject(Router);
  /** Does something that changes the address, and waits until it has changed. The API is not answered yet. */
  const going = async (act: () => void): Promise<void> => {
    const arrived = firstValueFrom(router.events.pipe(filter((event) => event instanceof NavigationEnd)));
    act();
    await arrived;
    TestBed.tick();
  };
  return { page, asked, settle, harness, going, url: () => router.url };
}

const button = (page: HTMLElement, name: string): HTMLButtonElement => {
  const found = [...page.querySelectorAll('button')].find((one) =>
    one.textContent.replace(/\s+/g, ' ').trim().startsWith(name),
  );
  if (!found) throw new Error(`No button ${name}`);
  return found;
};

describe('ActivitiesPage', () => {
  it('asks for what the address says and shows it in full', async () => {
    const { page, asked } = await open('/plan/prov/aktiviteter?lage=behover-stod&sok=krog&sida=2', list());
    expect(asked).toBe(
      '/api/v1/plans/prov/activities?judgement=needs_support&q=krog&sort=reference&page=2&pageSize=50',
    );
    expect(page.querySelector('tbody th a')?.textContent).toContain('Möta alla nya krögare.');
    expect(page.querySelector('tbody th a')?.getAttribute('href')).toBe('/plan/prov/aktivitet/2.2/5');
    expect(page.querySelector('[role=status]')?.textContent).toBe('1 aktivitet med det du har valt');
    expect(page.querySelector('tbody')?.textContent).toContain('1 av 8');
  });

  it('puts a choice in the address, from the first page on', async () => {
    const { page, harness, settle, going, url } = await open('/plan/prov/aktiviteter?sida=2&kolumner=mal', list());
    button(page, 'Ansvarig').click();
    await harness.fixture.whenStable();
    await going(() => button(page, 'Region Prov').click());
    expect(url()).toBe('/plan/prov/aktiviteter?kolumner=mal&ansvarig=r1');
    expect(await settle(list())).toContain('responsible=r1');
  });

  it('says how to widen when nothing fits, and does it', async () => {
    const nothing = list({ items: [], total: 0 });
    const { page, settle, going, url } = await open('/plan/prov/aktiviteter?sok=xyz&svar=utkast', nothing);
    expect(page.querySelector('sam-empty')?.textContent).toContain('Ingen aktivitet passar in');
    await going(() => button(page, 'Visa alla').click());
    expect(url()).toBe('/plan/prov/aktiviteter');
    await settle(list());
    expect(page.querySelector('sam-empty')).toBeNull();
  });

  it('uses the words of the plan', async () => {
    const insats = { one: 'insats', theOne: 'insatsen', many: 'insatser', theMany: 'insatserna', gender: 'n' } as const;
    const words = { ...DEFAULT_WORDS, sv: { ...DEFAULT_WORDS.sv, activity: insats } };
    const { page } = await open('/plan/prov/aktiviteter', list({ plan: { ...list().plan, words } }));
    expect(page.querySelector('h1')?.textContent).toBe('Insatser');
    expect(page.querySelector('[role=status]')?.textContent).toBe('1 insats');
  });

  it('chooses columns without asking the API again', async () => {
    const { page, harness, going, url } = await open('/plan/prov/aktiviteter', list());
    button(page, 'Kolumner').click();
    await harness.fixture.whenStable();
    const partner = [...page.querySelectorAll('label')].find((label) =>
      label.textContent.includes('Samverkanspartner'),
    );
    await going(() => partner?.querySelector('input')?.click());
    await harness.fixture.whenStable();
    expect(url()).toBe('/plan/prov/aktiviteter?kolumner=ansvarig,partner,lage,svar,utfall');
    expect([...page.querySelectorAll('thead th')].map((head) => head.textContent.trim())).toContain(
      'Samverkanspartner',
    );
  });
});
