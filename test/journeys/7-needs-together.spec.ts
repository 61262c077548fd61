import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import {
  pages,
  paths,
  type NeedsInventory,
  type NeedsInventoryList,
  type WorkPlan,
  type WorkPlanList,
} from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { test } from './support/own-server.ts';
import { demoPlan, expectAccessible, openPage, PEOPLE, photograph, pressOn, signIn } from './support/page.ts';

test.use({ own: 'needs-together' });

/** Somebody at another computer. */
async function secondPlanner(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await signIn(page, PEOPLE.secondPlanner);
  return page;
}

/** Types over what is there, with the keyboard. */
async function retype(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}

/** The focus is in the dialogue; the first version of the only question without an answer is chosen, and saved. */
async function chooseMine(page: Page, group: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Någon annan har sparat samtidigt' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog
    .getByRole('group', { name: group })
    .getByRole('radio', { name: /Din version/ })
    .press('Space');
  await dialog.getByRole('button', { name: 'Spara det valda' }).press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('two planners build the same inventory: both versions of settings and questions are shown', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, PEOPLE.planner);
  const { slug } = await demoPlan(page);
  const api = await Api.of(page);
  const { groups } = await api.get<NeedsInventoryList>(paths.planNeedsInventories(slug));
  const { id } = await api.send<NeedsInventory>('POST', paths.planNeedsInventories(slug), {
    groupId: groups[0]?.id,
    year: 2031,
    due: '2031-10-01',
    from: 'standard',
  });
  const other = await secondPlanner(browser, server.url);
  await openPage(page, pages.needsInventory(id));
  await openPage(other, pages.needsInventory(id));

  await retype(page.getByLabel('Rubrik'), 'Marias rubrik');
  await retype(other.getByLabel('Rubrik'), 'Johans rubrik');
  await retype(other.getByLabel('Inledning'), 'Johans inledning');
  await other.getByLabel('Inledning').press('Tab');
  await other.getByRole('button', { name: 'Spara', exact: true }).press('Enter');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Johans rubrik');
  await page.getByRole('button', { name: 'Spara', exact: true }).press('Enter');
  await chooseMine(page, 'Rubrik');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Marias rubrik');
  await expect(page.getByLabel('Inledning')).toHaveValue('Johans inledning');

  // The questions: what only one has changed is proposed, what both have changed is asked about.
  const question = (on: Page, at: number) => on.getByRole('textbox', { name: 'Fråga' }).nth(at);
  await openPage(other, pages.needsInventory(id));
  await retype(question(page, 0), 'Marias fråga?');
  await retype(question(other, 0), 'Johans fråga?');
  await retype(question(other, 1), 'Johans andra fråga?');
  await other.getByRole('button', { name: 'Spara frågorna' }).press('Enter');
  await expect(other.getByRole('button', { name: 'Spara frågorna' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Spara frågorna' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Någon annan har sparat samtidigt' });
  await expect(
    dialog.getByRole('group', { name: 'Fråga 2' }).getByRole('radio', { name: /Sparad version/ }),
  ).toBeChecked();
  await photograph(page, 'needs-two-planners');
  await chooseMine(page, 'Fråga 1');
  await expect(page.getByRole('button', { name: 'Spara frågorna' })).toHaveCount(0);
  const stored = await api.get<NeedsInventory>(paths.needsInventory(id));
  expect(stored.questions.slice(0, 2).map(({ text }) => text)).toEqual(['Marias fråga?', 'Johans andra fråga?']);
  await other.context().close();
});

test('two planners build the same work plan: both versions of an item and of its outcome are shown', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, PEOPLE.planner);
  const { slug } = await demoPlan(page);
  const api = await Api.of(page);
  const { freeYears } = await api.get<WorkPlanList>(paths.planWorkPlans(slug));
  const { id } = await api.send<WorkPlan>('POST', paths.planWorkPlans(slug), { year: freeYears.at(-1) });
  await api.send<WorkPlan>('POST', paths.workPlanItems(id), { title: 'Träff' });
  const other = await secondPlanner(browser, server.url);
  await openPage(page, pages.workPlan(id));
  await openPage(other, pages.workPlan(id));

  for (const [on, name] of [
    [page, 'Maria'],
    [other, 'Johan'],
  ] as const) {
    await on.getByRole('button', { name: /^Ändra\s?: Träff$/ }).press('Enter');
    await expect(on.getByLabel('Vad ska göras?')).toBeFocused();
    await retype(on.getByLabel('Vad ska göras?'), `${name}s träff`);
  }
  await retype(other.getByLabel('Beskrivning'), 'Johans beskrivning');
  await other.getByRole('button', { name: 'Spara insatsen' }).press('Enter');
  await expect(other.getByRole('button', { name: /^Ändra\s?: Johans träff$/ })).toBeFocused();
  await page.getByRole('button', { name: 'Spara insatsen' }).press('Enter');
  await expect(page.getByRole('dialog').getByText('Johans beskrivning')).toBeVisible();
  await photograph(page, 'work-plan-two-planners');
  await chooseMine(page, 'Vad ska göras?');
  await expect(page.getByRole('button', { name: /^Ändra\s?: Marias träff$/ })).toBeFocused();
  await expect(page.getByText('Johans beskrivning')).toBeVisible();

  const draft = await api.get<WorkPlan>(paths.workPlan(id));
  await api.send(
    'POST',
    paths.workPlanTransitions(id),
    { transition: 'decide', decisionReference: '§ 12', decidedOn: '2026-01-01' },
    draft.version,
  );
  await openPage(page, pages.workPlan(id));
  await openPage(other, pages.workPlan(id));
  for (const on of [page, other])
    await on.getByRole('button', { name: /^Säg vad det blev\s?: Marias träff$/ }).press('Enter');
  await pressOn(other.getByRole('radio', { name: 'Delvis genomfört' }), 'Space');
  await retype(other.getByLabel('Med egna ord'), 'En av två träffar');
  await other.getByRole('button', { name: 'Spara', exact: true }).press('Enter');
  await expect(other.getByText('En av två träffar')).toBeVisible();
  await page.getByRole('radio', { name: 'Genomfört', exact: true }).press('Space');
  await pressOn(page.getByRole('button', { name: 'Spara', exact: true }), 'Enter');
  await chooseMine(page, 'Vad blev det av insatsen?');
  await expect(page.locator('.item strong')).toHaveText('Genomfört:');
  await expect(page.getByText('En av två träffar')).toBeVisible();
  await other.context().close();
});
