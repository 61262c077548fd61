import { expect, test, type Page } from '@playwright/test';
import { pages } from '@samhandling/contracts';
import {
  demoPlan,
  expectAccessible,
  followUpsIn,
  openPage,
  PEOPLE,
  photograph,
  pressOn,
  signIn,
} from './support/page.ts';

const DONE = 'Vad har gjorts?';
const RESULTS = 'Vilka resultat ser ni?';
const OBSTACLES = 'Vilka hinder finns?';
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('two planners write in the same answer: both versions are shown field by field, and nothing is lost', async ({
  page,
  browser,
}) => {
  await signIn(page, PEOPLE.planner);
  const { slug } = await demoPlan(page);
  const id = (await followUpsIn(page, slug, 'draft')).at(-1) ?? '';
  await openPage(page, `/uppfoljning/${id}`);
  await field(page, DONE).fill('Maria: tre möten under våren.');
  await field(page, RESULTS).fill('Maria: fler anmäler sig.');

  const other = await browser.newPage();
  await signIn(other, PEOPLE.secondPlanner);
  await openPage(other, `/uppfoljning/${id}`);
  await field(other, DONE).fill('Johan: två möten under våren.');
  await field(other, OBSTACLES).fill('Johan: ont om lokaler.');
  await other.getByRole('button', { name: 'Spara utkastet' }).press('Enter');
  await expect(other.getByText(/Sparat/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Spara utkastet' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Någon annan har sparat samtidigt' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText(/Johan Ekdahl sparade/)).toBeVisible();
  const done = dialog.getByRole('group', { name: DONE });
  await expect(done.getByText('Maria: tre möten under våren.')).toBeVisible();
  await expect(done.getByText('Johan: två möten under våren.')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'two-planners');

  // Going back saves nothing and keeps what is written.
  await dialog.getByRole('button', { name: 'Tillbaka utan att spara' }).press('Enter');
  await expect(field(page, DONE)).toHaveValue('Maria: tre möten under våren.');
  await page.getByRole('button', { name: 'Spara utkastet' }).press('Enter');

  // What only one has changed is proposed from that side; what both have changed must be chosen.
  await expect(dialog.getByRole('group', { name: RESULTS }).getByRole('radio', { name: /Din version/ })).toBeChecked();
  await expect(
    dialog.getByRole('group', { name: OBSTACLES }).getByRole('radio', { name: /Sparad version/ }),
  ).toBeChecked();
  await dialog.getByRole('button', { name: 'Spara det valda' }).press('Enter');
  await expect(done.getByText(/Välj en av versionerna/)).toBeVisible();
  await done.getByRole('radio', { name: /Din version/ }).press('Space');
  await pressOn(dialog.getByRole('button', { name: 'Spara det valda' }), 'Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/Sparat/).first()).toBeVisible();

  await other.reload();
  await expect(field(other, DONE)).toHaveValue('Maria: tre möten under våren.');
  await expect(field(other, RESULTS)).toHaveValue('Maria: fler anmäler sig.');
  await expect(field(other, OBSTACLES)).toHaveValue('Johan: ont om lokaler.');
  await other.close();
});

test('two planners name the same kind of event: the row keeps what is written until one name is chosen', async ({
  page,
  browser,
}) => {
  await signIn(page, PEOPLE.planner);
  await openPage(page, pages.eventKinds());
  const name = (on: Page) => on.locator('[data-kind] input').last();
  const before = await name(page).inputValue();
  const other = await browser.newPage();
  await signIn(other, PEOPLE.secondPlanner);
  await openPage(other, pages.eventKinds());
  await name(other).fill(`${before} (Johan)`);
  await name(other).press('Tab');
  await expect(other.getByText('Sparat').first()).toBeVisible();

  await name(page).fill(`${before} (Maria)`);
  await name(page).press('Tab');
  const dialog = page.getByRole('dialog', { name: 'Någon annan har sparat samtidigt' });
  const both = dialog.getByRole('group', { name: 'Namn', exact: true });
  await expect(both).toContainText(`${before} (Maria)`);
  await expect(both).toContainText(`${before} (Johan)`);
  await expectAccessible(page);
  await photograph(page, 'kind-two-names');
  await pressOn(dialog.getByRole('button', { name: 'Tillbaka utan att spara' }), 'Enter');
  await expect(name(page)).toHaveValue(`${before} (Maria)`);

  // Theirs is chosen the second time; nothing of mine is stored.
  await name(page).fill(before);
  await name(page).press('Tab');
  await expect(dialog).toHaveCount(0);
  await name(page).fill(`${before} (Maria)`);
  await name(page).press('Tab');
  await both.getByRole('radio', { name: /Sparad version/ }).check();
  await pressOn(dialog.getByRole('button', { name: 'Spara det valda' }), 'Enter');
  await expect(name(page)).toHaveValue(`${before} (Johan)`);
  await other.close();
});
