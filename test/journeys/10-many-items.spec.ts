import { expect, type Page } from '@playwright/test';
import { pages, paths, type Meeting, type ActivityList, type WalkThrough } from '@samhandling/contracts';
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

test.use({ own: 'many-items' });

const GOALS = 4;
const PER_GOAL = 50;
const ALL = GOALS * PER_GOAL;
const PLAN = Array.from({ length: GOALS }, (_, goal) =>
  Array.from({ length: PER_GOAL }, (__, at) => ({
    text: `Märka ut badplats ${goal * PER_GOAL + at + 1} tillsammans med dem som bor där.`,
    responsible: 'Länsstyrelsen',
    followUp: 'Antal märkta badplatser.',
  })),
);

/** A measured time, told and not asserted: machines differ. */
async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await act();
  process.stdout.write(`${ALL} items, ${what}: ${Math.round(performance.now() - began)} ms\n`);
}

const rows = (page: Page) => page.locator('sam-agenda-list .items > li');
const place = (page: Page) => page.locator('sam-walk-head .place');

test('two hundred activities stand on one agenda, are walked through and minuted, and none is lost', async ({
  page,
}) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Alla badplatser', PLAN);
  const meetingId = await twoGroups(api, plan.slug, 'Badplats');
  const { items } = await api.get<ActivityList>(`${paths.planActivities(plan.slug)}?pageSize=${ALL}`);
  await api.send('POST', paths.meetingAgenda(meetingId), {
    items: items.map(({ id }) => ({ kind: 'activity', activityId: id })),
  });

  await timed('the meeting opens', () => openPage(page, pages.meeting(meetingId)));
  await expect(rows(page)).toHaveCount(ALL);
  await expectAccessible(page);
  await photograph(page, 'many-items-meeting');

  // The last goes one up by keyboard, and is back where it was after the undo.
  const last =
    (await rows(page)
      .nth(ALL - 1)
      .textContent()) ?? '';
  await page.getByRole('button', { name: `Flytta punkt ${ALL}` }).focus();
  await timed('one is moved', async () => {
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByText(`är nu punkt ${ALL - 1} av ${ALL}.`)).toBeAttached();
  });
  await expect(page.getByText(/^Sparat/)).toBeVisible();
  expect(last).not.toBe('');

  await page.getByRole('button', { name: 'Kalla till mötet' }).press('Enter');
  await timed('the meeting is called', async () => {
    await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Skicka kallelsen' }), 'Enter');
    await expect(page.getByText('Kallat', { exact: true })).toBeVisible();
  });
  await beginNow(api, meetingId);
  await everybodyPresent(api, meetingId);

  await timed('the walk-through opens', async () => {
    await page.goto(pages.walkThrough(meetingId));
    await expect(place(page)).toHaveText(`Punkt 1 av ${ALL}`);
  });
  await page.keyboard.press('g');
  const list = page.getByRole('dialog');
  await expect(list.getByRole('listitem')).toHaveCount(ALL);
  await expectAccessible(page);
  await pressOn(list.getByRole('button').filter({ hasText: `badplats ${ALL} ` }), 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`badplats ${ALL} `);
  await page.keyboard.press('a');
  await expect(page.getByRole('textbox', { name: 'Anteckning' })).toBeFocused();
  await page.keyboard.type('Den sista skylten sattes upp i går.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mötets slut');
  await timed('all that is left is postponed', async () => {
    await page.getByRole('button', { name: 'Bordlägg alla till nästa möte' }).press('Enter');
    await expect(page.getByText('Inget är kvar att ta upp.')).toBeVisible();
    await expect(page.locator('sam-walk-head .state')).toHaveText('Sparat', { timeout: 120_000 });
  });
  await expectAccessible(page);
  await photograph(page, 'many-items-end');
  const walk = await api.get<WalkThrough>(paths.meetingWalkThrough(meetingId));
  expect(walk.items.filter(({ state }) => state === 'postponed')).toHaveLength(ALL - 1);
  expect(walk.items.filter(({ note }) => note !== '').map(({ note }) => note)).toEqual([
    'Den sista skylten sattes upp i går.',
  ]);

  await page.getByRole('button', { name: 'Avsluta mötet' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`${pages.minutes(meetingId)}$`));
  await expect(page.getByText('Den sista skylten sattes upp i går.').first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await photograph(page, 'many-items-minutes-phone');
  await timed('the minutes are drawn as PDF', async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /PDF/ }).first().click();
    await (await coming).path();
  });
  expect((await api.get<Meeting>(paths.meeting(meetingId))).state).toBe('held');
});
