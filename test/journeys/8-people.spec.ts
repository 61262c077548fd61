import { expect, type Page } from '@playwright/test';
import { pages, paths, type History, type ReporterList } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { openOwnPlan } from './support/own-plan.ts';
import { test } from './support/own-server.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PEOPLE,
  photograph,
  pressOn,
  signIn,
  switchPerson,
} from './support/page.ts';

const NAME = 'Klara Nyström';
const EMAIL = 'klara.nystrom@alvmark.example';
const PASSWORD = 'tre gröna båtar vid bryggan';
const GOALS = [[{ text: 'Ordna en öppen dag.', responsible: 'Länsstyrelsen', followUp: 'Dagen är genomförd.' }]];

/** The same page on a phone, with nothing beside it. */
async function onPhone(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await photograph(page, name);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test.use({ own: 'people' });

test('a planner invites a reporter, who comes in, answers, leaves, and is in the history as before', async ({
  page,
  server,
}) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Öppna dagar', GOALS);

  // By keyboard, from the menu of the person.
  await page.getByRole('button', { name: 'Maria Sandell' }).press('Enter');
  await pressOn(page.getByRole('link', { name: 'Personer', exact: true }), 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Personer');
  await expectAccessible(page);
  await photograph(page, 'people');
  await onPhone(page, 'people-phone');
  await page.getByRole('link', { name: 'Bjud in' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bjud in en person');
  await page.getByRole('button', { name: 'Skicka inbjudan' }).press('Enter');
  await expect(page.getByText('Skriv personens namn.')).toBeVisible();
  await page.getByLabel('Namn').fill(NAME);
  await page.getByLabel('E-postadress').fill(EMAIL);
  await page.getByRole('button', { name: 'Skicka inbjudan' }).press('Enter');
  await expect(page.getByText('En rapportör svarar för en organisation. Välj vilken.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'people-invite-refused');
  await page.getByLabel('Organisation').selectOption({ label: 'Länsstyrelsen' });
  await page.getByRole('button', { name: 'Skicka inbjudan' }).press('Enter');
  await expect(page.getByText(`Inbjudan till ${NAME} skickas`)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: NAME })).toContainText('Inbjuden');

  // The letter, in another browser.
  await expect.poll(async () => (await server.lettersTo(EMAIL)).length).toBe(1);
  const [letter = ''] = await server.lettersTo(EMAIL);
  const link = /http\S+\/inbjudan#[\w-]+/.exec(letter)?.[0] ?? '';
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du är inbjuden');
  expect(page.url()).not.toContain('#');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Öppna inbjudan' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Välkommen till Älvmarks län');
  await expect(page.getByText('Rapportör, Länsstyrelsen')).toBeVisible();
  await expect(page.getByText('Maria Sandell har bjudit in dig')).toBeVisible();
  await expectAccessible(page);
  await onPhone(page, 'invitation-phone');
  await page.getByRole('textbox', { name: 'Lösenord' }).fill('kort');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Lösenordet ska ha minst 12 tecken.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Lösenord' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att göra');

  // Everything held about oneself.
  await openPage(page, pages.accountData());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uppgifter om dig');
  await expect(page.getByRole('heading', { name: 'Roller (1)' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'own-data');
  await onPhone(page, 'own-data-phone');

  // The same link opens nothing any more.
  await page.context().clearCookies();
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Öppna inbjudan' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbjudan går inte att använda');
  await expectAccessible(page);
  await photograph(page, 'invitation-used');

  // Reports something, and then leaves.
  await switchPerson(page, PEOPLE.planner);
  const planner = await Api.of(page);
  const { rows, people } = await planner.get<ReporterList>(paths.roundReporters(plan.roundId));
  const klara = people.find(({ email }) => email === EMAIL);
  const followUp = rows[0];
  if (!klara || !followUp) throw new Error('Nobody to report, or nothing.');
  await planner.send('POST', paths.roundReporters(plan.roundId), {
    assignments: [{ followUpId: followUp.followUpId, version: followUp.version, reporterId: klara.id }],
  });
  const before = await planner.get<History>(paths.history('follow_up', followUp.followUpId));
  expect(JSON.stringify(before)).toContain(NAME);
  await openPage(page, pages.person(klara.id));
  await expect(page.getByText('1 svar väntar på personen.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'person');
  await onPhone(page, 'person-phone');
  await page.getByRole('button', { name: 'Slutar i länet' }).press('Enter');
  await pressOn(page.getByRole('alertdialog').getByRole('button', { name: 'Slutar i länet' }), 'Enter');
  await expect(page.getByText('Har slutat', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'person-left');
  expect(await planner.get<History>(paths.history('follow_up', followUp.followUpId))).toEqual(before);

  // What waited is handed over, from somebody who is there no longer.
  await page.getByRole('link', { name: 'Lämna över till någon annan' }).press('Enter');
  await expect(page.getByLabel('Från', { exact: true })).toHaveValue(klara.id);
  await expectAccessible(page);

  // Back with the same role, and out again for good.
  await openPage(page, pages.person(klara.id));
  await page.getByRole('button', { name: 'Kommer tillbaka' }).press('Enter');
  await expect(page.getByText('Aktiv', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Slutar i länet' }).press('Enter');
  await pressOn(page.getByRole('alertdialog').getByRole('button', { name: 'Slutar i länet' }), 'Enter');
  await page.getByText('Ta bort uppgifterna om personen', { exact: true }).first().click();
  await page.getByLabel('Varför tas uppgifterna bort?').fill('Begärt av personen.');
  await page.getByLabel('Skriv personens namn').fill('Klara');
  await page.getByRole('button', { name: 'Ta bort uppgifterna om personen' }).press('Enter');
  await expect(page.getByText(`Skriv namnet som det står: ${NAME}.`)).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'person-remove');
  await page.getByLabel('Skriv personens namn').fill(NAME);
  await page.getByRole('button', { name: 'Ta bort uppgifterna om personen' }).press('Enter');
  await expect(page.getByText('Uppgifterna om personen är borttagna')).toBeVisible();
  await openPage(page, pages.history('follow_up', followUp.followUpId));
  await expect(page.getByText('Tidigare medarbetare').first()).toBeVisible();
});
