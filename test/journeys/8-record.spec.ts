import { expect } from '@playwright/test';
import { pages, paths, type RecordEntry } from '@samhandling/contracts';
import { readFile } from 'node:fs/promises';
import { test } from './support/own-server.ts';
import { Api } from './support/api.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PEOPLE,
  photograph,
  signIn,
  switchPerson,
} from './support/page.ts';

/* The record: found, narrowed, taken along as a file, verified; and how long things are kept. A server of its own. */
test.describe.configure({ mode: 'serial' });

test.use({ own: 'record' });

test('a planner finds a change in the log, and takes just that along', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  await page.getByRole('button', { name: 'Maria Sandell' }).click();
  await page.getByRole('link', { name: 'Logg', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logg');
  await expect(page.getByText(/^\d+ ändringar, sida 1 av \d+$/).first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'logg');

  await page.getByLabel('Slag av sak').selectOption({ label: 'Uppföljning' });
  await page.getByLabel('Vad som gjordes').selectOption({ label: 'Skickade tillbaka med en fråga' });
  await expect(page).toHaveURL(/slag=follow_up&vad=return$/);
  const entries = page.getByRole('heading', { level: 3 });
  await expect(entries.first()).toHaveText('Skickade tillbaka med en fråga · Uppföljning');
  const count = await entries.count();
  expect(count).toBeGreaterThan(0);
  await expect(entries).toHaveText(Array.from({ length: count }, () => 'Skickade tillbaka med en fråga · Uppföljning'));

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hämta som JSON' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^logg-\d{4}-\d\d-\d\d\.json$/);
  const taken = JSON.parse(await readFile(await file.path(), 'utf8')) as RecordEntry[];
  expect(taken.map(({ action }) => action)).toEqual(
    Array.from({ length: count }, () => 'Skickade tillbaka med en fråga'),
  );

  await page.reload();
  await expect(page.getByLabel('Slag av sak').locator('option:checked')).toHaveText('Uppföljning');
  await page.getByRole('listitem').filter({ has: entries.first() }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/uppfoljning\//);
  await page.goBack();

  await page.getByLabel('Sök', { exact: true }).fill('det här har ingen skrivit');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ingen ändring passar in')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Visa hela loggen' }).click();
  await expect(page).toHaveURL(/\/logg$/);
});

test('verifying says that everything holds, and what to write down', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  await openPage(page, pages.log());
  await page.getByRole('button', { name: 'Kontrollera loggen nu' }).click();
  await expect(page.getByText('Loggen och rapporterna stämmer')).toBeVisible();
  await page.getByText('Kedjans ände').click();
  await expect(page.locator('code')).toHaveText(/^[0-9a-f]{64}$/);
  await page.reload();
  await expect(page.getByText(/Kontrollerad .* Frysta rapporter: [1-9]\d*, filer: [1-9]\d*\./)).toBeVisible();
  await expectAccessible(page);
});

test('how long things are kept is decided on a page, and a report gets its number', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  await openPage(page, pages.retention());
  const mail = page.locator('[data-class=mail]');
  await expect(mail).toContainText('Gallras efter 2 år');
  await mail.getByRole('button', { name: /Ändra/ }).click();
  await mail.getByLabel('Antal år').fill('noll');
  await mail.getByRole('button', { name: 'Spara klassen' }).click();
  await expect(mail.getByText('Skriv ett heltal från 1 till 100.')).toBeVisible();
  await expectAccessible(page);
  await mail.getByLabel('Antal år').fill('3');
  await mail.getByLabel('Beslut').fill('Dnr 704-1-2026');
  await mail.getByRole('button', { name: 'Spara klassen' }).click();
  await expect(mail).toContainText('Gallras efter 3 år');
  await expect(mail).toContainText('Dnr 704-1-2026');
  await expect(mail.getByRole('button', { name: /Ändra/ })).toBeFocused();

  const number = page.getByLabel(/Diarienummer 2025/);
  await number.fill('704-77-2026');
  await number.press('Tab');
  await expect(page.getByText('Sparat').first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'bevarande');
  await page.getByRole('link', { name: /^2025, / }).click();
  await expect(page.getByText('Rapportens diarienummer: 704-77-2026')).toBeVisible();

  await openPage(page, `${pages.log()}?slag=retention`);
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('Ändrade · Bevarande och gallring');
});

test('the pages fit a phone, and are nobody else’s', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signIn(page, PEOPLE.planner);
  // A word that is wider than the page.
  const api = await Api.of(page);
  await api.send('POST', paths.organisations(), { name: `Samverkans${'organisations'.repeat(6)}forum`, kind: 'other' });
  for (const address of [pages.log(), pages.retention(), `/en${pages.log()}`]) {
    await openPage(page, address);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await switchPerson(page, PEOPLE.reader);
  await page.goto(pages.log());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du har inte behörighet till sidan');
});
