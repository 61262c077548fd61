import { expect, test, type Locator, type Page } from '@playwright/test';
import { demoPlan, expectAccessible, openPage, PEOPLE, photograph, signIn } from './support/page.ts';

/** The row of an indicator in the sheet of the municipalities. */
async function openRow(page: Page, indicator: string): Promise<Locator> {
  await signIn(page, PEOPLE.planner);
  const { slug, label } = await demoPlan(page);
  await openPage(page, `/plan/${slug}/omgang/${label}/utfall?indelning=kommun`);
  return page.getByRole('grid').getByRole('row').filter({ hasText: indicator }).first();
}

const cellAt = (row: Locator, column: number): Locator => row.getByRole('gridcell').nth(column);

test('a rectangle from Excel with one bad value: the good ones are saved and the bad one is explained', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const row = await openRow(page, 'Antal gemensamma tillsynsbesök per kommun.');
  const next = page.getByRole('grid').getByRole('row').filter({ hasText: 'Antal deltagare per kommun.' }).first();
  // Excel writes rows with Windows line ends, and ends with one.
  await page.evaluate(`navigator.clipboard.writeText('31\\t12,5 st\\t33\\r\\n1 041\\t42\\t-\\r\\n')`);
  await cellAt(row, 0).click();
  await page.keyboard.press('ControlOrMeta+V');

  await expect(page.getByText('En del av det som klistrades in är inte sparat')).toBeVisible();
  await expect(page.getByText(/4 rutor är sparade|5 rutor är sparade/)).toBeVisible();
  await expect(page.getByText(/1 ruta är inte sparad, men texten står kvar/)).toBeVisible();
  const bad = page.getByRole('status').getByRole('listitem').filter({ hasText: '12,5 st' });
  await expect(bad).toContainText('Skriv bara talet');
  await expectAccessible(page);
  await photograph(page, 'grid-paste');

  // From the explanation to the cell, where what was pasted still stands and can be mended.
  await bad.getByRole('button').press('Enter');
  await expect(cellAt(row, 1)).toBeFocused();
  await expect(cellAt(row, 1)).toContainText('12,5 st');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.waitForLoadState('networkidle');
  await page.reload();
  await expect(cellAt(row, 0)).toContainText(/^\s*31/);
  await expect(cellAt(row, 1)).toContainText(/^\s*12/);
  await expect(cellAt(row, 2)).toContainText(/^\s*33/);
  await expect(cellAt(next, 0)).toContainText(/^\s*1\s041/);
  await expect(cellAt(next, 1)).toContainText(/^\s*42/);
});

test('the connection is lost while somebody types: the value stays, and is saved when it is back', async ({ page }) => {
  const row = await openRow(page, 'Antal genomförda utbildningar per kommun.');
  const cell = cellAt(row, 1);
  await page.context().setOffline(true);
  await cell.click();
  await page.keyboard.type('77');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ingen kontakt med tjänsten').first()).toBeVisible();
  await expect(cell).toContainText('77');
  await expect(page.getByText(/1 ruta är inte sparad/).first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'grid-offline');

  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Försök spara igen' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Försök spara igen' })).toHaveCount(0);
  await page.reload();
  await expect(cell).toContainText(/^\s*77/);
});
