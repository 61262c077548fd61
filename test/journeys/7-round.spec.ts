import { expect, test, type APIRequestContext, type Browser, type Locator, type Page } from '@playwright/test';
import {
  pages,
  paths,
  type AnswerSheet,
  type CreatedAnswerLink,
  type FollowUpPage,
  type Reporter,
  type ReporterList,
  type RoundPage,
  type Session,
} from '@samhandling/contracts';
import { readFile } from 'node:fs/promises';
import { OpenFile } from '../support/workbooks.ts';
import { BY_LINK, handIn, SIGNED_IN } from './support/answering.ts';
import { Api } from './support/api.ts';
import { openOwnPlan, type OwnPlan, type WrittenActivity } from './support/own-plan.ts';
import { expectAccessible, openPage, PEOPLE, photograph, pressOn, signIn, switchPerson } from './support/page.ts';

/*
 * A whole round: 58 activities, eight municipalities, four reporters, from open to accepted. Each kind of act is done by hand
 * in the browser at least twice; where the fiftieth press of the same button would add nothing, the rest goes to the same
 * addresses that the page itself uses, as the same person. The tests go on from one another, in this order.
 */
test.describe.configure({ mode: 'serial' });

const ASSOCIATION = 'Älvmarks sjöräddare';
/** One goal per reporter: in the web, in the web, in a workbook, by a link. 58 in all. */
const OWNERS = [
  { organisation: 'Länsstyrelsen', activities: 15 },
  { organisation: 'Polismyndigheten', activities: 15 },
  { organisation: 'Region Älvmark', activities: 14 },
  { organisation: ASSOCIATION, activities: 14 },
] as const;
const ALL = 58;
const NEWCOMER = { name: 'Dagny Holm', email: 'dagny.holm@sjoraddare.example' };
const PER_MUNICIPALITY = (goal: number): string => `Antal livbojar inom insats ${goal} per kommun.`;

const GOALS = OWNERS.map(({ organisation, activities }, goal) =>
  Array.from({ length: activities }, (_, index): WrittenActivity => ({
    text: `Genomföra steg ${index + 1} i arbetet med trygga stränder, del ${goal + 1}.`,
    responsible: organisation,
    partners: 'Kommunerna',
    followUp: index === 0 ? PER_MUNICIPALITY(goal + 1) : `Antal genomförda moment ${goal + 1}-${index + 1}.`,
  })),
);

let plan: OwnPlan;

const listOf = (api: Api): Promise<ReporterList> => api.get<ReporterList>(paths.roundReporters(plan.roundId));

/** What the one who is signed in has left to answer, in the plan's order. */
async function leftOf(api: Api): Promise<FollowUpPage[]> {
  const { person } = await api.get<Session>(paths.session());
  const { rows } = await listOf(api);
  const ids = rows.filter(({ reporter, state }) => reporter?.id === person.id && state === 'draft');
  return Promise.all(ids.map(({ followUpId }) => api.get<FollowUpPage>(paths.followUp(followUpId))));
}

/** Answers by hand: judgement by its key, text, and Enter on the button. */
async function answerByHand(page: Page, text: string): Promise<void> {
  await page.getByRole('radio', { name: /Pågår enligt plan/ }).press('Space');
  await page.getByRole('textbox', { name: 'Vad har gjorts?' }).fill(text);
  await page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter');
  await expect(page.getByText('Inlämnad').first()).toBeVisible();
}

