import { expect, test, type Browser, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  demoPlan,
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PEOPLE,
  photograph,
  signIn,
} from './support/page.ts';

const COUNTY = 'alvmarks-lan';
/** Quality: first load of the public plan page, JavaScript with gzip, before anybody has touched anything. */
const MOST_JAVASCRIPT = 150_000;

/** Somebody without a session, in a browser of their own. */
async function anybody(browser: Browser, more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 800 }, ...more });
  return context.newPage();
}

/** The demo's published plan, as anybody finds it. */
async function publishedPlan(page: Page): Promise<string> {
  const answer = await page.request.get(`/api/v1/public/counties/${COUNTY}/plans`);
  const { plans } = (await answer.json()) as { plans: { slug: string }[] };
  return `/offentligt/${COUNTY}/${plans[0]?.slug ?? ''}`;
}

test('anybody finds the plan from the sign-in page, reads how it goes, and takes the report home', async ({
  browser,
}) => {
  const page = await anybody(browser);
  await openPage(page, '/logga-in');
  await page.getByRole('link', { name: 'Publicerade planer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Publicerade planer');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Älvmarks län' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Älvmarks län');
  await expectAccessible(page);
  await page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Så går det' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'public-plan');
  const file = page.getByRole('link', { name: /^PDF/ });
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  // What the browser in use makes of the name varies; what it was told does not.
  const told = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(decodeURIComponent(told.headers()['content-disposition'] ?? '')).toMatch(
    /filename\*=UTF-8''Länsrapport \d{4} Älvmarks län ANDTS \(version 1\)\.pdf$/,
  );
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await page.getByRole('link', { name: /./ }).and(page.locator('.activities a')).first().click();
  await expect(page.getByRole('heading', { name: 'Så har det gått' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'public-activity');
  await page.context().close();
});

test('the public pages hold on a phone, in the dark and in English', async ({ browser }) => {
  const phone = await anybody(browser, { viewport: { width: 320, height: 700 } });
  const plan = await publishedPlan(phone);
  for (const address of ['/offentligt', `/offentligt/${COUNTY}`, plan, `${plan}/aktivitet/1.1/1`]) {
    await openPage(phone, address);
    await expectNoSidewaysScroll(phone);
    await expectAccessible(phone);
  }
  await openPage(phone, plan);
  await photograph(phone, 'public-plan-phone');
  const dark = await anybody(browser, { colorScheme: 'dark' });
  await openPage(dark, plan);
  await expectAccessible(dark);
  await photograph(dark, 'public-plan-dark');
  const english = await anybody(browser, { locale: 'en-GB' });
  await openPage(english, `/en${plan}`);
  await expect(english.getByRole('heading', { name: 'How it goes' })).toBeVisible();
  await expectAccessible(english);
  await photograph(english, 'public-plan-english');
  for (const page of [phone, dark, english]) await page.context().close();
});

test('the first load of the public plan takes little JavaScript', async ({ browser }) => {
  const page = await anybody(browser);
  const plan = await publishedPlan(page);
  const scripts: { readonly url: string; readonly gzip: number }[] = [];
  page.on('response', async (response) => {
    if (!/\.js$/.test(new URL(response.url()).pathname)) return;
    scripts.push({ url: response.url(), gzip: gzipSync(await response.body()).byteLength });
  });
  await openPage(page, plan);
  const total = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  process.stdout.write(
    `Public plan page, first load: ${scripts.length} scripts, ${(total / 1000).toFixed(1)} kB gzip\n`,
  );
  expect(scripts.length).toBeGreaterThan(1);
  expect(total).toBeLessThanOrEqual(MOST_JAVASCRIPT);
  await page.context().close();
});

test('a planner takes the plan back and publishes it and its round again, while somebody reads', async ({
  page,
  browser,
}) => {
  const reader = await anybody(browser);
  const address = await publishedPlan(reader);
  await openPage(reader, address);
  await expect(reader.getByRole('heading', { name: 'Så går det' })).toBeVisible();

  await signIn(page, PEOPLE.planner);
  const { slug } = await demoPlan(page);
  await openPage(page, `/plan/${slug}`);
  await expect(page.getByText('Alla kan läsa planen utan att logga in.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Avpublicera' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Avpublicera' }).click();
  await expect(page.getByText(/^Avpublicerad .* av Maria Sandell/)).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Det här är inte publicerat');
  await expect(reader.getByText('Länet har inte publicerat någon plan.')).toBeVisible();
  await expectAccessible(reader);
  await photograph(reader, 'public-gone');

  await page.getByRole('button', { name: 'Publicera' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publicera' }).click();
  await expect(page.getByText('Alla kan läsa planen utan att logga in.')).toBeVisible();
  await photograph(page, 'publishing-plan');
  await reader.reload();
  await expect(reader.getByText('Ingen uppföljning av planen är publicerad än.')).toBeVisible();

  const rounds = (await (await page.request.get(`/api/v1/plans/${slug}/rounds`)).json()) as {
    rounds: { label: string; state: string }[];
  };
  const adopted = rounds.rounds.find(({ state }) => state === 'adopted')?.label ?? '';
  await openPage(page, `/plan/${slug}/omgang/${adopted}`);
  await page.getByRole('button', { name: 'Publicera' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publicera' }).click();
  await expect(page.getByText(/Alla kan läsa version 1 av omgången/)).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'publishing-round');
  await reader.reload();
  await expect(reader.getByText(new RegExp(`Enligt uppföljningen ${adopted}`))).toBeVisible();
  await reader.context().close();
});
