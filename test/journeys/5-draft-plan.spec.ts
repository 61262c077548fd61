import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, openPage, PEOPLE, photograph, pressOn, signIn } from './support/page.ts';

const WORDING = 'Gå igenom farliga korsningar nära skolor tillsammans med elever, varje vår.';

/** The draft that the import leaves behind. */
async function draftSlug(page: Page): Promise<string> {
  const plans = (await (await page.request.get('/api/v1/plans')).json()) as { slug: string; title: string }[];
  const plan = plans.find(({ title }) => title === 'Handlingsplan för Granskog');
  expect(plan).toBeDefined();
  return plan?.slug ?? '';
}

test('a planner edits an imported draft by keyboard: wording, actors, order and words', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const slug = await draftSlug(page);
  await openPage(page, `/plan/${slug}/redigera`);
  await expectAccessible(page);
  const tree = page.getByRole('region', { name: 'Planens delar' });
  const editor = page.getByRole('region', { name: 'Vald del' });

  // An activity's wording, and an organisation that nobody has written down yet: it is asked what kind it is.
  await tree.getByRole('button', { name: /^1\.1\/1 / }).press('Enter');
  await expect(editor.getByRole('heading', { level: 2 })).toBeFocused();
  await editor.getByRole('textbox').first().fill(WORDING);
  const partners = editor.getByRole('combobox', { name: 'Samverkar med' });
  await partners.fill('Granskogs cykelråd');
  await expect(editor.getByRole('option', { name: /Lägg till ”Granskogs cykelråd”/ })).toBeVisible();
  await partners.press('Enter');
  const kind = editor.getByRole('combobox', { name: /för slags organisation/ });
  await expect(kind).toBeFocused();
  await editor.getByRole('button', { name: 'Lägg till organisationen' }).press('Enter');
  await expect(editor.getByText('Välj vilket slag det är.')).toBeVisible();
  await expectAccessible(page);
  await kind.selectOption('Civilsamhälle');
  await editor.getByRole('button', { name: 'Lägg till organisationen' }).press('Enter');
  await expect(editor.getByRole('button', { name: 'Ta bort Granskogs cykelråd' })).toBeVisible();
  await editor.getByRole('button', { name: /^Spara aktiviteten/ }).press('Enter');
  await expect(editor.getByText(/^Sparat/).first()).toBeVisible();

  // The order is moved with Alt and an arrow, and the numbers follow.
  const second = tree.getByRole('button', { name: /^1\.1\/2 / });
  const moved = ((await second.textContent()) ?? '').replace(/^\s*\S+\s*/, '').trim();
  await second.press('Alt+ArrowUp');
  await expect(tree.getByRole('button', { name: `1.1/1 ${moved}` })).toBeVisible();
  await expect(tree.getByRole('button', { name: `1.1/2 ${WORDING}` })).toBeVisible();
  await photograph(page, 'draft-editing');

  // The county's own words, everywhere.
  await page.getByRole('link', { name: 'Ord', exact: true }).press('Enter');
  await pressOn(page.getByRole('button', { name: 'Insatsområde, insats' }), 'Enter');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Spara orden' }).press('Enter');
  await expect(page.getByText(/^Sparat/).first()).toBeVisible();
  await openPage(page, `/plan/${slug}`);
  await expect(
    page
      .getByRole('main')
      .getByText(/Insatsområde 1/)
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('main').getByText(/Delmål|[Aa]ktivitet/)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Insatser' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Insatser');
  await expect(page.getByRole('main').getByText(WORDING)).toBeVisible();
  await expectAccessible(page);
  const organisation = page.getByRole('main').getByRole('link', { name: 'Granskogs cykelråd' });
  await page
    .getByRole('link', { name: WORDING })
    .or(page.getByRole('link', { name: '1.1/2' }))
    .first()
    .press('Enter');
  await organisation.first().press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Granskogs cykelråd');
  await expect(page.getByText('Civilsamhälle').first()).toBeVisible();
  await expectAccessible(page);
});

test('the draft is adopted and its first round is opened', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const slug = await draftSlug(page);
  await openPage(page, `/plan/${slug}/redigera?flik=installningar`);
  // What is missing is said, and can be mended on the same page.
  await expect(page.getByText('Ange vilket beslut som antar planen.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Anta planen' })).toBeDisabled();
  await page
    .getByLabel(/^Beslut/)
    .first()
    .fill('Styrgruppen för cykling, § 12');
  await page
    .getByRole('button', { name: /^Spara/ })
    .first()
    .press('Enter');
  await expect(page.getByRole('button', { name: 'Anta planen' })).toBeEnabled();
  await page.getByRole('button', { name: 'Anta planen' }).press('Enter');
  const sure = page.getByRole('alertdialog', { name: 'Anta planen?' });
  await expect(sure).toBeVisible();
  await expectAccessible(page);
  await sure.getByRole('button', { name: 'Anta planen' }).press('Enter');
  await expect(page.getByText('Antagen').first()).toBeVisible();
  await expect(page.getByText(/så dess text kan inte ändras/)).toBeVisible();

  await openPage(page, `/plan/${slug}/omgangar`);
  await page.getByRole('button', { name: 'Ny omgång' }).first().press('Enter');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Skapa omgången' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Öppna omgången' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Öppna omgången' }).press('Enter');
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await dialog.getByRole('button', { name: 'Öppna omgången' }).press('Enter');
  await expect(page.getByText('Öppen').first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'round-opened');
});