test('the round opens, and every activity gets a reporter', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  plan = await openOwnPlan(api, 'Trygga stränder i länet', GOALS);
  await openPage(page, pages.reporters(plan.slug, plan.label));
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') });
  await expect(rows).toHaveCount(ALL);
  await expectAccessible(page);

  // Three have accounts and were proposed when the round opened. The fourth has none: she is written down, and chosen for the
  // fourteen that have nobody.
  await expect(page.getByText(`44 av ${ALL} aktiviteter har en rapportör`)).toBeVisible();
  await page.getByRole('button', { name: 'Lägg till person' }).press('Enter');
  await page.getByLabel('Namn').fill(NEWCOMER.name);
  await page.getByLabel('E-postadress').fill(NEWCOMER.email);
  await page.getByLabel('Organisation', { exact: true }).selectOption(ASSOCIATION);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lägg till personen' }).press('Enter');
  await expect(page.getByText(`${NEWCOMER.name} kan nu väljas som rapportör`)).toBeVisible();
  await page.getByRole('button', { name: 'Välj 14 utan rapportör' }).press('Enter');
  const who = page.getByLabel('Rapportör för de valda');
  await who.selectOption({ label: `${NEWCOMER.name} · ${ASSOCIATION} · svarar via länk` });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sätt rapportör' }).press('Enter');
  await expect(page.getByText(/14 av 14 ändrade/)).toBeVisible();
  await expect(page.getByText(`${ALL} av ${ALL} aktiviteter har en rapportör`)).toBeVisible();
  await photograph(page, 'round-reporters');

  // Three in a row are given to a planner, and given back by what was proposed.
  await rows.nth(0).getByRole('checkbox').press('Space');
  await pressOn(rows.nth(2).getByRole('checkbox'), 'Shift+Space');
  await expect(page.getByText('3 rader valda')).toBeVisible();
  await who.selectOption({ label: 'Johan Ekdahl · planerare' });
  await page.getByRole('button', { name: 'Sätt rapportör' }).press('Enter');
  await expect(page.getByText(/3 av 3 ändrade/)).toBeVisible();
  await page.getByRole('button', { name: 'Använd 3 förslag' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Använd 3 förslag' })).toHaveCount(0);
  const { rows: stored } = await listOf(api);
  expect(new Set(stored.map(({ reporter }) => reporter?.name)).size).toBe(4);
});

test('the figures of the eight municipalities come in, one by one and all at once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const address = `${pages.outcomes(plan.slug, plan.label)}?indelning=kommun`;
  const cellAt = (row: number, column: number): Locator =>
    page
      .getByRole('grid')
      .getByRole('row')
      .filter({ hasText: PER_MUNICIPALITY(row + 1) })
      .getByRole('gridcell')
      .nth(column);

  // A municipality's own coordinator writes in the column of the municipality, and nowhere else.
  await signIn(page, PEOPLE.municipal);
  await openPage(page, address);
  const heads = await page.getByRole('grid').getByRole('columnheader').allTextContents();
  const own = heads.findIndex((head) => head.trim() === 'Tjärnby') - 1;
  expect(own).toBeGreaterThanOrEqual(0);
  for (const [row, value] of [
    [0, '11'],
    [1, '12'],
  ] as const) {
    await cellAt(row, own).click();
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
    await expect(cellAt(row, own)).toContainText(new RegExp(`^\\s*${value}`));
  }
  await expect(cellAt(0, own === 0 ? 1 : 0)).toHaveAttribute('aria-readonly', 'true');
  await expectAccessible(page);

  // The planner has the rest in a spreadsheet: four rows, eight columns.
  await switchPerson(page, PEOPLE.planner);
  await openPage(page, address);
  await expect(cellAt(0, own)).toContainText(/^\s*11/);
  const sheet = [11, 12, 13, 14].map((value) => Array.from({ length: 8 }, () => value).join('\t')).join('\r\n');
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(sheet)})`);
  await cellAt(0, 0).click();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(cellAt(3, 7)).toContainText(/^\s*14/);
  await page.waitForLoadState('networkidle');
  await page.reload();
  for (const column of [0, 7]) await expect(cellAt(2, column)).toContainText(/^\s*13/);
  await expectAccessible(page);
  await photograph(page, 'round-municipalities');
});

test('two reporters answer in the web', async ({ page }) => {
  for (const [email, goal] of [
    [PEOPLE.reporter, 1],
    [PEOPLE.police, 2],
  ] as const) {
    await (goal === 1 ? signIn(page, email) : switchPerson(page, email));
    const waiting = page.getByRole('link', { name: new RegExp(`trygga stränder, del ${goal}\\.$`) });
    await expect(waiting).toHaveCount(15);
    for (const done of ['Vi har träffats två gånger.', 'Vi har sett över stränderna.']) {
      await page.goto(pages.toDo());
      await waiting.first().press('Enter');
      await expect(page.getByRole('group', { name: /Lägesbedömning/ })).toBeVisible();
      await answerByHand(page, done);
    }
    await expectAccessible(page);

    // Where nothing has happened it is said for all that are left at once, seen row by row before it is done.
    const api = await Api.of(page);
    const [mine] = await leftOf(api);
    await openPage(page, `${pages.activities(plan.slug)}?mal=${mine?.goal.id}&svar=utkast`);
    await page.getByRole('button', { name: 'Ändra alla som visas' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Vad ska ändras').selectOption({ label: 'Inget nytt' });
    await dialog.getByRole('button', { name: 'Visa vad som ändras' }).press('Enter');
    await expect(dialog.getByText('13 av 13 ändras.')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Ändra 13' }).press('Enter');
    await expect(dialog.getByText('13 av 13 ändrades.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Klar' }).press('Enter');
    for (const left of await leftOf(api)) await handIn(api, SIGNED_IN, left, 'Inget nytt sedan starten.');
    await page.goto(pages.toDo());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att göra');
    await page.waitForLoadState('networkidle');
    await expect(waiting).toHaveCount(0);
  }
});

test('the third answers in a workbook: an error saves nothing, and mended it saves all', async ({ page }) => {
  await signIn(page, PEOPLE.workbook);
  await openPage(page, pages.workbook(plan.slug, plan.label));
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Hämta arbetsboken' }).press('Enter');
  const file = await OpenFile.of(await readFile(await (await waiting).path()));
  const lines = Array.from({ length: 14 }, (_, index) => file.row('Svar', 'Nummer', `3.1/${index + 1}`));
  for (const [index, line] of lines.entries())
    file
      .set('Svar', line, 'Lägesbedömning', index === 0 ? 'Sådär' : 'Pågår enligt plan')
      .set('Svar', line, 'Vad har gjorts?', `Steg ${index + 1} är taget.`)
      .set('Svar', line, 'Lämna in', 'Ja');
  for (const index of [1, 2])
    file.set('Utfall', file.row('Utfall', 'Indikator', `Antal genomförda moment 3-${index + 1}.`), 'Värde', 20 + index);

  const chosen = page.getByRole('main').locator('input[type=file]');
  const upload = async (): Promise<void> =>
    chosen.setInputFiles({
      name: 'arbetsbok.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await file.save()),
    });
  await upload();
  await expect(page.getByText('1 fel i filen')).toBeVisible();
  await expect(page.getByRole('table').first()).toContainText('Sådär');
  await expect(page.getByRole('button', { name: /^Spara \d+ ändringar/ })).toHaveCount(0);
  await expectAccessible(page);
  await photograph(page, 'round-workbook-error');

  file.set('Svar', lines[0] ?? 0, 'Lägesbedömning', 'Genomförd');
  await upload();
  const save = page.getByRole('button', { name: /^Spara \d+ ändringar/ });
  await expect(save).toBeVisible();
  await expectAccessible(page);
  await save.press('Enter');
  await expect(page.getByText(/\d+ ändringar är sparade/).first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'round-workbook-saved');
  await page.goto(pages.toDo());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att göra');
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('link', { name: /trygga stränder, del 3\.$/ })).toHaveCount(0);
});

/** A browser of somebody who has no account, with the link she got opened in it. */
async function openLink(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Öppna mina frågor' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Dina frågor, ${NEWCOMER.name}`);
  return page;
}

