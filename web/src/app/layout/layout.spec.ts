import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, TitleStrategy, provideRouter } from '@angular/router';
import type { PlanListItem } from '@samhandling/contracts';
import { PageTitle } from '../core/page-title.ts';
import { signedIn } from '../core/guards.ts';
import { someSession, useHttp } from '../core/testing.ts';
import { isCurrent } from './navigation.ts';
import { Shell } from './shell.ts';

@Component({ template: '<h1>Första</h1>' })
class First {}

@Component({ template: '@if (loaded()) {<h1>Andra</h1>} @else {<p>Hämtar</p>}' })
class Second {
  readonly loaded = signal(false);
  constructor() {
    setTimeout(() => this.loaded.set(true));
  }
}

const plan: PlanListItem = {
  id: 'p',
  slug: 'provplan',
  title: 'Provplan',
  theme: 'ANDTS',
  firstYear: 2024,
  lastYear: 2028,
  state: 'adopted',
  goals: 6,
  activities: 50,
  currentRound: { id: 'r', label: '2025', state: 'open', versionNumber: 1 },
};

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function start(
  signedInAnswer: boolean,
): Promise<{ root: HTMLElement; go: (url: string) => Promise<void>; settle: () => Promise<void> }> {
  const net = useHttp(
    provideRouter([
      { path: '', component: First, title: 'Start', pathMatch: 'full' },
      { path: 'andra', component: Second },
      { path: 'plan/provplan/aktiviteter', component: First },
      { path: 'logga-in', component: First },
      { path: 'hemlig', component: Second, canActivate: [signedIn] },
    ]),
    { provide: TitleStrategy, useExisting: PageTitle },
  );
  const fixture = TestBed.createComponent(Shell);
  const root: unknown = fixture.nativeElement;
  if (!(root instanceof HTMLElement)) throw new Error('No element');
  document.body.append(root);
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 4; round += 1) {
      TestBed.tick();
      for (const request of net.match(() => true)) {
        if (request.request.url.endsWith('/about'))
          request.flush({ product: 'Samhandling', version: '9.9.9', demo: [] });
        else if (request.request.url.endsWith('/plans')) request.flush([plan]);
        else if (signedInAnswer) request.flush(someSession);
        else
          request.flush(
            { type: 'x', title: 'x', status: 401, detail: '', code: 'not_signed_in' },
            { status: 401, statusText: 'x' },
          );
      }
      await turn();
    }
    TestBed.tick();
  };
  const router = TestBed.inject(Router);
  const go = async (url: string): Promise<void> => {
    const going = router.navigateByUrl(url);
    await settle();
    await going;
    await settle();
  };
  await go('/');
  return { root, go, settle };
}

describe('Shell', () => {
  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  it('has a skip link, the landmarks, the county and the eight places of the current plan', async () => {
    const { root } = await start(true);
    expect(root.querySelector('sam-skip-links a')?.textContent).toBe('Hoppa till innehållet');
    for (const landmark of ['header', 'nav', 'main', 'footer']) expect(root.querySelectorAll(landmark)).toHaveLength(1);
    expect(root.querySelector('.county')?.textContent).toBe('Provlän');
    const links = [...root.querySelectorAll<HTMLAnchorElement>('nav a')];
    expect(links.map((link) => `${link.textContent} ${link.getAttribute('href')}`)).toEqual([
      'Att göra /att-gora',
      'Planen /plan/provplan',
      'Aktiviteter /plan/provplan/aktiviteter',
      'Uppföljning /plan/provplan/omgang/2025',
      'Möten /plan/provplan/grupper',
      'Händelser /plan/provplan/handelser',
      'Organisationer /organisationer',
      'Rapport /plan/provplan/omgang/2025/rapport',
    ]);
    expect(root.querySelector('footer')?.textContent).toContain('9.9.9');
  });

  it('shows where we are', async () => {
    const { root, go } = await start(true);
    await go('/plan/provplan/aktiviteter');
    const current = [...root.querySelectorAll('nav [aria-current=page]')].map((link) => link.textContent);
    expect(current).toEqual(['Aktiviteter']);
  });

  it('has no work navigation for somebody who is signed out, and sends them to the sign-in and back', async () => {
    const { root, go } = await start(false);
    expect(root.querySelector('nav')).toBeNull();
    await go('/hemlig');
    expect(TestBed.inject(Router).url).toBe('/logga-in?till=%2Fhemlig');
  });

  it('moves the focus to the heading after navigation, also when it comes later, but not on the first page', async () => {
    const { go } = await start(true);
    expect(document.activeElement).toBe(document.body);
    await go('/andra');
    expect(document.activeElement?.textContent).toBe('Andra');
    await go('/');
    expect(document.activeElement?.textContent).toBe('Första');
    const link = document.querySelector<HTMLElement>('.brand');
    link?.focus();
    await go('/?sida=2');
    expect(document.activeElement).toBe(link);
  });

  it('opens the person menu with role, languages on the same page, and closes it with Escape', async () => {
    const { root, go, settle } = await start(true);
    await go('/andra');
    const button = root.querySelector<HTMLButtonElement>('sam-person-menu button');
    button?.click();
    // What the menu holds is loaded when it is first opened.
    for (let round = 0; round < 20 && !root.querySelector('#sam-person'); round += 1) await settle();
    const menu = root.querySelector('#sam-person');
    expect(menu?.textContent).toContain('Planerare');
    const english = menu?.querySelector<HTMLAnchorElement>('a[hreflang=en]');
    expect(english?.getAttribute('href')).toBe('/en/andra');
    expect(english?.getAttribute('lang')).toBe('en');
    english?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    TestBed.tick();
    expect(root.querySelector('#sam-person')).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});

describe('isCurrent', () => {
  it('lights one place for every page of a plan', () => {
    const items = [
      { label: 'Planen', link: '/plan/a', exact: true, also: /^\/planer|^\/importera|^\/plan\/[^/]+\/(mal|redigera)/ },
      { label: 'Aktiviteter', link: '/plan/a/aktiviteter', also: /^\/plan\/[^/]+\/aktivitet\// },
      {
        label: 'Uppföljning',
        link: '/plan/a/omgang/2025',
        exact: true,
        also: /^\/plan\/[^/]+\/omgang(?!\/[^/]+\/rapport)/,
      },
      { label: 'Rapport', link: '/plan/a/omgang/2025/rapport', also: /^\/plan\/[^/]+\/omgang\/[^/]+\/rapport/ },
    ];
    const at = (url: string): string[] => items.filter((item) => isCurrent(item, url)).map((item) => item.label);
    expect(at('/plan/a')).toEqual(['Planen']);
    expect(at('/plan/a?mal=2')).toEqual(['Planen']);
    expect(at('/plan/a/mal/1')).toEqual(['Planen']);
    expect(at('/plan/a/redigera')).toEqual(['Planen']);
    expect(at('/plan/a/aktivitet/2.2/5')).toEqual(['Aktiviteter']);
    expect(at('/plan/a/omgangar')).toEqual(['Uppföljning']);
    expect(at('/plan/a/omgang/2024/utfall')).toEqual(['Uppföljning']);
    expect(at('/plan/a/omgang/2024/rapport')).toEqual(['Rapport']);
  });
});
