import { expect, type Page } from '@playwright/test';
import { pages, paths, type Digest, type GroupList } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { test } from './support/own-server.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PEOPLE,
  photograph,
  pressOn,
  signIn,
} from './support/page.ts';

test.use({ own: 'digest' });

async function makeDigest(page: Page): Promise<Digest> {
  const api = await Api.of(page);
  const [plan] = await api.get<{ slug: string }[]>(paths.plans());
  const { items } = await api.get<GroupList>(paths.planGroups(plan?.slug ?? ''));
  const meeting = items.find(({ kind }) => kind === 'consultation')?.next;
  return api.send<Digest>('POST', paths.meetingDigest(meeting?.id ?? ''), {});
}

test('what a half-year left behind is written over, keeps its words when the facts change, and is frozen and mailed', async ({
  page,
}) => {
  await signIn(page, PEOPLE.planner);
  const made = await makeDigest(page);
  await openPage(page, pages.digest(made.id));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Underlag till Samrådsgruppen');
  await expectAccessible(page);
  await photograph(page, 'digest-draft');

  const moved = made.goals[0]?.sections.find(({ section }) => section === 'moved');
  const part = page.locator(`[data-key="${moved?.key ?? ''}"]`);
  await part.getByRole('button', { name: /^Skriv om/ }).press('Enter');
  const field = part.getByRole('textbox');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(moved?.proposal ?? '');
  await field.fill('Det mesta är på väg. Två saker är sena.');
  await field.press('Control+Enter');
  await expect(part.getByText('Det mesta är på väg. Två saker är sena.')).toBeVisible();
  await expect(part.getByRole('button', { name: /^Skriv om/ })).toBeFocused();

  // The period is made longer: there are more events in it, so what was written over says something else now.
  await page.getByLabel('Från och med').fill(`${Number(made.from.slice(0, 4)) - 1}-01-01`);
  await expect(part.getByText('Underlaget har ändrats sedan texten skrevs')).toBeVisible();
  await expect(part.getByText('Det mesta är på väg. Två saker är sena.')).toBeVisible();
  await expect(page.getByText('Välj först vad som ska stå.', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'digest-clash');
  await part.getByRole('button', { name: /^Behåll min text/ }).press('Enter');
  await expect(part.getByText('Underlaget har ändrats sedan texten skrevs')).toBeHidden();

  await page.getByLabel('Några ord i mejlet').fill('Läs gärna det som står om mål ett.');
  await page.getByRole('button', { name: 'Lås och skicka till gruppen' }).press('Enter');
  await pressOn(page.getByRole('alertdialog').getByRole('button', { name: 'Lås och skicka' }), 'Enter');
  await expect(page.getByText('Underlaget är skickat och ändras inte mer.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Skriv/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await photograph(page, 'digest-sent-phone');

  const api = await Api.of(page);
  await expect
    .poll(async () => (await api.get<Digest>(paths.digest(made.id))).letters.every(({ state }) => state === 'sent'), {
      timeout: 60_000,
    })
    .toBe(true);
});
