import { expect, type Page } from '@playwright/test';
import { pages, paths, type ActivityList, type Decision, type Group } from '@samhandling/contracts';
import { addDays, dayOf } from '@samhandling/domain';
import { Api } from './support/api.ts';
import { openOwnPlan, type OwnPlan } from './support/own-plan.ts';
import { test } from './support/own-server.ts';
import { expectAccessible, expectNoSidewaysScroll, openPage, PEOPLE, photograph, signIn } from './support/page.ts';

test.use({ own: 'decisions' });

const ACTIVITIES = ['Ordna cykelkurser för unga.', 'Ordna fikastunder för unga.'].map((text) => ({
  text,
  responsible: 'Länsstyrelsen',
  followUp: 'Antal genomförda träffar.',
}));

interface Choices {
  readonly organisations: readonly { id: string; name: string }[];
  readonly people: readonly { id: string; email: string }[];
}

interface Scene {
  readonly organisationId: string;
  readonly cycles: Decision;
}

/** A group that has decided three things between its meetings: one late, one to come, and one that nobody carries out. */
async function decided(api: Api, { slug }: OwnPlan, name: string): Promise<Scene> {
  const group = await api.send<Group>('POST', paths.planGroups(slug), { name, kind: 'thematic' });
  const { organisations, people } = await api.get<Choices>(`${paths.groupChoices()}?plan=${slug}`);
  const { items } = await api.get<ActivityList>(paths.planActivities(slug));
  const organisationId = organisations.find((one) => one.name === 'Länsstyrelsen')?.id ?? '';
  const personId = people.find(({ email }) => email === PEOPLE.planner)?.id;
  const today = dayOf(new Date());
  const decide = (body: object): Promise<Decision> =>
    api.send('POST', paths.groupDecisions(group.id), { decidedOn: addDays(today, -10), ...body });
  const cycles = await decide({
    text: 'Länsstyrelsen köper in cyklar till kurserna.',
    organisationId,
    personId,
    due: addDays(today, -3),
    activityId: items[0]?.id,
  });
  await decide({ text: 'Fikastunderna hålls på biblioteken.', organisationId, due: addDays(today, 30) });
  await decide({ text: 'Gruppen möts på plats.', isOpen: false });
  return { organisationId, cycles };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a decision is searched for, completed with words, and seen on the activity', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Cyklar och fika', [ACTIVITIES]);

  // Nothing yet, said with the way on.
  await openPage(page, pages.decisions(plan.slug));
  await expect(page.getByText('Inget är beslutat än')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'decisions-empty');
  const { organisationId, cycles } = await decided(api, plan, 'Cykelgruppen');

  // What one is to do oneself waits in Att göra, and what the organisation is to do on its page.
  await openPage(page, pages.toDo());
  const own = page.getByRole('region', { name: /Från möten/ });
  await expect(own.getByRole('listitem').filter({ hasText: cycles.text })).toContainText('Försenat');
  await expectAccessible(page);
  await photograph(page, 'decisions-to-do');
  await openPage(page, pages.organisation(organisationId));
  const undertakings = page.getByRole('region', { name: 'Beslut och uppgifter från möten' });
  await expect(undertakings.getByRole('link', { name: cycles.text })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'decisions-organisation');

  // "Vad beslutade vi om cyklarna?": another form of the word finds it.
  await openPage(page, pages.decisions(plan.slug));
  await expect(page.getByRole('status').filter({ hasText: '3 beslut och uppgifter' })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'decisions-register');
  const search = page.getByRole('searchbox', { name: 'Vad beslutade vi om' });
  await search.fill('tandläkare');
  await search.press('Enter');
  await expect(page.getByText('Inget beslut passar in på allt du har valt')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Visa alla' }).click();
  await search.fill('cyklarna');
  await search.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '1 beslut eller uppgift' })).toBeVisible();
  await page.getByRole('link', { name: cycles.text }).press('Enter');
  await expect(heading(page)).toHaveText(`Beslut ${cycles.reference}`);
  await expectAccessible(page);
  await photograph(page, 'decision');

  // A decision is not carried out without a word about how.
  await page.getByRole('button', { name: 'Säg vad som gjordes' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Vad har gjorts?' });
  await expect(dialog.getByRole('textbox', { name: 'Vad som gjordes' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Spara som gjort' }).press('Enter');
  await expect(dialog.getByText('Skriv vad som gjordes.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Vad som gjordes' })).toBeFocused();
  await expectAccessible(page);
  await photograph(page, 'decision-dialog');
  await page.keyboard.type('Tolv cyklar köptes in begagnade.');
  await dialog.getByRole('button', { name: 'Spara som gjort' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Vad som hände' })).toBeVisible();
  await expect(page.getByText('Tolv cyklar köptes in begagnade.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'decision-done');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await photograph(page, 'decision-phone');
  await openPage(page, pages.decisions(plan.slug));
  await expectNoSidewaysScroll(page);
  await photograph(page, 'decisions-register-phone');
  await page.setViewportSize({ width: 1280, height: 800 });

  // Whoever reads about the activity sees what became of it.
  await openPage(page, pages.activity(plan.slug, '1.1', 1));
  const section = page.getByRole('region', { name: 'Möten och beslut' });
  await section.scrollIntoViewIfNeeded();
  await expect(section.getByRole('listitem').filter({ hasText: cycles.text })).toContainText(
    'Tolv cyklar köptes in begagnade.',
  );
  await expectAccessible(page);
  await photograph(page, 'decisions-activity');
  await openPage(page, pages.toDo());
  await expect(page.getByText(cycles.text)).toHaveCount(0);
});

test('two who change the same decision meet with both versions, and what was written survives', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Samtidiga cyklar', [ACTIVITIES.slice(0, 1)]);
  const { cycles } = await decided(api, plan, 'Samtidiga cykelgruppen');
  await openPage(page, pages.decision(cycles.id));
  await page.getByRole('button', { name: 'Ändra' }).press('Enter');
  await page.getByRole('textbox', { name: 'Beslut' }).fill('Länsstyrelsen hyr cyklar till kurserna.');
  await page.getByRole('textbox', { name: 'Diarienummer' }).fill('2026/77');
  await expectAccessible(page);
  await photograph(page, 'decision-edit');

  // The page is lost, and what was written is not.
  page.once('dialog', (dialog) => void dialog.accept());
  await openPage(page, pages.decision(cycles.id));
  const other = await (await browser.newContext({ baseURL: server.url })).newPage();
  await signIn(other, PEOPLE.secondPlanner);
  await openPage(other, pages.decision(cycles.id));
  await other.getByRole('button', { name: 'Ändra' }).press('Enter');
  await other.getByRole('textbox', { name: 'Beslut' }).fill('Länsstyrelsen lånar cyklar till kurserna.');
  await other.getByLabel('Klart senast').fill(addDays(dayOf(new Date()), 60));
  await other.getByRole('button', { name: 'Spara beslutet' }).press('Enter');
  await expect(other.getByText('Beslutet är sparat.')).toBeVisible();
  await other.context().close();

  await page.getByRole('button', { name: 'Ändra' }).press('Enter');
  await expect(page.getByText(/Det du skrev .* är inte sparat än och finns kvar här\./)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Beslut' })).toHaveValue('Länsstyrelsen hyr cyklar till kurserna.');
  await page.getByRole('button', { name: 'Spara beslutet' }).press('Enter');
  const clash = page.getByRole('dialog');
  await expect(clash.getByText('Länsstyrelsen hyr cyklar till kurserna.')).toBeVisible();
  await expect(clash.getByText('Länsstyrelsen lånar cyklar till kurserna.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'decision-stale');
  await clash
    .getByRole('group', { name: 'Beslut' })
    .getByLabel(/Din version/)
    .check();
  await clash.getByRole('button', { name: 'Spara det valda' }).press('Enter');
  await expect(page.getByText('Länsstyrelsen hyr cyklar till kurserna.')).toBeVisible();
  // What only the other one had changed is theirs, and what only one had oneself is one's own.
  const stored = await api.get<Decision>(paths.decision(cycles.id));
  expect([stored.text, stored.due, stored.recordsNumber]).toEqual([
    'Länsstyrelsen hyr cyklar till kurserna.',
    addDays(dayOf(new Date()), 60),
    '2026/77',
  ]);
  await page.getByRole('button', { name: 'Ändra' }).press('Enter');
  await expect(page.getByText(/är inte sparat än/)).toHaveCount(0);
});

test('what is decided between meetings is written in, survives a lost page, and gets the next number', async ({
  page,
}) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const own = ACTIVITIES.map((one) => ({ ...one, text: one.text.replace('unga', 'äldre') }));
  const plan = await openOwnPlan(api, 'Cyklar per telefon', [own]);
  const group = await api.send<Group>('POST', paths.planGroups(plan.slug), {
    name: 'Telefongruppen',
    kind: 'thematic',
  });
  await openPage(page, pages.decisions(plan.slug));
  await page.getByRole('link', { name: 'Nytt beslut' }).press('Enter');
  await expect(heading(page)).toHaveText('Nytt beslut mellan möten');

  // What is missing is said at each field, and the first of them has the focus.
  const save = page.getByRole('button', { name: 'Spara beslutet' });
  await save.press('Enter');
  const which = page.getByRole('combobox', { name: 'Grupp' });
  await expect(which).toBeFocused();
  await expect(page.getByText('Välj på vilket sätt beslutet togs.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'decision-new-missing');
  await which.selectOption({ label: group.name });
  await page.getByRole('textbox', { name: /^Beslut/ }).fill('Cyklarna hyrs i stället.');
  await page.getByLabel('På vilket sätt').selectOption({ label: 'Per telefon' });
  const about = page.getByRole('combobox', { name: 'Gäller' });
  await about.fill('cykelkurser');
  await about.press('Enter');
  await page.getByLabel('Organisation som genomför').selectOption({ label: 'Länsstyrelsen' });

  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Det du skrev förra gången men inte sparade finns kvar här.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Beslut/ })).toHaveValue('Cyklarna hyrs i stället.');
  await expectAccessible(page);
  await photograph(page, 'decision-new');
  await save.press('Enter');
  await expect(heading(page)).toHaveText(/^Beslut § 1\/\d{4}$/);
  await expect(page.getByText('mellan möten, per telefon')).toBeVisible();
  await expect(page.getByRole('link', { name: /Ordna cykelkurser/ })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'decision-between');

  // Nothing is left of the draft, and from the group's page its group is chosen.
  await openPage(page, pages.group(group.id));
  await page.getByRole('link', { name: 'Nytt beslut mellan möten' }).press('Enter');
  await expect(which.getByRole('option', { name: group.name, selected: true })).toBeAttached();
  await expect(page.getByRole('textbox', { name: /^Beslut/ })).toHaveValue('');
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await photograph(page, 'decision-new-phone');
});
