import { expect, type Locator, type Page } from '@playwright/test';
import { paths, type GroupList } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { test } from './support/own-server.ts';
import {
  demoPlan,
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PEOPLE,
  photograph,
  pressOn,
  signIn,
} from './support/page.ts';

test.use({ own: 'rotation' });

/** A year that nobody has planned anything in. */
const YEAR = new Date().getFullYear() + 2;
const MONTHS_UP = 10;

async function groupsOf(page: Page): Promise<{ readonly preparing: string; readonly above: string }> {
  const api = await Api.of(page);
  const { slug } = await demoPlan(page);
  const groups = await api.get<GroupList>(paths.planGroups(slug));
  const idOf = (kind: string): string => groups.items.find((group) => group.kind === kind)?.id ?? '';
  return { preparing: idOf('preparatory'), above: idOf('consultation') };
}

/** Step by step, as a hand does: what is dragged follows the pointer. */
async function drag(page: Page, what: Locator, where: Locator): Promise<void> {
  const [from, to] = [await what.boundingBox(), await where.boundingBox()];
  if (!from || !to) throw new Error('There is nothing to drag, or nowhere to drag it.');
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height / 2 + 5, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 30, { steps: 12 });
  await page.mouse.up();
}

test('a planner plans a year of ten meetings and two samråd, by keyboard alone', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const { preparing, above } = await groupsOf(page);

  // Two samråd, in May and in November: the proposed days are changed before they are made.
  await openPage(page, `/grupp/${above}/planering/${YEAR}`);
  await page.getByLabel('Antal möten').fill('0');
  await page.getByRole('button', { name: 'Föreslå dagar' }).press('Enter');
  await expect(page.getByText('Skriv ett antal från 1 till 52.')).toBeVisible();
  await expect(page.getByLabel('Antal möten')).toBeFocused();
  await page.getByLabel('Antal möten').fill('2');
  await page.getByLabel('Antal möten').press('Enter');
  await expect(page.getByRole('heading', { name: 'Föreslagna dagar' })).toBeFocused();
  await page.getByLabel('Dag för möte 1').fill(`${YEAR}-05-22`);
  await page.getByLabel('Dag för möte 2').fill(`${YEAR}-11-20`);
  await page.getByRole('button', { name: 'Skapa 2 möten' }).press('Enter');
  await expect(page.locator('[data-meeting]')).toHaveCount(2);

  // Ten meetings on second Thursdays, none in July, none on a holiday.
  await openPage(page, `/grupp/${preparing}/planering/${YEAR}`);
  await expect(page.getByRole('heading', { name: 'Planera årets möten' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Föreslå dagar' }).press('Enter');
  await expect(page.getByLabel(/^Dag för möte/)).toHaveCount(MONTHS_UP);
  await expect(page.getByText('Juli hålls fri.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'rotation-days');
  await page.getByRole('button', { name: 'Skapa 10 möten' }).press('Enter');
  await expect(page.locator('[data-meeting]')).toHaveCount(MONTHS_UP);
  await expect(page.locator('.milestone')).toHaveCount(2);
  await expect(page.getByText('Det här håller inte än')).toBeVisible();
  await photograph(page, 'rotation-empty');

  // The proposal is seen before it is kept.
  await page.getByRole('button', { name: 'Föreslå fördelning' }).press('Enter');
  await expect(page.getByText('Ingenting är sparat än.')).toBeVisible();
  await expect(page.getByText(/\d+ aktiviteter får plats\./)).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'rotation-proposal');
  await page.getByRole('button', { name: 'Behåll förslaget' }).press('Enter');
  await expect(page.getByText('Förslaget är sparat.')).toBeVisible();
  await expect(page.getByText('Varje aktivitet som pågår är uppe före varje samråd')).toBeVisible();
  const loads = await page.locator('sam-meeting-column .load').allTextContents();
  const spring = loads.slice(0, 5).map((words) => Number.parseInt(words, 10));
  expect(Math.max(...spring) - Math.min(...spring)).toBeLessThanOrEqual(1);
  await expectAccessible(page);
  await photograph(page, 'rotation-planned');

  // One is moved with the arrow keys, which say where it went; the row keeps the focus; and it is taken back.
  const first = page.locator('[data-meeting]').nth(0).locator('.pick').first();
  const reference = (await first.locator('.ref').textContent()) ?? '';
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('p[role="status"]').filter({ hasText: `${reference} är flyttad till` })).toHaveCount(1);
  const moved = page.locator('[data-meeting]').nth(1).locator('.pick', { hasText: reference }).first();
  await expect(moved).toBeFocused();
  await page.getByRole('button', { name: 'Fäst här' }).press('Enter');
  await expect(page.locator('[data-meeting]').nth(1).locator('.marks').getByLabel('Fäst')).toHaveCount(1);

  // Pinned: a new proposal from the start leaves it where it stands.
  await page.getByRole('button', { name: 'Föreslå fördelning' }).press('Enter');
  await pressOn(page.getByLabel('Lägg om allt som inte är fäst, kallat eller genomfört'), 'Space');
  await expect(page.locator('[data-meeting]').nth(1).locator('.pick', { hasText: reference })).toHaveCount(1);
  await expect(page.getByLabel('Lägg om allt som inte är fäst, kallat eller genomfört')).toBeEnabled();
  await pressOn(page.getByRole('button', { name: 'Kasta förslaget' }), 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  // Parked with a reason, and taken back.
  await pressOn(page.locator('[data-meeting]').nth(2).locator('.pick').first(), 'Enter');
  await pressOn(page.getByRole('button', { name: 'Parkera …' }).first(), 'Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('button', { name: 'Parkera aktiviteten' }).press('Enter');
  await expect(page.getByText('Skriv varför, så att alla förstår varför den inte är uppe.')).toBeVisible();
  await page.getByLabel('Varför?').fill('Väntar på medel');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Parkera aktiviteten' }).press('Enter');
  await expect(page.getByText('Tills vidare: Väntar på medel')).toBeVisible();
  await page.getByRole('button', { name: 'Ta tillbaka' }).press('Enter');
  await expect(page.getByText('Tills vidare: Väntar på medel')).toBeHidden();

  // On a phone it is a list of meetings.
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await photograph(page, 'rotation-phone');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});

test('with the mouse a row is dragged to another meeting, and a stale plan shows both', async ({ page, browser }) => {
  await signIn(page, PEOPLE.planner);
  const { preparing } = await groupsOf(page);
  const year = new Date().getFullYear() + 1;
  await openPage(page, `/grupp/${preparing}/planering/${year}`);
  const column = (nth: number) => page.locator('[data-meeting]').nth(nth);
  const row = column(0).locator('[data-entry]').first();
  const reference = (await row.locator('.ref').textContent()) ?? '';
  const other = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const second = await other.newPage();
  await signIn(second, PEOPLE.secondPlanner);
  await openPage(second, `/grupp/${preparing}/planering/${year}`);

  await row.scrollIntoViewIfNeeded();
  await drag(page, row, column(1).locator('.drop'));
  await expect(column(1).locator('.pick', { hasText: reference })).toHaveCount(1);
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(column(0).locator('.pick', { hasText: reference })).toHaveCount(1);

  // The other planner has not seen it, and moves from what they saw.
  const theirs = second.locator('[data-meeting]').nth(0).locator('.pick').first();
  await theirs.press('Enter');
  await pressOn(theirs, 'ArrowRight');
  await expect(second.getByRole('dialog', { name: 'Någon annan har sparat samtidigt' })).toBeVisible();
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Tillbaka utan att spara' }).click();
  await expect(second.locator('[data-meeting]').nth(0).locator('.pick', { hasText: reference })).toHaveCount(1);
  await other.close();
});
