import { expect, type Page } from '@playwright/test';
import { pages, paths, type GroupList, type Meeting, type Minutes } from '@samhandling/contracts';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Api } from './support/api.ts';
import { test } from './support/own-server.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PEOPLE,
  photograph,
  signIn,
  switchPerson,
} from './support/page.ts';

test.use({ own: 'minutes' });

/** The last meeting of the demo county's preparatory group. */
async function lastMeeting(page: Page): Promise<string> {
  const api = await Api.of(page);
  const [plan] = await api.get<{ slug: string }[]>(paths.plans());
  const { items } = await api.get<GroupList>(paths.planGroups(plan?.slug ?? ''));
  const meeting = items.find(({ kind }) => kind === 'preparatory')?.last;
  return meeting?.id ?? '';
}

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('minutes are written, sent, adjusted by two, frozen, and fetched', async ({ page, browser }) => {
  await signIn(page, PEOPLE.planner);
  const id = await lastMeeting(page);
  const meeting = await (await Api.of(page)).get<Meeting>(paths.meeting(id));
  await openPage(page, pages.minutes(id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Protokoll');
  await expect(page.getByText('Ingen är vald att justera. Välj minst en.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Skicka för justering' })).toBeDisabled();
  // What was said in the meeting stands there already.
  const said = meeting.items.find(({ note }) => note !== '')?.note ?? '';
  await expect(page.getByText(said.split('\n')[0] ?? said).first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'minutes-draft');

  await page.getByRole('textbox', { name: 'Inledning' }).fill('Ordföranden hälsade välkommen.');
  await page.getByRole('button', { name: 'Spara texterna' }).click();
  await expect(page.getByText('Texterna är sparade.')).toBeVisible();
  await page.getByRole('checkbox', { name: /Maria Sandell/ }).check();
  await page.getByRole('checkbox', { name: /Peter Nyholm/ }).check();

  // A colleague chooses at the same time: both choices are shown, and a person says which is to stand.
  const other = await browser.newPage();
  await signIn(other, PEOPLE.secondPlanner);
  await openPage(other, pages.minutes(id));
  await other.getByRole('textbox', { name: 'Någon annan' }).fill('Ada Extern');
  await other.getByRole('button', { name: 'Spara justerare' }).click();
  await expect(other.getByText('Justerarna är sparade.')).toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'Spara justerare' }).click();
  const stale = page.getByRole('dialog', { name: 'Någon annan har sparat samtidigt' });
  await expect(stale.getByRole('group', { name: 'Bland dem som var med' })).toContainText(
    'Maria Sandell, Peter Nyholm',
  );
  await expect(stale.getByRole('group', { name: 'Någon annan' })).toContainText('Ada Extern');
  await expectAccessible(page);
  await photograph(page, 'minutes-adjusters-two');
  await stale
    .getByRole('group', { name: 'Någon annan' })
    .getByRole('radio', { name: /Din version/ })
    .check();
  await stale.getByRole('button', { name: 'Spara det valda' }).click();
  await expect(page.getByText('Justerarna är sparade.')).toBeVisible();

  await page.getByRole('button', { name: 'Skicka för justering' }).click();
  await expect(page.getByText('2 av 2 återstår: Maria Sandell, Peter Nyholm.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Inledning' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Justera protokollet' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Justera', exact: true }).click();
  await expect(page.getByText('1 av 2 återstår: Peter Nyholm.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ta tillbaka' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'minutes-adjusting');

  await switchPerson(page, PEOPLE.workbook);
  await openPage(page, pages.minutes(id));
  // He is asked to adjust, and may not take them back.
  await expect(page.getByRole('button', { name: 'Justera protokollet' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ta tillbaka' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Justera protokollet' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Justera', exact: true }).click();
  await expect(page.getByText('Protokollet är justerat och fryst')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ta tillbaka' })).toHaveCount(0);
  await expectAccessible(page);
  await photograph(page, 'minutes-frozen');

  const { paper } = await (await Api.of(page)).get<Minutes>(paths.meetingMinutes(id));
  await expect(page.getByText(paper?.sha256 ?? 'no checksum').first()).toBeVisible();
  const json = await download(page, 'JSON, att kontrollera');
  expect(createHash('sha256').update(json.bytes).digest('hex')).toBe(paper?.sha256);
  const pdf = await download(page, 'PDF');
  expect(pdf.name).toMatch(/^Protokoll Beredningsgruppen \d{4}-\d\d-\d\d\.pdf$/);
  expect(pdf.bytes.toString('latin1')).toContain('/MarkInfo');
  const word = await download(page, 'Word');
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK');

  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await photograph(page, 'minutes-phone');
});

test('papers are read on screen: the brief of a meeting, and what an organisation has promised', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const id = await lastMeeting(page);
  await openPage(page, pages.paper('brief', id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beredningsunderlag');
  await expect(page.getByRole('heading', { name: 'Behöver uppmärksamhet' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'paper-brief');

  await openPage(page, pages.organisations());
  await page.getByRole('link', { name: 'Region Älvmark' }).first().click();
  await page.getByRole('link', { name: 'Sammanfattning på ett blad' }).click();
  await expect(page.getByRole('heading', { name: 'Det vi har lovat' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'paper-sheet');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);

  await openPage(page, pages.paper('agenda', id));
  await expect(page.getByRole('heading', { name: 'Dagordning' })).toBeVisible();
  await expectAccessible(page);
});
