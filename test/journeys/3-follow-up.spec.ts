import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, PEOPLE, photograph, signIn, switchPerson } from './support/page.ts';

const DONE = 'Vi har träffat fyra nämnder under hösten och tagit fram en gemensam mall.';

/** The first activity that waits for an answer, by its reference. */
async function openFirstUnanswered(page: Page): Promise<string> {
  const item = page
    .getByRole('region', { name: /Att svara på/ })
    .getByRole('link')
    .first();
  await item.press('Enter');
  await expect(page.getByRole('group', { name: /Lägesbedömning/ })).toBeVisible();
  return page.url().replace(/^.*\/uppfoljning\//, '');
}

test('a reporter answers for an activity with the keyboard, and the planner returns and then accepts it', async ({
  page,
}) => {
  await signIn(page, PEOPLE.reporter);
  await expectAccessible(page);
  const id = await openFirstUnanswered(page);

  // Handing in with nothing chosen says what is missing, at the field, and loses nothing.
  await page.getByRole('textbox', { name: 'Vad har gjorts?' }).fill(DONE);
  await page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter');
  await expect(page.getByText('Välj en lägesbedömning.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Vad har gjorts?' })).toHaveValue(DONE);
  await expectAccessible(page);

  await page.getByRole('radio', { name: /Behöver stöd/ }).press('Space');
  await page.getByRole('textbox', { name: /stöd/i }).first().fill('En handläggare till under våren.');
  await page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter');
  await expect(page.getByText('Inlämnad').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ta tillbaka' })).toBeVisible();
  await photograph(page, 'follow-up-submitted');
  await expectAccessible(page);

  await switchPerson(page, PEOPLE.planner);
  await page.goto(`/uppfoljning/${id}`);
  await page.getByRole('button', { name: 'Skicka tillbaka' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox').fill('Vilka nämnder gäller det?');
  await dialog.getByRole('button', { name: 'Skicka tillbaka' }).press('Enter');
  await expect(page.getByText('Tillbaka med fråga').first()).toBeVisible();

  await switchPerson(page, PEOPLE.reporter);
  await page.goto(`/uppfoljning/${id}`);
  await expect(page.getByText('Vilka nämnder gäller det?')).toBeVisible();
  await page.getByRole('textbox', { name: 'Vad har gjorts?' }).fill(`${DONE} Det gäller socialnämnderna.`);
  await page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter');
  await expect(page.getByText('Inlämnad').first()).toBeVisible();

  await switchPerson(page, PEOPLE.planner);
  await page.goto(`/uppfoljning/${id}`);
  await expect(page.getByRole('textbox', { name: 'Vad har gjorts?' })).toHaveValue(
    `${DONE} Det gäller socialnämnderna.`,
  );
  await page.getByRole('button', { name: 'Godkänn' }).press('Enter');
  await expect(page.getByText('Godkänd').first()).toBeVisible();
});

test('what somebody writes survives a lost session', async ({ page }) => {
  await signIn(page, PEOPLE.reporter);
  await openFirstUnanswered(page);
  await page.getByRole('textbox', { name: 'Vilka resultat ser ni?' }).fill('Fler butiker frågar efter legitimation.');
  await page.context().clearCookies();
  await page.reload();
  await expect(page.getByLabel('Lösenord')).toBeVisible();
  await page.getByLabel('E-post').fill(PEOPLE.reporter);
  await page.getByLabel('Lösenord').fill('samhandling-demo');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/utkast|osparad/i).first()).toBeVisible();
});

test('a value is typed, kept, refused and explained in the sheet', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const [plan] = (await (await page.request.get('/api/v1/plans')).json()) as {
    slug: string;
    currentRound: { label: string };
  }[];
  await page.goto(`/plan/${plan?.slug}/omgang/${plan?.currentRound.label}/utfall`);
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  const row = grid.getByRole('row').filter({ hasText: 'Antal utbildade personer.' }).first();
  const cell = row.getByRole('gridcell').first();
  await cell.click();
  await page.keyboard.type('12,5 st');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Skriv bara talet/).first()).toBeVisible();
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('1 250');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sparat').first()).toBeVisible();
  await page.reload();
  await expect(row.getByRole('gridcell').first()).toContainText(/1\s250/);
  await expectAccessible(page);
});
