import { expect, test } from '@playwright/test';
import {
  demoPlan,
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PEOPLE,
  photograph,
  signIn,
} from './support/page.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a reporter with a phone finds what waits, answers that nothing is new, and hands it in', async ({ page }) => {
  await signIn(page, PEOPLE.reporter);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const waiting = page.getByRole('region', { name: /Att svara på/ }).getByRole('listitem');
  const first = waiting.first().getByRole('link').first();
  const what = (await first.textContent()) ?? '';
  expect(what.length).toBeGreaterThan(10);
  await first.tap();

  await expect(page.getByRole('group', { name: /Lägesbedömning/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('radio', { name: /Pågår enligt plan/ }).check();
  await page.getByRole('checkbox', { name: /Inget nytt sedan förra gången/ }).check();
  await expectAccessible(page);
  await photograph(page, 'phone-answer');
  await page.getByRole('button', { name: 'Lämna in', exact: true }).tap();
  await expect(page.getByText('Inlämnad').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Meny' }).tap();
  await page.getByRole('link', { name: 'Att göra' }).first().tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att göra');
  await expect(waiting.first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: what })).toHaveCount(0);
});

test('no page scrolls sideways on a phone', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const { slug, label } = await demoPlan(page);
  for (const address of [
    '/planer',
    `/plan/${slug}`,
    `/plan/${slug}/aktiviteter`,
    `/plan/${slug}/aktivitet/1.1/1`,
    '/organisationer',
    `/plan/${slug}/omgangar`,
    `/plan/${slug}/omgang/${label}`,
    `/plan/${slug}/omgang/${label}/utfall?indelning=kommun`,
    `/plan/${slug}/omgang/${label}/rapport`,
    `/plan/${slug}/redigera`,
    '/importera',
  ]) {
    await openPage(page, address);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});
