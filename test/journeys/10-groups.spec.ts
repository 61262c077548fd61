import { expect, type Locator, type Page } from '@playwright/test';
import { addDays, dayOf } from '@samhandling/domain';
import { pages, paths, type Group, type GroupList } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { openOwnPlan, type OwnPlan } from './support/own-plan.ts';
import { test } from './support/own-server.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PEOPLE,
  photograph,
  pressOn,
  signIn,
} from './support/page.ts';

/** Each plan with a text of its own: the same text twice is no new plan. */
const activities = (about: string) =>
  Array.from({ length: 6 }, (_, at) => ({
    text: `Ordna träff nummer ${at + 1} om ${about}.`,
    responsible: 'Länsstyrelsen',
    followUp: 'Antal genomförda träffar.',
  }));
const IN_A_WEEK = addDays(dayOf(new Date()), 7);

test.use({ own: 'groups' });

/** The same page on a phone, with nothing beside it. */
async function onPhone(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await photograph(page, name);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Chooses in a field that is searched as one types. */
async function search(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

async function namesOn(page: Page): Promise<string[]> {
  return page.locator('sam-agenda-list .items > li .name').allInnerTexts();
}

/** A group with a member and a meeting in a week, made through the API: what the keyboard journey is not about. */
async function groupWithMeeting(api: Api, plan: OwnPlan, name: string): Promise<string> {
  const group = await api.send<{ id: string }>('POST', paths.planGroups(plan.slug), { name, kind: 'preparatory' });
  const choices = await api.get<{ organisations: { id: string }[]; people: { id: string; email: string }[] }>(
    `${paths.groupChoices()}?plan=${plan.slug}`,
  );
  await api.send('POST', paths.groupMembers(group.id), {
    personId: choices.people.find(({ email }) => email === PEOPLE.planner)?.id,
    organisationId: choices.organisations[0]?.id,
    role: 'chair',
    fromDay: dayOf(new Date()),
  });
  const { meetings } = await api.send<{ meetings: { id: string }[] }>('POST', paths.groupMeetings(group.id), {
    meetings: [{ startsAt: `${IN_A_WEEK}T12:00:00.000Z`, endsAt: `${IN_A_WEEK}T13:00:00.000Z` }],
  });
  return meetings[0]?.id ?? '';
}

test('a planner sets up a group, plans a meeting, fills the agenda from the proposal, calls it and takes attendance', async ({
  page,
}) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Möten om vatten', [activities('sjöar')]);

  // Nothing yet, and the way on.
  await openPage(page, pages.groups(plan.slug));
  await expect(page.getByText('Ingen grupp än')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'groups-empty');
  await page.getByRole('link', { name: 'Lägg upp en grupp' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ny grupp');
  await page.getByRole('button', { name: 'Skapa gruppen' }).click();
  await expect(page.getByText('Skriv vad gruppen heter.')).toBeVisible();
  await page.getByLabel('Namn').fill('Beredningsgruppen för vatten');
  await page.getByLabel('Syfte').fill('Bereder det som samrådet ska besluta om.');
  await page.getByLabel('Möten per år').fill('10');
  await page.getByLabel('Ett genomfört möte räknas som').selectOption({ index: 1 });
  await search(page.getByRole('combobox', { name: 'Aktiviteter' }), '1.1/1');
  await expectAccessible(page);
  await photograph(page, 'group-new');
  await onPhone(page, 'group-new-phone');
  await page.getByRole('button', { name: 'Skapa gruppen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beredningsgruppen för vatten');
  await expect(page.getByText('0 av 10 träffar i år')).toBeVisible();
  await expect(page.getByText(/Mötena räknas i aktiviteten 1\.1\/1/)).toBeVisible();

  // Somebody with an account, and somebody without.
  await page.getByRole('button', { name: 'Lägg till medlem' }).click();
  await search(page.getByRole('combobox', { name: 'Person' }), 'Maria');
  await page.getByLabel('Roll i gruppen').selectOption({ label: 'Ordförande' });
  const organisation = page.getByRole('combobox', { name: 'Organisation' });
  if ((await page.locator('sam-member-form .picked').count()) < 2) await search(organisation, 'Länsstyrelsen');
  await page.getByRole('button', { name: 'Spara medlemmen' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Maria Sandell' })).toContainText('Ordförande');
  await page.getByRole('button', { name: 'Lägg till medlem' }).click();
  await page.getByLabel('Har inget konto').check();
  await page.getByRole('button', { name: 'Spara medlemmen' }).click();
  await expect(page.getByText('Skriv namnet.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'group-member-refused');
  await page.getByLabel('Namn').fill('Tove Prov');
  await page.getByLabel('E-postadress i arbetet').fill('tove.prov@tjarnby.example');
  await search(page.getByRole('combobox', { name: 'Organisation' }), 'Polis');
  await page.getByRole('button', { name: 'Spara medlemmen' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Tove Prov' })).toContainText('Inget möte än');

  // A meeting in a week.
  await page.getByRole('button', { name: 'Nytt möte' }).click();
  await page.getByRole('button', { name: 'Spara mötet' }).click();
  await expect(page.getByText('Välj en dag.')).toBeVisible();
  await page.getByLabel('Dag', { exact: true }).fill(IN_A_WEEK);
  await page.getByRole('textbox', { name: 'Börjar' }).fill('13');
  await page.getByRole('textbox', { name: 'Slutar' }).fill('14.00');
  await page.getByRole('textbox', { name: 'Plats' }).fill('Rum Strömmen');
  await page.getByRole('button', { name: 'Spara mötet' }).click();
  await expect(page.getByText('Mötet är planerat.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'group');
  await onPhone(page, 'group-phone');
  await page.getByRole('link', { name: /kl\. 13:00–14:00/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beredningsgruppen för vatten');
  await expect(page.getByText('Dagordningen är tom', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'meeting-empty');

  // What the proposal holds and the hour has room for.
  await page.getByRole('button', { name: 'Fyll dagordningen' }).click();
  const proposal = page.getByRole('dialog');
  await expect(proposal.getByRole('checkbox').first()).toBeChecked();
  await expect(proposal.getByText('Har inte varit uppe i gruppen än.').first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'meeting-proposal');
  await proposal.getByRole('button', { name: /Lägg till 6 punkter/ }).click();
  await expect(page.locator('sam-agenda-list .items > li')).toHaveCount(6);
  await page.getByRole('button', { name: 'Egen punkt' }).click();
  await page.getByLabel('Punkt', { exact: true }).fill('Val av justerare');
  await page.getByLabel('Minuter', { exact: true }).fill('5');
  await page.getByRole('button', { name: 'Lägg till punkten' }).click();
  await expect(page.locator('sam-agenda-list .items > li')).toHaveCount(7);
  await page.getByRole('button', { name: 'Klart' }).click();
  await expect(page.getByText('53 av 60 minuter')).toBeVisible();

  // One is taken off, and comes back.
  const before = await namesOn(page);
  await page.getByRole('button', { name: /Mer om punkt 2/ }).click();
  await page.getByRole('menuitem', { name: 'Ta bort' }).click();
  await expect(page.locator('sam-agenda-list .items > li')).toHaveCount(6);
  await expect(page.getByText('Inte längre på dagordningen')).toBeVisible();
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.locator('sam-agenda-list .items > li')).toHaveCount(7);
  expect((await namesOn(page)).toSorted()).toEqual(before.toSorted());

  // The calling: who gets it, and what comes with it.
  await page.getByRole('button', { name: 'Kalla till mötet' }).click();
  const calling = page.getByRole('dialog');
  await expect(calling.getByText('Kallelsen går till 2 personer')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'meeting-call');
  await calling.getByLabel('Meddelande').fill('Välkomna. Läs gärna igenom punkterna innan.');
  await calling.getByRole('button', { name: 'Skicka kallelsen' }).click();
  await expect(page.getByText('Kallat', { exact: true })).toBeVisible();
  await expect(page.getByText(/Kallelsen skickades .* av Maria Sandell/)).toBeVisible();

  // What changes afterwards is said in words, on the item and in the list of changes.
  await page.getByRole('button', { name: 'Egen punkt' }).click();
  await page.getByLabel('Punkt', { exact: true }).fill('Sen fråga');
  await page.getByRole('button', { name: 'Lägg till punkten' }).click();
  await expect(page.getByText('Ny efter kallelsen')).toBeVisible();
  await expect(page.getByText('Ändrat sedan kallelsen')).toBeVisible();
  await page.getByRole('button', { name: 'Klart' }).click();

  // Attendance, saved as it is chosen.
  await page
    .getByRole('group', { name: /Maria Sandell/ })
    .getByLabel('På plats')
    .check();
  await page
    .getByRole('group', { name: /Tove Prov/ })
    .getByLabel('På distans')
    .check();
  await expect(page.getByText('2 av 2 i gruppen var med, varav 1 på distans.')).toBeVisible();
  await page.getByRole('button', { name: 'Lägg till gäst' }).click();
  await page.getByLabel('Namn').fill('Gunnar Gäst');
  await search(page.getByRole('combobox', { name: 'Organisation' }), 'Region');
  await page.getByRole('button', { name: 'Lägg till gästen' }).click();
  await expect(page.getByText('1 till var med utan att höra till gruppen.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'meeting-called');
  await onPhone(page, 'meeting-called-phone');

  // It has not begun, so it cannot be ended: the page says so where the button would be.
  await page.reload();
  await expect(page.getByText('2 av 2 i gruppen var med, varav 1 på distans.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Avsluta mötet' })).toHaveCount(0);

  const list = await api.get<GroupList>(paths.planGroups(plan.slug));
  expect(list.items.map(({ members, chair }) => [members, chair])).toEqual([[2, 'Maria Sandell']]);
  await openPage(page, pages.groups(plan.slug));
  await expectAccessible(page);
  await photograph(page, 'groups');
  await onPhone(page, 'groups-phone');
});

test('the agenda is filled, ordered, timed and parked by keyboard alone', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Tangenter om vatten', [activities('åar')]);
  await openPage(page, pages.meeting(await groupWithMeeting(api, plan, 'Tangentgruppen')));

  // From the proposal: the first two only.
  await page.getByRole('button', { name: 'Hämta ur förslaget' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Sök bland förslagen' })).toBeFocused();
  await page.keyboard.press('Tab');
  for (let at = 0; at < 6; at += 1) {
    await expect(page.getByRole('checkbox').nth(at)).toBeFocused();
    if (at >= 3) await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
  }
  await expect(page.getByRole('button', { name: 'Lägg till 3 punkter' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('sam-agenda-list .items > li')).toHaveCount(3);

  // The last one goes first, in two quick steps; the focus goes with it, and it is said.
  const [first = '', second = '', third = ''] = await namesOn(page);
  await page.getByRole('button', { name: /Flytta punkt 3/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => namesOn(page)).toEqual([third, first, second]);
  await expect(page.getByRole('button', { name: /Flytta punkt 1/ })).toBeFocused();
  await expect(page.getByText('är nu punkt 1 av 3.')).toBeAttached();
  await expect(page.getByText(/^Sparat/)).toBeVisible();
  await page.reload();
  await expect.poll(() => namesOn(page)).toEqual([third, first, second]);

  // Twice as long: the clock of those after it moves.
  await page.getByRole('textbox', { name: /Minuter för punkt 1/ }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('16');
  await page.keyboard.press('Enter');
  await expect(page.getByText('32 av 60 minuter')).toBeVisible();
  await expect(page.locator('sam-agenda-list .clock').nth(1)).toHaveText('13:16');

  // Parked with a reason, from the menu.
  await page.getByRole('button', { name: /Mer om punkt 2/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Flytta upp' })).toBeFocused();
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Parkera' })).toBeFocused();
  await page.keyboard.press('Enter');
  await pressOn(page.getByLabel('Varför behöver den inte tas upp?'), 'Tab');
  await page.getByRole('dialog').getByRole('button', { name: 'Parkera' }).press('Enter');
  await expect(page.getByText('Skriv varför.')).toBeVisible();
  await page.getByLabel('Varför behöver den inte tas upp?').focus();
  await page.keyboard.type('Väntar på nya siffror.');
  await page.getByRole('dialog').getByRole('button', { name: 'Parkera' }).press('Enter');
  await expect(page.getByText('Parkerad: Väntar på nya siffror.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'meeting-parked');
  await page.getByRole('button', { name: /Lägg tillbaka/ }).press('Enter');
  await expect(page.locator('sam-agenda-list .items > li')).toHaveCount(3);
});

test('two who change the same meeting meet with both versions', async ({ page, browser, server }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Samtidigt om vatten', [activities('hav')]);
  const id = await groupWithMeeting(api, plan, 'Samtidiga gruppen');
  await openPage(page, pages.meeting(id));
  await page.getByRole('button', { name: 'Ändra tid och plats' }).click();
  await page.getByRole('textbox', { name: 'Plats' }).fill('Rum Strömmen');

  const other = await (await browser.newContext({ baseURL: server.url })).newPage();
  await signIn(other, PEOPLE.secondPlanner);
  await openPage(other, pages.meeting(id));
  await other.getByRole('button', { name: 'Ändra tid och plats' }).click();
  await other.getByRole('textbox', { name: 'Plats' }).fill('Rum Forsen');
  await other.getByRole('textbox', { name: 'Slutar' }).fill('16:00');
  await other.getByRole('button', { name: 'Spara ändringarna' }).click();
  await expect(other.getByText('Ändringen är sparad.')).toBeVisible();
  await other.context().close();

  await page.getByRole('button', { name: 'Spara ändringarna' }).click();
  const clash = page.getByRole('dialog');
  await expect(clash.getByText('Rum Forsen')).toBeVisible();
  await expect(clash.getByText('Rum Strömmen')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'meeting-stale');
  await clash
    .getByRole('group', { name: 'Plats' })
    .getByLabel(/Din version/)
    .check();
  await clash.getByRole('button', { name: 'Spara det valda' }).click();
  await expect(page.getByText('Rum Strömmen')).toBeVisible();
  // What only the other one had changed is theirs.
  await expect(page.getByText(/–16:00/).first()).toBeVisible();
});

test('a group is taken along into the plan that follows, and both say where the other is', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const old = await openOwnPlan(api, 'Isbanor 2020', [
    [{ text: 'Ordna isbanor för unga.', responsible: 'Länsstyrelsen', followUp: 'Antal genomförda träffar.' }],
  ]);
  const next = { title: 'Isbanor 2050', theme: 'Trygga vatten', firstYear: 2050, lastYear: 2053 };
  await api.send('POST', paths.plans(), next);
  const group = await api.send<Group>('POST', paths.planGroups(old.slug), { name: 'Isgruppen', kind: 'thematic' });
  await openPage(page, pages.group(group.id));
  await page.getByRole('button', { name: 'Ta med gruppen till nästa plan' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const plans = dialog.getByLabel('Till vilken plan');
  await plans.selectOption({ label: 'Isbanor 2050' });
  await dialog.getByRole('checkbox', { name: /Avsluta gruppen/ }).press('Space');
  await pressOn(dialog.getByRole('button', { name: 'Ta med gruppen' }), 'Enter');
  await expect(dialog.getByText('Skriv vad gruppen har kommit fram till')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Vad blev resultatet?' })).toBeFocused();
  await expectAccessible(page);
  await photograph(page, 'group-continue');
  await page.keyboard.type('Tre isbanor blev av.');
  await dialog.getByRole('button', { name: 'Ta med gruppen' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Isgruppen, Isbanor 2020' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'group-continued');
  await page.getByRole('link', { name: 'Isgruppen, Isbanor 2020' }).press('Enter');
  await expect(page.getByText('Tre isbanor blev av.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Isgruppen, Isbanor 2050' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ta med gruppen till nästa plan' })).toHaveCount(0);
  await expectAccessible(page);
  await photograph(page, 'group-continued-old');
});
