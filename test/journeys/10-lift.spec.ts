import { expect, type Page } from '@playwright/test';
import {
  pages,
  paths,
  type Digest,
  type Group,
  type Lift,
  type Meeting,
  type WalkThrough,
} from '@samhandling/contracts';
import { addDays, dayOf } from '@samhandling/domain';
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
  switchPerson,
} from './support/page.ts';

test.use({ own: 'lift' });

const QUESTION = 'Vem betalar bussarna till badplatserna?';
const PROPOSAL = 'Länsstyrelsen betalar bussarna i sommar.';
const DECIDED = 'Länsstyrelsen betalar bussarna i sommar och nästa sommar.';
const ACTIVITIES = ['Ordna bussar till badplatserna.', 'Märk ut badplatserna.'].map((text) => ({
  text,
  responsible: 'Länsstyrelsen',
  partners: 'Polismyndigheten',
  followUp: 'Antal badplatser som nås.',
}));

interface Scene {
  /** The preparatory group's meeting today, and its next. */
  readonly meeting: string;
  readonly next: string;
  /** The consultation that the group reports to meets today too. */
  readonly above: string;
}

async function member(api: Api, groupId: string, slug: string, email: string, role: string): Promise<void> {
  const choices = await api.get<{
    organisations: { id: string; name: string }[];
    people: { id: string; email: string }[];
  }>(`${paths.groupChoices()}?plan=${slug}`);
  await api.send('POST', paths.groupMembers(groupId), {
    personId: choices.people.find((person) => person.email === email)?.id,
    organisationId: choices.organisations.find(({ name }) => name === 'Länsstyrelsen')?.id,
    role,
    fromDay: dayOf(new Date()),
  });
}

/** Meetings at these instants, two hours each, in their order. */
async function meetings(api: Api, groupId: string, starts: readonly number[]): Promise<string[]> {
  const answer = await api.send<{ meetings: { id: string; startsAt: string }[] }>(
    'POST',
    paths.groupMeetings(groupId),
    {
      meetings: starts.map((start) => ({
        startsAt: new Date(start).toISOString(),
        endsAt: new Date(start + 7_200_000).toISOString(),
      })),
    },
  );
  return [...answer.meetings].sort((one, other) => one.startsAt.localeCompare(other.startsAt)).map(({ id }) => id);
}

/** Two groups, one above the other, with a secretary each. */
async function twoGroups(api: Api, { slug }: OwnPlan): Promise<Scene> {
  const above = await api.send<Group>('POST', paths.planGroups(slug), { name: 'Badsamrådet', kind: 'consultation' });
  const group = await api.send<Group>('POST', paths.planGroups(slug), {
    name: 'Badberedningen',
    kind: 'preparatory',
    reportsToId: above.id,
  });
  await member(api, group.id, slug, PEOPLE.planner, 'secretary');
  await member(api, above.id, slug, PEOPLE.secondPlanner, 'secretary');
  const soon = Date.now() + 3_600_000;
  const later = Date.parse(`${addDays(dayOf(new Date()), 30)}T08:00:00.000Z`);
  const [meeting = '', next = ''] = await meetings(api, group.id, [soon, later]);
  const [consultation = ''] = await meetings(api, above.id, [soon]);
  return { meeting, next, above: consultation };
}

/** Everybody has come earlier than planned: the meeting begins now, and there are two hours. */
async function beginNow(api: Api, meetingId: string): Promise<void> {
  const { version } = await api.get<Meeting>(paths.meeting(meetingId));
  const began = Date.now() - 60_000;
  const times = { startsAt: new Date(began).toISOString(), endsAt: new Date(began + 7_200_000).toISOString() };
  await api.send('PATCH', paths.meeting(meetingId), times, version);
}