/** The planner's way to a link, which has a journey of its own. */
async function makeLink(request: APIRequestContext): Promise<string> {
  const planner = await Api.signedIn(request, PEOPLE.planner);
  const { people } = await listOf(planner);
  const person = people.find(({ email }): boolean => email === NEWCOMER.email) as Reporter;
  const made = await planner.send<CreatedAnswerLink>('POST', paths.roundAnswerLinks(plan.roundId), {
    personId: person.id,
  });
  return made.url ?? '';
}

test('the fourth answers by a link, and has a receipt for fourteen answers', async ({ request, browser }) => {
  const page = await openLink(browser, await makeLink(request));
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(14);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Börja svara' }).press('Enter');
  for (const place of [1, 2]) {
    await expect(page.getByText(`Fråga ${place} av 14`)).toBeVisible();
    await page.getByRole('radio', { name: /Pågår enligt plan/ }).press('Space');
    await page.getByRole('textbox', { name: 'Vad har gjorts?' }).fill(`Två kvällar på bryggan, nummer ${place}.`);
    await page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter');
    await pressOn(page.getByRole('button', { name: 'Nästa fråga att svara på' }), 'Enter');
  }
  await expect(page.getByText('Fråga 3 av 14')).toBeVisible();
  const api = await Api.byLink(page);
  const { items } = await api.get<AnswerSheet>(paths.answer());
  for (const item of items.slice(2)) await handIn(api, BY_LINK, item, 'Övningen är hållen.');

  await page.goto('/svara');
  await expect(page.getByText('14 av 14 frågor inlämnade')).toBeVisible();
  await page.getByRole('button', { name: 'Klar för nu: visa kvitto' }).press('Enter');
  await expect(page.getByText('Tack! Alla dina svar är inlämnade (14 av 14).')).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

/** Accepts all that the list shows: what would change is seen row by row first. */
async function acceptAll(page: Page, address: string, many: number): Promise<void> {
  await openPage(page, address);
  await page.getByRole('button', { name: 'Ändra alla som visas' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Vad ska ändras').selectOption({ label: 'Svarets läge' });
  await dialog.getByLabel('Ändras till').selectOption({ label: 'Godkänn' });
  await dialog.getByRole('button', { name: 'Visa vad som ändras' }).press('Enter');
  await expect(dialog.getByText(`${many} av ${many} ändras.`)).toBeVisible();
  await expect(dialog.getByRole('row')).toHaveCount(many + 1);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: `Ändra ${many}` }).press('Enter');
  await expect(dialog.getByText(`${many} av ${many} ändrades.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Klar' }).press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('the planner accepts all 58, and nothing stands in the way of adopting the round', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const round = (): Promise<RoundPage> => api.get<RoundPage>(paths.planRound(plan.slug, plan.label));
  const first = (await round()).goals[0]?.goal.id ?? '';
  await acceptAll(page, `${pages.activities(plan.slug)}?mal=${first}&svar=inlamnad`, 15);
  await photograph(page, 'round-accepting');
  await acceptAll(page, `${pages.activities(plan.slug)}?svar=inlamnad`, ALL - 15);
  await openPage(page, `${pages.activities(plan.slug)}?svar=godkand`);
  await expect(page.getByRole('status').filter({ hasText: `${ALL} aktiviteter` })).toBeVisible();

  await openPage(page, pages.round(plan.slug, plan.label));
  await expect(page.getByText('4 saker saknas innan omgången kan fastställas.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Börja granska' }).press('Enter');
  await expect(page.getByText('Under granskning').first()).toBeVisible();
  const unjudged = page.getByRole('button', { name: /^Bedöm delmål/i });
  for (const left of [4, 3, 2, 1]) {
    await expect(unjudged).toHaveCount(left);
    await unjudged.first().press('Enter');
    await pressOn(page.getByRole('radio', { name: /Inom räckhåll/ }), 'Space');
    await page.getByRole('main').getByRole('textbox').last().fill('Stränderna är tryggare än förra året.');
    await page.getByRole('button', { name: 'Spara bedömningen' }).press('Enter');
    // While it is saved the form stands where the button was: the next one is not begun before it has gone.
    await expect(page.getByRole('button', { name: 'Spara bedömningen' })).toHaveCount(0);
  }
  await expect(unjudged).toHaveCount(0);
  await expect(page.getByText('Inget hindrar att omgången fastställs.')).toBeVisible();
  await expect(page.getByText(new RegExp(`${ALL} av ${ALL} `)).first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'round-accepted');
  const { rehearsal, round: stored } = await round();
  expect(rehearsal.blocking).toBe(0);
  expect(stored.answers.accepted).toBe(ALL);
});
