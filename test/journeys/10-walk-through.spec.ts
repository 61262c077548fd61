import { expect, type Page } from '@playwright/test';
import { pages, paths, type Meeting, type WalkThrough } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { beginNow, everybodyPresent, twoGroups } from './support/meeting.ts';
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
} from './support/page.ts';

test.use({ own: 'walk-through' });

const COUNT = 12;
const ACTIVITIES = Array.from({ length: COUNT }, (_, at) => ({
  text: `Ordna gemensam vattendag nummer ${at + 1}.`,
  responsible: 'Länsstyrelsen',
  partners: 'Polismyndigheten',
  followUp: 'Antal genomförda vattendagar.',
}));

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const state = (page: Page) => page.locator('sam-walk-head .state');
/** What stands above each thing made under the item. */
const made = (page: Page) => page.locator('sam-made-part .what');
const saved = (page: Page) => expect(state(page)).toHaveText('Sparat');

/** Writes a note by keyboard and steps out of the field. */
async function note(page: Page, text: string): Promise<void> {
  await page.keyboard.press('a');
  await expect(page.getByRole('textbox', { name: 'Anteckning' })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

test('a beredning with twelve activities is called, walked through and minuted by keyboard, with the connection cut in the middle', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Vattendagar', [ACTIVITIES]);
  const meetingId = await twoGroups(api, plan.slug, 'Vatten');

  // The agenda writes itself, and the meeting is called.
  await openPage(page, pages.meeting(meetingId));
  await page.getByRole('button', { name: 'Fyll dagordningen' }).press('Enter');
  const proposal = page.getByRole('dialog');
  await proposal.getByRole('button', { name: `Lägg till ${COUNT} punkter` }).press('Enter');
  await expect(page.locator('sam-agenda-list .items > li')).toHaveCount(COUNT);
  await page.getByRole('button', { name: 'Kalla till mötet' }).press('Enter');
  await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Skicka kallelsen' }), 'Enter');
  await expect(page.getByText('Kallat', { exact: true })).toBeVisible();
  await beginNow(api, meetingId);
  await everybodyPresent(api, meetingId);

  await page.reload();
  await page.getByRole('link', { name: 'Starta genomgången' }).first().press('Enter');
  await expect(page.locator('sam-walk-head .who')).toHaveText('Du skriver');
  await expect(page.locator('sam-walk-head .place')).toHaveText(`Punkt 1 av ${COUNT}`);
  await expect(heading(page)).toContainText('Ordna gemensam vattendag');
  await expectAccessible(page);
  await photograph(page, 'walk-through');

  // Another follows on a screen of their own.
  const elsewhere = await browser.newContext({ baseURL: server.url, locale: 'sv-SE' });
  const other = await elsewhere.newPage();
  await signIn(other, PEOPLE.secondPlanner);
  await openPageLive(other, pages.walkThrough(meetingId));
  await expect(other.locator('sam-walk-head .who')).toHaveText('Du följer. Maria Sandell skriver.');
  await expect(other.getByRole('textbox')).toHaveCount(0);
  await expectAccessible(other);
  await photograph(other, 'walk-through-follower');

  // 1: judgement and note.
  await page.keyboard.press('2');
  await note(page, 'Tre vattendagar är klara.');
  await saved(page);
  await expect(other.getByText('Tre vattendagar är klara.')).toBeVisible();

  // 2: the follower comes along. A decision.
  await page.keyboard.press('n');
  await expect(page.locator('sam-walk-head .place')).toHaveText(`Punkt 2 av ${COUNT}`);
  await expect(other.locator('sam-walk-head .place')).toHaveText(`Punkt 2 av ${COUNT}`);
  await page.keyboard.press('b');
  await page.keyboard.type('Länsstyrelsen bjuder in till en gemensam vattendag i maj.');
  await expectAccessible(page);
  await photograph(page, 'walk-through-decision');
  await page.keyboard.press('Control+Enter');
  await expect(made(page)).toHaveText(/^Beslut § 1\/\d{4}$/);
  await expect(other.getByText('Länsstyrelsen bjuder in till en gemensam vattendag i maj.').first()).toBeVisible();

  // 3: something to do, for somebody without an account, until the next meeting.
  await page.keyboard.press('n');
  await page.keyboard.press('u');
  await page.keyboard.type('Boka bryggan');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Tove');
  await page.getByRole('button', { name: /Nästa möte/ }).press('Enter');
  await pressOn(page.getByRole('button', { name: 'Lägg till', exact: true }), 'Enter');
  await expect(page.getByText('Tove Prov, Länsstyrelsen, senast', { exact: false })).toBeVisible();

  // 4: needs support, and is lifted.
  await page.keyboard.press('n');
  await page.keyboard.press('3');
  await page.keyboard.type('Någon som kan leda dagen.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('l');
  await page.keyboard.type('Vem leder vattendagarna?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kommunerna turas om.');
  await page.keyboard.press('Control+Enter');
  await expect(made(page)).toHaveText('Lyft till Vattensamrådet');
  await saved(page);

  // 5: the connection is cut. Everything goes on as before.
  await page.context().setOffline(true);
  await page.keyboard.press('n');
  await expect(page.locator('sam-walk-head .place')).toHaveText(`Punkt 5 av ${COUNT}`);
  await note(page, 'Skrivet utan nät.');
  await page.keyboard.press('4');
  await page.keyboard.press('b');
  await page.keyboard.type('Beslutat utan nät.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Sparas när det finns anslutning')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('i');
  await expect(page.locator('sam-walk-head .place')).toHaveText(`Punkt 7 av ${COUNT}`);
  await expect(state(page)).toContainText('väntar på anslutning');
  await expectAccessible(page);
  await photograph(page, 'walk-through-offline');
  await page.context().setOffline(false);
  await saved(page);

  // 7: the answer to a decision is lost on its way back, and the page is loaded anew before it is sent again.
  let lost = 0;
  const address = '**/api/v1/agenda-items/*/decisions';
  await page.route(address, async (route) => {
    lost += 1;
    if (lost === 1) expect((await route.fetch()).status()).toBe(201);
    await route.abort('connectionreset');
  });
  await page.keyboard.press('b');
  await page.keyboard.type('Beslutat en gång.');
  await page.keyboard.press('Control+Enter');
  await expect(state(page)).toHaveText('1 ändring väntar på anslutning');
  await page.unroute(address);
  await page.reload();
  await saved(page);
  await expect(page.locator('sam-made-part').getByText('Beslutat en gång.')).toHaveCount(1);

  // 8 to 12: nothing new, nothing new, parked, postponed, and one that nobody reaches.
  await page.keyboard.press('n');
  await page.keyboard.press('i');
  await page.keyboard.press('i');
  await expect(page.locator('sam-walk-head .place')).toHaveText(`Punkt 10 av ${COUNT}`);
  await page.keyboard.press('p');
  await page.keyboard.type('Väntar på den nya vägen.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('s');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('sam-walk-head .place')).toHaveText(`Punkt 12 av ${COUNT}`);
  await page.keyboard.press('g');
  await expect(page.getByRole('dialog', { name: 'Gå till en punkt' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Tangenter' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'walk-through-keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');

  // The end: what was not reached goes to the next meeting.
  await expect(heading(page)).toHaveText('Mötets slut');
  await expect(page.getByText('Beslutat utan nät.')).toBeVisible();
  await page.getByRole('button', { name: 'Bordlägg alla till nästa möte' }).press('Enter');
  await expect(page.getByText('Inget är kvar att ta upp.')).toBeVisible();
  await saved(page);
  await expectAccessible(page);
  await photograph(page, 'walk-through-end');

  // On the server: each thing once, and the last text of each note.
  const walk = await api.get<WalkThrough>(paths.meetingWalkThrough(meetingId));
  const decided = walk.items.flatMap(({ decisions }) => decisions.map(({ text }) => text));
  expect(decided).toEqual([
    'Länsstyrelsen bjuder in till en gemensam vattendag i maj.',
    'Beslutat utan nät.',
    'Beslutat en gång.',
  ]);
  expect(walk.items.flatMap(({ actionPoints }) => actionPoints.map(({ assignee }) => assignee))).toEqual([
    'Tove Prov, Länsstyrelsen',
  ]);
  expect(walk.items.flatMap(({ lifts }) => lifts.map(({ proposal }) => proposal))).toEqual(['Kommunerna turas om.']);
  expect(walk.items.map((item) => item.state)).toEqual([
    ...['treated', 'treated', 'treated', 'treated', 'treated', 'nothing_new', 'treated'],
    ...['nothing_new', 'nothing_new', 'parked', 'postponed', 'postponed'],
  ]);
  expect(walk.items.map((item) => item.note).filter(Boolean)).toEqual([
    'Tre vattendagar är klara.',
    'Skrivet utan nät.',
  ]);
  expect(walk.items.map(({ about }) => about?.followUp?.judgement).filter(Boolean)).toEqual([
    'on_track',
    'needs_support',
    'completed',
  ]);

  const steps = await page.evaluate(() =>
    performance.getEntriesByName('walk-step').map(({ duration }) => Math.round(duration)),
  );
  process.stdout.write(`From key to next item, ms: ${steps.join(' ')}\n`);

  await page.getByRole('button', { name: 'Avsluta mötet' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`${pages.minutes(meetingId)}$`));
  expect((await api.get<Meeting>(paths.meeting(meetingId))).state).toBe('held');
  await elsewhere.close();
});

/** Its stream never rests, so there is no idle network to wait for. */
async function openPageLive(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(heading(page)).toBeVisible();
}

test('two write in turn: the pen is taken over, and a clash shows both texts', async ({ page, browser, server }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Två pennor', [ACTIVITIES.slice(0, 2)]);
  const meetingId = await twoGroups(api, plan.slug, 'Penn');
  await api.send('POST', paths.meetingAgenda(meetingId), {});
  await openPageLive(page, pages.walkThrough(meetingId));
  await expect(page.locator('sam-walk-head .who')).toHaveText('Du skriver');
  await note(page, 'Maria börjar.');
  await saved(page);

  // Maria's network goes, and she writes on; Johan takes over and writes in the same note.
  await page.context().setOffline(true);
  await note(page, ' Maria fortsätter.');
  const elsewhere = await browser.newContext({ baseURL: server.url, locale: 'sv-SE' });
  const other = await elsewhere.newPage();
  await signIn(other, PEOPLE.secondPlanner);
  await openPageLive(other, pages.walkThrough(meetingId));
  await other.getByRole('button', { name: 'Ta över pennan' }).press('Enter');
  await expect(other.locator('sam-walk-head .who')).toHaveText('Du skriver');
  await note(other, ' Johan lägger till.');
  await saved(other);

  // Back again: she is told who has the pen, and that what she wrote is there.
  await page.context().setOffline(false);
  await expect(page.locator('sam-walk-head .who')).toHaveText('Du följer. Johan Ekdahl skriver.');
  await expect(page.getByText('Maria börjar. Maria fortsätter.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Ta över pennan' }).press('Enter');
  await expect(state(page)).toHaveText('1 ändring behöver du titta på');
  const held = page.locator('sam-held-part');
  await expect(held.getByText('Maria börjar. Maria fortsätter.')).toBeVisible();
  await expect(held.getByText('Maria börjar. Johan lägger till.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'walk-through-clash');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await held.getByRole('button', { name: 'Behåll båda' }).press('Enter');
  await saved(page);
  const { items } = await api.get<WalkThrough>(paths.meetingWalkThrough(meetingId));
  expect(items[0]?.note).toBe('Maria börjar. Johan lägger till.\n\nMaria börjar. Maria fortsätter.');
  await expect(other.locator('sam-walk-head .who')).toHaveText('Du följer. Maria Sandell skriver.');
  await elsewhere.close();
});
