import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible, PEOPLE, photograph, pressOn, signIn } from './support/page.ts';

const PLAN = new URL('../../libs/plan-text/src/fixtures/granskog.txt', import.meta.url);

test('a planner pastes a published plan, reviews it by keyboard and has a draft plan', async ({ page }) => {
  const text = await readFile(PLAN, 'utf8');
  await signIn(page, PEOPLE.planner);
  await page.goto('/importera');

  // A text that is no plan is refused with what was looked for, and stays where it was pasted.
  const box = page.getByRole('textbox', { name: 'Planens text' });
  await box.fill('Hej! Ses vi på fredag?');
  await page.getByRole('button', { name: 'Läs texten' }).press('Enter');
  await expect(page.getByText(/Texten ser inte ut som en handlingsplan/).first()).toBeVisible();
  await expect(box).toHaveValue('Hej! Ses vi på fredag?');
  await expectAccessible(page);

  await box.fill(text);
  await page.getByRole('button', { name: 'Läs texten' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Granska');
  await expect(page.getByText(/, 0 utan plats/)).toBeVisible();
  await photograph(page, 'import-review');
  await expectAccessible(page);

  await page.getByRole('link', { name: /^Flaggor/ }).press('Enter');
  await pressOn(page.getByRole('button', { name: /Markera alla \d+ som sedda/ }), 'Enter');
  await expect(page.getByRole('link', { name: /^Flaggor klart/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: /^Aktörer/ }).press('Enter');
  await pressOn(page.getByRole('button', { name: /Godta alla \d+ förslag/ }), 'Enter');
  await pressOn(page.getByRole('dialog').getByRole('button', { name: /Godta/ }), 'Enter');
  await expect(page.getByRole('link', { name: /^Aktörer klart/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: /^Uppföljning \d/ }).press('Enter');
  await pressOn(page.getByRole('button', { name: /Godta de \d+ som visas/ }), 'Enter');
  await expect(page.getByRole('link', { name: /^Uppföljning klart/ })).toBeVisible();
  await expectAccessible(page);

  // What has been decided is there after a reload, since every decision was saved as it was made.
  await page.reload();
  await expect(page.getByRole('link', { name: /^Aktörer klart/ })).toBeVisible();

  await page.getByRole('link', { name: /^Namn och år/ }).press('Enter');
  await page.getByRole('main').getByRole('textbox').first().fill('Handlingsplan för Granskog');
  await page.getByLabel(/^Första år/).fill('2027');
  await page.getByLabel(/^Sista år/).fill('2030');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^Namn och år klart/ })).toBeVisible();
  await page.getByRole('link', { name: /^Skapa planen/ }).press('Enter');
  // Open to press as soon as the name and the years are saved.
  const create = page.getByRole('button', { name: 'Skapa planen' });
  await expect(create).toBeEnabled();
  await create.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Handlingsplan för Granskog');
  await expect(page.getByText('Utkast').first()).toBeVisible();

  // The same text again shows that nothing differs, and has nothing to create.
  await page.goto('/importera');
  await page.getByRole('textbox', { name: 'Planens text' }).fill(text);
  await page.getByRole('button', { name: 'Läs texten' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Granska');
  await page.getByRole('link', { name: /^Skapa planen/ }).press('Enter');
  await expect(page.getByText(/densamma som planen/).first()).toBeVisible();
});
