import { expect, type Locator, type Page } from '@playwright/test';
import { pages } from '@samhandling/contracts';
import ICAL from 'ical.js';
import { dayOf, formatDay, formatWeek, isoWeek } from '@samhandling/domain';
import { test } from './support/own-server.ts';
import { demoPlan, expectAccessible, expectNoSidewaysScroll, PEOPLE, photograph, signIn } from './support/page.ts';

/** The demo is in the middle of its year, whatever year it is. */
const YEAR = Number(dayOf(new Date()).slice(0, 4));
const TITLE = 'Skolenkätens siffror kommer';
const day = (number: number): string => `${YEAR}-05-${String(number).padStart(2, '0')}`;
const said = (number: number): string => `${formatDay(day(number), 'sv')}, ${formatWeek(day(number), 'sv')}`;
const inList = (number: number): RegExp => new RegExp(`^\\s*${number}\\s*v\\. ${isoWeek(day(number)).week}\\s*$`);

test.use({ own: 'year-wheel' });

/** The middle of a mark, on the screen. */
async function middleOf(mark: Locator): Promise<{ x: number; y: number }> {
  const box = await mark.locator('.dot').boundingBox();
  if (!box) throw new Error('The mark is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where the same mark would stand `degrees` further around the wheel. */
async function turned(page: Page, from: { x: number; y: number }, degrees: number): Promise<{ x: number; y: number }> {
  const wheel = await page.locator('sam-wheel svg').boundingBox();
  if (!wheel) throw new Error('There is no wheel.');
  const centre = { x: wheel.x + wheel.width / 2, y: wheel.y + wheel.height / 2 };
  const angle = (degrees * Math.PI) / 180;
  const [dx, dy] = [from.x - centre.x, from.y - centre.y];
  return {
    x: centre.x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: centre.y + dx * Math.sin(angle) + dy * Math.cos(angle),
  };
}

test('see the year, move a date by keyboard and by drag, subscribe, renew', async ({ page, request }) => {
  await signIn(page, PEOPLE.planner);
  const { slug } = await demoPlan(page);
  await page.goto(pages.yearWheel(slug, YEAR));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Årshjul ${YEAR}`);
  const wheel = page.getByRole('group', { name: `Årshjul ${YEAR}` });
  const list = page.getByRole('table', { name: 'Året månad för månad' });
  await expect(wheel.getByRole('button').first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'arshjul');

  // A date of the county's own.
  await page.getByRole('button', { name: 'Lägg till datum' }).click();
  await page.getByRole('button', { name: 'Spara datumet' }).click();
  await expect(page.getByText('Skriv vad datumet gäller.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Vad', { exact: false }).first().fill(TITLE);
  await page.getByLabel('Första dag').fill(formatDay(day(4), 'sv'));
  await page.getByRole('button', { name: 'Spara datumet' }).click();
  const row = list.getByRole('row', { name: TITLE });
  await expect(row.locator('.when')).toHaveText(inList(4));

  // By keyboard: taken hold of, moved a week and a day, and let go where it was.
  const mark = wheel.getByRole('button', { name: TITLE });
  await mark.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('sam-wheel [role=status]')).toHaveText(said(12));
  await page.keyboard.press('Escape');
  await expect(page.locator('sam-wheel [role=status]')).toHaveText(`Kvar på ${said(4)}.`);
  await expect(row.locator('.when')).toHaveText(inList(4));
  // And again, kept this time.
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${TITLE} är flyttat till ${formatDay(day(11), 'sv')}.`)).toBeVisible();
  await expect(row.locator('.when')).toHaveText(inList(11));
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(row.locator('.when')).toHaveText(inList(4));

  // By drag, ten days on.
  await expect(mark).toHaveAttribute('aria-label', new RegExp(formatDay(day(4), 'sv')));
  const from = await middleOf(mark);
  const to = await turned(page, from, (10 * 360) / 365);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText(`${TITLE} är flyttat till ${formatDay(day(14), 'sv')}.`)).toBeVisible();
  await expect(row.locator('.when')).toHaveText(inList(14));

  // What is narrowed stands in the address.
  await page.getByRole('button', { name: /^Möte/ }).click();
  await expect(page).toHaveURL(/slag=meeting/);
  await expect(row).toBeHidden();
  await page.getByRole('button', { name: 'Visa allt' }).click();
  await expect(row).toBeVisible();

  // For the wall.
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Hämta för utskrift (A3)' }).click(),
  ]);
  expect(paper.suggestedFilename()).toContain(`Årshjul ${YEAR}`);

  // On a phone the list comes first, and nothing is wider than the screen.
  await page.setViewportSize({ width: 320, height: 700 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1366, height: 900 });

  // Subscribe, and renew: the old address says that it is old.
  await page.goto(pages.account());
  await page.getByRole('button', { name: 'Skapa kalenderadress' }).click();
  const address = page.getByRole('textbox', { name: 'Kalenderadress' });
  await expect(address).toHaveValue(/\/api\/v1\/calendar\/[\w-]{43}\.ics$/);
  await expectAccessible(page);
  const old = await address.inputValue();
  const feed = await request.get(old);
  expect(feed.status()).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await feed.text()) as unknown[]);
  expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Byt adress' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Byt adress' }).click();
  await expect(address).not.toHaveValue(old);
  expect((await request.get(old)).status()).toBe(410);
  expect((await request.get(await address.inputValue())).status()).toBe(200);
  await page.reload();
  await expect(page.getByText(/Hämtades senast/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Kalenderadress' })).toHaveCount(0);
});
