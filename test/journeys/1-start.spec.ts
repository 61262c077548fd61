import { expect, test } from '@playwright/test';
import { demoPlan, expectAccessible, openPage, PEOPLE, signIn } from './support/page.ts';

test('a newcomer finds the sign-ins of the demo, and a wrong password is told in words', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logga in');
  await expect(page.getByText(PEOPLE.planner)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('E-post').fill(PEOPLE.planner);
  await page.getByLabel('Lösenord').fill('fel lösenord');
  await page.keyboard.press('Enter');
  await expect(page.getByText('E-postadressen eller lösenordet stämmer inte')).toBeVisible();
  await expect(page.getByLabel('E-post')).toHaveValue(PEOPLE.planner);
});

test('every page of the plan is accessible in Swedish', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const { slug, label } = await demoPlan(page);
  const addresses = [
    '/att-gora',
    '/planer',
    `/plan/${slug}`,
    `/plan/${slug}/aktiviteter`,
    `/plan/${slug}/aktivitet/1.1/1`,
    '/organisationer',
    `/plan/${slug}/omgangar`,
    `/plan/${slug}/omgang/${label}`,
    `/plan/${slug}/omgang/${label}/utfall?indelning=kommun`,
    `/plan/${slug}/omgang/${label}/rapport`,
    '/importera',
    '/ingen-sådan-sida',
  ];
  for (const address of addresses) {
    await openPage(page, address);
    await expectAccessible(page);
  }
});