async function present(api: Api, meetingId: string): Promise<void> {
  const { attendance } = await api.get<Meeting>(paths.meeting(meetingId));
  await api.send('PUT', paths.meetingAttendance(meetingId), {
    rows: attendance.map(({ id, version, memberId }) => ({ id, version, memberId, status: 'present' })),
  });
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const saved = (page: Page) => expect(page.locator('sam-walk-head .state')).toHaveText('Sparat');

/** The stream of a walk-through never rests, so there is no idle network to wait for. */
async function walk(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Starta genomgången' }).first().press('Enter');
  await expect(page.locator('sam-walk-head .who')).toHaveText('Du skriver');
}

test('a question is lifted, answered at the consultation, and stands on the next agenda', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  let api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Badbussar', [ACTIVITIES]);
  const scene = await twoGroups(api, plan);
  await beginNow(api, scene.meeting);
  await present(api, scene.meeting);
  await api.send('POST', paths.meetingAgenda(scene.meeting), {});

  // The preparatory group cannot say who pays, and asks the consultation.
  await openPage(page, pages.meeting(scene.meeting));
  await walk(page);
  await expect(heading(page)).toHaveText('Ordna bussar till badplatserna.');
  await page.keyboard.press('a');
  await page.keyboard.type('Bolaget vill ha besked före april.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { name: 'Lyft en fråga till Badsamrådet' })).toBeVisible();
  await page.keyboard.type(QUESTION);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PROPOSAL);
  await expectAccessible(page);
  await photograph(page, 'lift-form');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('sam-made-part .what')).toHaveText('Lyft till Badsamrådet');
  await saved(page);
  await page.keyboard.press('m');
  await expect(heading(page)).toHaveText('Mötets slut');
  await expect(page.getByText(QUESTION).first()).toBeVisible();
  await page.getByRole('button', { name: 'Bordlägg alla till nästa möte' }).press('Enter');
  await expect(page.getByText('Inget är kvar att ta upp.')).toBeVisible();
  await saved(page);
  await page.getByRole('button', { name: 'Avsluta mötet' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`${pages.minutes(scene.meeting)}$`));
  await expect(page.getByText(QUESTION).first()).toBeVisible();

  // It waits in the consultation's proposal, said why, and is taken up.
  await switchPerson(page, PEOPLE.secondPlanner);
  api = await Api.of(page);
  await beginNow(api, scene.above);
  await openPage(page, pages.meeting(scene.above));
  await page.getByRole('button', { name: 'Hämta ur förslaget' }).press('Enter');
  const proposal = page.getByRole('dialog');
  const proposed = proposal.getByRole('listitem').filter({ hasText: QUESTION });
  await expect(proposed).toContainText('Lyft fråga.');
  await expect(proposed).toContainText('Badberedningen lyfte frågan');
  await expect(proposed.getByRole('checkbox')).toBeChecked();
  await expectAccessible(page);
  await photograph(page, 'lift-proposed');
  await proposal.getByRole('button', { name: 'Välj inga' }).press('Enter');
  await pressOn(proposed.getByRole('checkbox'), 'Space');
  await pressOn(proposal.getByRole('button', { name: 'Lägg till 1 punkt' }), 'Enter');
  await expect(page.locator('sam-agenda-list .items > li')).toHaveCount(1);
  await expect(page.locator('sam-agenda-list .items > li')).toContainText('Lyft fråga');

  // The consultation answers by a decision: what was proposed, mended, with who and when, and a word of its own.
  await walk(page);
  await expect(heading(page)).toHaveText(QUESTION);
  await expect(page.getByText(PROPOSAL)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Besluta och svara' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'lift-question');
  await page.keyboard.press('b');
  const text = page.getByRole('textbox', { name: 'Vad beslutar vi?' });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(PROPOSAL);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(DECIDED);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Avtalet gäller två somrar.');
  await page.getByLabel('Vem?').selectOption({ label: 'Länsstyrelsen' });
  await page.getByRole('button', { name: /\+4 veckor/ }).press('Enter');
  await expectAccessible(page);
  await photograph(page, 'lift-answering');
  await page.getByRole('button', { name: 'Besluta och svara' }).press('Enter');
  await saved(page);
  await expect(page.locator('sam-made-part .what')).toHaveText(/^Beslut § 1\/\d{4}$/);
  await expect(page.locator('sam-other-part')).toContainText('Besvarad');
  await expect(page.locator('sam-other-part')).toContainText('Avtalet gäller två somrar.');
  await expectAccessible(page);
  await photograph(page, 'lift-answered');

  await page.keyboard.press('n');
  await expect(heading(page)).toHaveText('Mötets slut');
  await expect(page.getByText('Inget är kvar att ta upp.')).toBeVisible();
  await saved(page);
  const { items } = await api.get<WalkThrough>(paths.meetingWalkThrough(scene.above));
  const decision = items.flatMap(({ decisions }) => decisions)[0];
  expect(decision).toMatchObject({
    number: 1,
    text: DECIDED,
    organisation: { name: 'Länsstyrelsen' },
    due: addDays(dayOf(new Date()), 28),
    state: 'open',
    answersLift: { question: QUESTION },
  });
  expect(items.map(({ state }) => state)).toEqual(['treated']);

  // It has come back to those who asked, on their next agenda.
  await switchPerson(page, PEOPLE.planner);
  await openPage(page, pages.meeting(scene.next));
  const answer = page.locator('sam-agenda-list .items > li').filter({ hasText: QUESTION });
  await expect(answer).toContainText('Svar på lyft fråga');
  await expect(answer).toContainText('Badsamrådet har svarat');
  await expectAccessible(page);
  await photograph(page, 'lift-next-agenda');
  const { items: waiting } = await (await Api.of(page)).get<Meeting>(paths.meeting(scene.next));
  expect(waiting.filter(({ kind }) => kind === 'answer').map(({ lift }) => lift?.question)).toEqual([QUESTION]);
  // Long before, so there is no button that starts it; what the meeting will see can be seen already.
  await page.goto(pages.walkThrough(scene.next));
  await expect(heading(page)).toHaveText('Märk ut badplatserna.');
  await page.keyboard.press('n');
  await expect(heading(page)).toHaveText(QUESTION);
  await expect(page.getByText(DECIDED)).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'lift-answer-up');

  // The activity tells the whole of it,
  await openPage(page, pages.activity(plan.slug, '1.1', 1));
  const section = page.getByRole('region', { name: 'Möten och beslut' });
  await section.scrollIntoViewIfNeeded();
  await expect(section.getByText('Bolaget vill ha besked före april.')).toBeVisible();
  await expect(section.getByText(QUESTION)).toBeVisible();
  await expect(section.getByText('Avtalet gäller två somrar.', { exact: false })).toBeVisible();
  await expect(section.getByRole('link', { name: DECIDED })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'lift-activity');

  // and so does the register, and the page of the decision.
  await openPage(page, pages.decisions(plan.slug));
  await page.getByRole('searchbox').fill('bussar');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '1 beslut eller uppgift' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'lift-register');
  await page.getByRole('link', { name: DECIDED }).press('Enter');
  await expect(heading(page)).toHaveText(`Beslut ${decision?.reference ?? ''}`);
  await expect(page.getByText(`${QUESTION} (Badberedningen)`)).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'lift-decision');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await photograph(page, 'lift-decision-phone');
  await page.setViewportSize({ width: 1280, height: 800 });

  // The question has a page of its own, with where it came from and what came back, and is found from everywhere.
  await page.getByRole('link', { name: QUESTION }).press('Enter');
  await expect(heading(page)).toHaveText('Fråga till Badsamrådet');
  await expect(page.getByText('Besvarad', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Svaret' })).toContainText(DECIDED);
  await expect(page.getByRole('button', { name: 'Ta tillbaka frågan' })).toHaveCount(0);
  await expectAccessible(page);
  await photograph(page, 'lift-page-answered');
  await page.getByRole('link', { name: decision?.reference ?? '' }).press('Enter');
  await expect(heading(page)).toHaveText(`Beslut ${decision?.reference ?? ''}`);
});

