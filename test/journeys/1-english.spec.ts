import { expect, test, type Page } from '@playwright/test';
import { paths } from '@samhandling/contracts';
import {
  demoPlan,
  expectAccessible,
  followUpsIn,
  openPage,
  PEOPLE,
  photograph,
  pressOn,
  signIn,
} from './support/page.ts';

/** What the interface itself says; headings of the first level and cells are often the plan's own Swedish. */
const INTERFACE = 'nav a, button, h2, h3, h4, label, legend, th, dt, caption, footer, summary, [role=status]';
/** Words of the Swedish interface that no name and no English word contains. */
const SWEDISH =
  /(?<![\p{L}])(och|inte|att|för|som|är|visa|spara|ansvarig|uppföljning|delmål|aktivitet(er)?|omgång(en)?|lämna|läge|nästa|föregående|planen|redigera|rapport|organisationer|kommunerna|utfall|sök|stäng|ångra|välj)(?![\p{L}])/iu;

/** Every text in an answer of the API: the county's own words stay in the language they were decided in. */
function textsIn(answer: unknown): string[] {
  // A caption leaves the full stop out.
  if (typeof answer === 'string') return answer.length > 3 ? [answer.replace(/\.$/, '')] : [];
  return answer !== null && typeof answer === 'object' ? Object.values(answer).flatMap(textsIn) : [];
}

/** The plan, its answers, names and organisations, longest first so that no part of one is taken before the whole. */
async function contentOf(page: Page, slug: string): Promise<string[]> {
  const addresses = [paths.plans(), paths.planStructure(slug), paths.organisations(), paths.decisions()];
  const answers = await Promise.all(
    addresses.map(async (address) => (await page.request.get(address)).json() as unknown),
  );
  return [...new Set(answers.flatMap(textsIn))].sort((one, other) => other.length - one.length);
}

/** Texts of the interface that are Swedish although the page is not: none. What is marked as Swedish may be. */
async function expectEnglish(page: Page, content: readonly string[]): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const texts = await page
    .locator(INTERFACE)
    .evaluateAll((elements) =>
      elements
        .filter((element) => !element.closest('[lang=sv]'))
        .map((element) => (element as unknown as { innerText: string }).innerText.trim()),
    );
  expect(texts.length).toBeGreaterThan(5);
  const own = texts.map((text) => content.reduce((rest, words) => rest.replaceAll(words, ''), text));
  expect(own.filter((text) => SWEDISH.test(text))).toEqual([]);
}

test('the switch to English keeps the page and what is chosen on it, and back again', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const { slug } = await demoPlan(page);
  await openPage(page, `/plan/${slug}/aktiviteter?lage=genomford`);
  const found = await page.getByRole('main').getByRole('row').count();
  await page.getByRole('button', { name: 'Maria Sandell' }).press('Enter');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'English' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`/en/plan/${slug}/aktiviteter\\?lage=genomford$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Activities');
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(found);
  await expectEnglish(page, await contentOf(page, slug));
  await page.getByRole('button', { name: 'Maria Sandell' }).press('Enter');
  await pressOn(page.getByRole('link', { name: 'Svenska' }), 'Enter');
  await expect(page).toHaveURL(new RegExp(`[^n]/plan/${slug}/aktiviteter\\?lage=genomford$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aktiviteter');
});

test('every page of the work is whole in English, and accessible by dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, PEOPLE.planner);
  const { slug, label } = await demoPlan(page);
  const [draft] = await followUpsIn(page, slug, 'draft');
  const content = await contentOf(page, slug);
  for (const address of [
    '/att-gora',
    '/planer',
    `/plan/${slug}`,
    `/plan/${slug}/aktiviteter`,
    `/plan/${slug}/aktivitet/1.1/1`,
    '/organisationer',
    `/plan/${slug}/omgangar`,
    `/plan/${slug}/omgang/${label}`,
    `/plan/${slug}/omgang/${label}/utfall?indelning=kommun`,
    `/plan/${slug}/omgang/${label}/rapport`,
    `/plan/${slug}/redigera?flik=ord`,
    `/uppfoljning/${draft}`,
    '/importera',
    '/tillganglighet',
  ]) {
    await openPage(page, `/en${address}`);
    await test.step(address, () => expectEnglish(page, content));
    await expectAccessible(page);
  }
  await photograph(page, 'english');
});
