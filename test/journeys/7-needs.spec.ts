import { expect, type Browser, type Page } from '@playwright/test';
import {
  NEEDS_LINK_HEADER,
  pages,
  paths,
  type NeedsAnswerSheet,
  type NeedsInvitationList,
  type WorkPlan,
} from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { test, type OwnServer } from './support/own-server.ts';
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

test.use({ own: 'needs' });

/** A year that nobody has been asked about, and that has no work plan. */
const YEAR = new Date().getFullYear() + 2;
const ANSWERS = [
  'En gemensam utbildning i samtal med unga',
  'Utbildning för personal som möter unga i samtal',
  'Mer tid för fältarbete',
  'Utbildning i samtal, gärna digitalt',
  'Ett nätverk för fältarbetare',
];

async function tokenIn(server: OwnServer, address: string): Promise<string> {
  let token = '';
  // The letters leave from the queue, a moment after the page has said that they will.
  await expect(async () => {
    const [letter = ''] = await server.lettersTo(address);
    token = /\/behovssvar#([\w-]+)/.exec(letter)?.[1] ?? '';
    expect(token).not.toBe('');
  }).toPass({ timeout: 30_000 });
  return token;
}

/** A telephone that has never been here: no session and no cookies. */
async function newPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  return context.newPage();
}

