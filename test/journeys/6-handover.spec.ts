import { expect, test, type Page } from '@playwright/test';
import { pages, paths, type Reporter, type ReporterList } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { openOwnPlan, type OwnPlan } from './support/own-plan.ts';
import { expectAccessible, openPage, PEOPLE, photograph, signIn, switchPerson } from './support/page.ts';

const TITLE = 'Trygga bryggor';
const GOALS = [
  Array.from({ length: 4 }, (_, index) => ({
    text: `Ordna bryggdag nummer ${index + 1} med genomgång av livbojar.`,
    responsible: 'Länsstyrelsen',
    followUp: 'Bryggdagen är genomförd.',
  })),
];

/** A person as the page names them: with their organisations. */
const named = ({ name, organisations }: Reporter): string =>
  [name, organisations.map((one) => one.name).join(', ')].filter((part) => part !== '').join(' · ');

/** How many activities of the plan somebody reports, as the reporters page shows it. */
async function expectReporters(page: Page, plan: OwnPlan, expected: Readonly<Record<string, number>>): Promise<void> {
  await openPage(page, pages.reporters(plan.slug, plan.label));
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') });
  await expect(rows).toHaveCount(4);
  for (const [name, count] of Object.entries(expected)) {
    const cells = page.getByRole('cell', { name, exact: true });
    await expect(cells, name).toHaveCount(count);
  }
}

test('a planner hands over what a colleague has left, sees what came of it, and takes it back', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, TITLE, GOALS);
  const { rows, people } = await api.get<ReporterList>(paths.roundReporters(plan.roundId));
  const personAt = (address: string): Reporter => {
    const found = people.find(({ email }) => email === address);
    if (!found) throw new Error(`Nobody reports at ${address}`);
    return found;
  };
  const [giver, taker] = [personAt(PEOPLE.reporter), personAt(PEOPLE.secondPlanner)];
  await api.send('POST', paths.roundReporters(plan.roundId), {
    assignments: rows.map(({ followUpId, version }) => ({ followUpId, version, reporterId: giver.id })),
  });

  // One answer is handed in already: it stays with the one who wrote it.
  await switchPerson(page, PEOPLE.reporter);
  const done = rows[0]?.followUpId ?? '';
  await openPage(page, pages.followUp(done));
  await page.getByRole('radio', { name: /Genomförd/ }).press('Space');
  await page.getByRole('textbox', { name: 'Vad har gjorts?' }).fill('Alla bojar är sedda till.');
  await page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter');
  await expect(page.getByText('Inlämnad').first()).toBeVisible();

  await switchPerson(page, PEOPLE.planner);
  await openPage(page, pages.reporters(plan.slug, plan.label));
  await page.getByRole('link', { name: 'Överlämning' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/[Öö]verlämn/);
  await expectAccessible(page);
  await page.getByLabel('Från', { exact: true }).selectOption({ label: named(giver) });
  await page.getByLabel('Till', { exact: true }).selectOption({ label: named(taker) });
  const items = page.getByRole('region', { name: /flyttas till/ }).getByRole('listitem');
  const ours = items.filter({ hasText: TITLE });
  await expect(ours).toHaveCount(4);
  await expect(ours.filter({ hasText: 'Stannar:' })).toHaveCount(1);
  await expect(ours.filter({ hasText: 'Stannar:' })).toContainText('Svaret är inlämnat');
  await expectAccessible(page);
  await photograph(page, 'handover-preview');
  await page.getByLabel(/^Varför/).fill('Tjänstledig till sommaren.');
  await page.getByRole('button', { name: /^Lämna över \d+ uppföljning/ }).press('Enter');
  await expect(page.getByText(new RegExp(`flyttade till ${taker.name}`))).toBeVisible();
  const latest = page.getByRole('region', { name: 'Senaste överlämningarna' }).getByRole('listitem').first();
  await expect(latest).toContainText(`${giver.name} → ${taker.name}`);
  await expect(latest).toContainText('Tjänstledig till sommaren.');
  await expectAccessible(page);
  await photograph(page, 'handover-done');
  await expectReporters(page, plan, { [giver.name]: 1, [taker.name]: 3 });

  // The one who got them has them among what waits; the one who gave them has not.
  await switchPerson(page, PEOPLE.secondPlanner);
  const waiting = page.getByRole('region', { name: /Att svara på/ }).getByRole('link', { name: /bryggdag/ });
  await expect(waiting).toHaveCount(3);
  await expectAccessible(page);
  await switchPerson(page, PEOPLE.reporter);
  await expect(waiting).toHaveCount(0);

  await switchPerson(page, PEOPLE.planner);
  await openPage(page, pages.handover());
  await latest.getByRole('button', { name: /^Ångra överlämningen/ }).press('Enter');
  await expect(page.getByText(new RegExp(`flyttade tillbaka till ${giver.name}`))).toBeVisible();
  await expect(latest).toContainText('Ångrad');
  await expectAccessible(page);
  await expectReporters(page, plan, { [giver.name]: 4, [taker.name]: 0 });
});
