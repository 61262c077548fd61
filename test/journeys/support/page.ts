import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

export const PASSWORD = 'samhandling-demo';

/** People of the demo county, by what they do. */
export const PEOPLE = {
  planner: 'maria.sandell@alvmark.example',
  secondPlanner: 'johan.ekdahl@alvmark.example',
  reporter: 'anna.forsell@alvmark.example',
  /** Reports for the region. */
  workbook: 'peter.nyholm@alvmark.example',
  police: 'sara.holmkvist@alvmark.example',
  /** Coordinates a municipality, Tjärnby. */
  municipal: 'ali.rahimi@alvmark.example',
  reader: 'nils.akerman@alvmark.example',
} as const;

/** Signs in the way a person does, and lands on what waits for them. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/logga-in');
  await page.getByLabel('E-post').fill(email);
  await page.getByLabel('Lösenord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att göra');
}

/** Another person at the same computer. */
export async function switchPerson(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, email);
}

/** WCAG 2.2 AA on the page as it stands: nothing at all may be found. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual(
    [],
  );
}

/** Nothing of the page lies beside the window; wide tables scroll in a region of their own. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page
    .locator('html')
    .evaluate(
      ({ scrollWidth, clientWidth }: { scrollWidth: number; clientWidth: number }) => scrollWidth - clientWidth,
    );
  expect(beyond, `sideways scroll on ${page.url()}`).toBe(0);
}

/** A photograph for people to look at; it is never compared. */
export async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test/results/pictures/${name}.png`, fullPage: true });
}

export interface DemoPlan {
  readonly slug: string;
  /** Name of its newest round. */
  readonly label: string;
}

/** The adopted plan of the demo, with its open round. Somebody must be signed in. */
export async function demoPlan(page: Page): Promise<DemoPlan> {
  const plans = (await (await page.request.get('/api/v1/plans')).json()) as {
    slug: string;
    state: string;
    currentRound: { label: string } | null;
  }[];
  const plan = plans.find(({ slug }) => slug.startsWith('andts'));
  expect(plan?.state).toBe('adopted');
  return { slug: plan?.slug ?? '', label: plan?.currentRound?.label ?? '' };
}

/** Ids of the follow-ups of the demo's round that stand in a state, in the order of the plan. */
export async function followUpsIn(page: Page, slug: string, state: string): Promise<string[]> {
  const { items } = (await (await page.request.get(`/api/v1/plans/${slug}/activities?pageSize=100`)).json()) as {
    items: { followUpId: string; followUpState: string }[];
  };
  return items.filter(({ followUpState }) => followUpState === state).map(({ followUpId }) => followUpId);
}

/** A page that has come to rest: its heading stands there and nothing is on its way. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

/**
 * Presses a key on something as a hand does: once the page has let the focus stay there. What an earlier press set in motion may
 * still move the focus in the frames that follow, and a key pressed in between would land elsewhere.
 */
export async function pressOn(what: Locator, key: string): Promise<void> {
  await expect(async () => {
    await what.focus();
    await what.evaluate(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))`);
    await expect(what).toBeFocused({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await what.page().keyboard.press(key);
}
