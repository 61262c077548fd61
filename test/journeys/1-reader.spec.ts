import { expect, test } from '@playwright/test';
import { demoPlan, expectAccessible, followUpsIn, openPage, PEOPLE, photograph, signIn } from './support/page.ts';

test('a reader sees how the plan goes, no way to change it, and no small numbers', async ({ page }) => {
  await signIn(page, PEOPLE.reader);
  await expect(page.getByText('Inget väntar på dig')).toBeVisible();
  await expectAccessible(page);
  const { slug, label } = await demoPlan(page);
  const changes =
    /^(Redigera|Ny |Nytt |Lägg till|Spara|Lämna in|Importera|Godkänn|Skicka tillbaka|Börja granska|Ändra)/;

  for (const address of [
    '/planer',
    `/plan/${slug}`,
    `/plan/${slug}/aktiviteter`,
    `/plan/${slug}/aktivitet/1.1/1`,
    '/organisationer',
    `/plan/${slug}/omgangar`,
    `/plan/${slug}/omgang/${label}`,
  ]) {
    await openPage(page, address);
    const main = page.getByRole('main');
    await expect(main.getByRole('button', { name: changes }), address).toHaveCount(0);
    await expect(main.getByRole('link', { name: changes }), address).toHaveCount(0);
    await expectAccessible(page);
  }

  // The sheet is there to be read: what is small is protected, and no cell can be written in.
  await openPage(page, `/plan/${slug}/omgang/${label}/utfall?indelning=kommun`);
  const grid = page.getByRole('grid');
  const hidden = grid.getByRole('gridcell', { name: /^Skyddat/ });
  expect(await hidden.count()).toBeGreaterThan(0);
  await hidden.first().click();
  await page.keyboard.type('7');
  await expect(grid.getByRole('textbox')).toHaveCount(0);
  await expect(
    page
      .getByRole('region')
      .getByText(/Din roll|rapporter|samordnare/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'reader-outcomes');

  // An answer of somebody else is read, not written.
  const [submitted] = await followUpsIn(page, slug, 'submitted');
  await openPage(page, `/uppfoljning/${submitted}`);
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: changes })).toHaveCount(0);
  await expectAccessible(page);
});

test('a reader who comes to a page for editing is told why not', async ({ page }) => {
  await signIn(page, PEOPLE.reader);
  const { slug } = await demoPlan(page);
  for (const address of [`/plan/${slug}/redigera`, '/importera']) {
    await openPage(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du har inte behörighet till sidan');
    await expect(page.getByText(/Din roll ger inte tillgång/)).toBeVisible();
    await expectAccessible(page);
  }
  await page.getByRole('link', { name: 'Till startsidan' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Att göra');
});