/** What the others answer; the journey is about one of them. */
async function answerAsOther(page: Page, token: string, text: string): Promise<void> {
  const headers = { [NEEDS_LINK_HEADER]: token };
  const sheet = (await (await page.request.get(paths.needsAnswer(), { headers })).json()) as NeedsAnswerSheet;
  const wish = sheet.questions.find(({ text: question }) => question.startsWith('Vad skulle du vilja'));
  const scale = sheet.questions.find(({ kind }) => kind === 'scale');
  const answer = await page.request.put(paths.needsAnswer(), {
    headers: { ...headers, 'If-Match': '"0"' },
    data: {
      answers: [
        { questionId: wish?.id, goalId: null, text, chosen: null, scale: null },
        { questionId: scale?.id, goalId: null, text: null, chosen: null, scale: (text.length % 5) + 1 },
      ],
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function expectGood(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

test('the needs inventory is sent, answered on a phone, and becomes a decided work plan', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, PEOPLE.planner);
  const { slug } = await demoPlan(page);

  // Build and send it.
  await openPage(page, pages.needs(slug));
  await expectGood(page);
  await page.getByRole('button', { name: 'Ny behovsinventering' }).click();
  await expect(page.getByLabel('Vilka ska svara?')).toContainText('Samrådsgruppen');
  await page.getByLabel('Inför vilket år?').fill(String(YEAR));
  await expectGood(page);
  await photograph(page, 'needs-new');
  await page.getByRole('button', { name: 'Skapa utkast med frågor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Behovsinventering inför/);
  await page.getByLabel('Inledning').fill('Svaren blir underlag för nästa års verksamhetsplan.');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Spara', exact: true })).toHaveCount(0);
  await expectGood(page);
  await photograph(page, 'needs-draft');
  const inventoryId = page.url().split('/').at(-1) ?? '';
  await page.getByRole('button', { name: 'Öppna och skicka' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Öppna och skicka' }).click();
  await expect(page.getByRole('heading', { name: 'Vilka som har svarat' })).toBeVisible();
  await expectGood(page);

  const api = await Api.of(page);
  const { items } = await api.get<NeedsInvitationList>(paths.needsInvitations(inventoryId));
  const [mine, ...others] = items.filter(({ email }) => email !== '');
  const phone = await newPhone(browser);
  for (const [at, text] of ANSWERS.entries())
    await answerAsOther(page, await tokenIn(server, others[at]?.email ?? ''), text);

  // Answer on a phone, with the connection cut in the middle.
  const token = await tokenIn(server, mine?.email ?? '');
  await phone.goto(`${server.url}${pages.answerNeeds(token)}`);
  await expect(phone.getByText('Svaren är anonyma.')).toBeVisible();
  expect(phone.url()).not.toContain(token);
  await expectGood(phone);
  await photograph(phone, 'needs-answer-start');
  await phone.getByRole('button', { name: 'Börja svara' }).click();
  await phone.getByLabel('Vad fungerar bra i arbetet i dag?').fill('Träffarna i samrådet.');
  await expect(phone.getByText(/^Sparat/)).toBeVisible();
  await phone.context().setOffline(true);
  await phone.getByLabel('Var skaver det?').fill('Vi vet inte vem vi ska ringa.');
  await expect(phone.getByText('Gick inte att spara')).toBeVisible();
  await phone.getByRole('radio', { name: '4' }).check();
  await phone.context().setOffline(false);
  await expect(phone.getByText(/^Sparat/)).toBeVisible({ timeout: 20_000 });
  await phone.getByLabel('Vad skulle du vilja att vi gör tillsammans nästa år?').fill('Utbildning i samtal med unga.');
  await expectGood(phone);
  await photograph(phone, 'needs-answer');
  await phone.getByRole('button', { name: 'Jag är klar' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Tack, ditt svar är sparat');
  await expect(phone.getByText('Du har svarat på 4 av 6 frågor.')).toBeVisible();
  await expectGood(phone);
  await photograph(phone, 'needs-answer-done');

  // Close it, and make a need of what was said.
  await openPage(page, pages.needsInventory(inventoryId));
  await expect(page.getByText(`6 av ${items.length} har svarat`)).toBeVisible();
  await expect(page.getByText('Svaren är anonyma och visas när inventeringen är stängd.')).toBeVisible();
  await photograph(page, 'needs-open');
  await page.getByRole('button', { name: 'Stäng för svar' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stäng för svar' }).click();
  await expect(page.getByText('Svar som liknar varandra')).toBeVisible();
  await expectGood(page);
  await page
    .getByRole('button', { name: /^Markera de här/ })
    .first()
    .press('Enter');
  await expect(page.getByText('Markerade svar: 4')).toBeVisible();
  await page.getByLabel('Behovet i en mening').fill('Utbildning i samtal med unga');
  await page.getByRole('button', { name: 'Spara behovet' }).click();
  await expect(page.getByText('Svar bakom: 4')).toBeVisible();
  await page.getByLabel('Behovet i en mening').fill('Fler fältarbetare');
  await page.getByRole('button', { name: 'Spara behovet' }).click();
  await expect(page.locator('strong', { hasText: 'Fler fältarbetare' })).toBeVisible();
  await photograph(page, 'needs-results');

  // Build the work plan with the keyboard.
  await openPage(page, pages.workPlans(slug));
  await page.getByRole('button', { name: 'Ny verksamhetsplan' }).press('Enter');
  await expectGood(page);
  await page.getByRole('combobox', { name: /^År/ }).selectOption(String(YEAR));
  await page.getByRole('button', { name: 'Skapa utkast' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Att välja bland' })).toBeVisible();
  const workPlanId = page.url().split('/').at(-1) ?? '';
  await page.getByRole('button', { name: /^Välj\s?: Utbildning i samtal med unga$/ }).press('Enter');
  await expect(page.getByRole('listitem').getByRole('heading', { name: 'Utbildning i samtal med unga' })).toBeVisible();
  await page.getByRole('button', { name: /^Avböj\s?: Fler fältarbetare$/ }).press('Enter');
  await page.getByRole('dialog').getByLabel('Varför?').fill('Kommunerna bestämmer själva om sin personal.');
  await page.getByRole('dialog').getByRole('button', { name: 'Avböj behovet' }).press('Enter');
  await expect(page.getByRole('button', { name: /^Avböj\s?: Fler fältarbetare$/ })).toHaveCount(0);
  await page.locator('summary', { hasText: 'Görs varje år enligt planen' }).press('Enter');
  await pressOn(page.getByRole('button', { name: /^Välj\s?: 1\.1\/1$/ }), 'Enter');
  await expect(page.getByText('Ur planen: 1.1/1')).toBeVisible();
  await page.getByRole('button', { name: /^Ändra\s?: Utbildning i samtal med unga$/ }).press('Enter');
  await page.getByLabel('Belopp i kronor').fill('25 000');
  await page.getByLabel('Vem håller i det?').fill('Maria Sandell');
  await expectGood(page);
  await photograph(page, 'work-plan-item');
  await page.getByRole('button', { name: 'Spara insatsen' }).press('Enter');
  await expect(page.getByText('belopp angivet för 1 av 2')).toBeVisible();
  await page
    .getByRole('button', { name: /^Flytta upp\s?: / })
    .last()
    .press('Enter');
  await expect(page.locator('.item h3').last()).toHaveText('Utbildning i samtal med unga');
  await expectGood(page);
  await photograph(page, 'work-plan-draft');

  // What it is called, and the words before it.
  await page.getByRole('button', { name: 'Ändra rubrik och inledning' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Rubrik' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Inledning' }).fill('Det här gör vi tillsammans under året.');
  await expectGood(page);
  await photograph(page, 'work-plan-texts');
  page.once('dialog', (dialog) => void dialog.accept());
  await openPage(page, pages.workPlan(workPlanId));
  await expect(page.getByRole('textbox', { name: 'Inledning' })).toHaveValue('Det här gör vi tillsammans under året.');
  await page.getByRole('button', { name: 'Spara texterna' }).press('Enter');
  await expect(page.getByText('Rubriken och inledningen är sparade.')).toBeVisible();
  await expect(page.locator('.sam-verbatim')).toHaveText('Det här gör vi tillsammans under året.');

  // Decide it. From then on it stands.
  await page.getByRole('button', { name: 'Besluta verksamhetsplanen' }).press('Enter');
  await page.getByLabel('Vilket beslut?').fill('Samrådsgruppen § 12');
  await expectGood(page);
  await page.getByRole('button', { name: 'Besluta och frys' }).press('Enter');
  await expect(page.getByText('Verksamhetsplanen är beslutad och ändras inte.')).toBeVisible();
  await expect(page.getByText(/ låste den /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ändra rubrik och inledning' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Att välja bland' })).toHaveCount(0);
  await expectGood(page);
  await photograph(page, 'work-plan-decided');
  const plan = await api.get<WorkPlan>(paths.workPlan(workPlanId));
  expect(plan.paper?.sha256).toMatch(/^[0-9a-f]{64}$/);
  const pdf = await page.request.get(paths.paperFile('work_plan', workPlanId, 'pdf'));
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await openPage(page, pages.workPlans(slug));
  await expectGood(page);
});