test('a question is mended and withdrawn on its own page, and what was written survives', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Badbryggor', [ACTIVITIES.slice(0, 1)]);
  const above = await api.send<Group>('POST', paths.planGroups(plan.slug), {
    name: 'Bryggrådet',
    kind: 'consultation',
  });
  const group = await api.send<Group>('POST', paths.planGroups(plan.slug), {
    name: 'Bryggruppen',
    kind: 'preparatory',
    reportsToId: above.id,
  });
  const [meeting = ''] = await meetings(api, group.id, [Date.now() + 3_600_000]);
  await api.send('POST', paths.meetingAgenda(meeting), {});
  const { items } = await api.get<Meeting>(paths.meeting(meeting));
  const lift = await api.send<Lift>('POST', paths.agendaItemLifts(items[0]?.id ?? ''), { question: QUESTION });
  const [consulting = ''] = await meetings(api, above.id, [Date.now() + 7_200_000]);
  const digest = await api.send<Digest>('POST', paths.meetingDigest(consulting), {});
  // The digest and the minutes name it, and lead to its page.
  for (const named of [pages.digest(digest.id), pages.minutes(meeting), pages.activity(plan.slug, '1.1', 1)]) {
    await openPage(page, named);
    await page.getByRole('link', { name: QUESTION }).press('Enter');
    await expect(heading(page)).toHaveText('Fråga till Bryggrådet');
  }
  await expect(page.getByText('Väntar på svar')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'lift-page');
  await page.getByRole('button', { name: 'Ändra' }).press('Enter');
  const proposal = page.getByRole('textbox', { name: 'Förslag till beslut' });
  await proposal.fill(PROPOSAL);
  page.once('dialog', (dialog) => void dialog.accept());
  await openPage(page, pages.lift(lift.id));
  await page.getByRole('button', { name: 'Ändra' }).press('Enter');
  await expect(proposal).toHaveValue(PROPOSAL);
  await expectAccessible(page);
  await photograph(page, 'lift-page-edit');
  await page.getByRole('button', { name: 'Spara frågan' }).press('Enter');
  await expect(page.getByText('Frågan är sparad.')).toBeVisible();
  await expect(page.getByText(PROPOSAL)).toBeVisible();
  await page.getByRole('button', { name: 'Ta tillbaka frågan' }).press('Enter');
  const sure = page.getByRole('alertdialog', { name: 'Ta tillbaka frågan?' });
  await expectAccessible(page);
  await sure.getByRole('button', { name: 'Ta tillbaka frågan' }).press('Enter');
  await expect(page.getByText('Tillbakatagen')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ändra' })).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await photograph(page, 'lift-page-phone');
});
