import { expect, test } from '@playwright/test';

test('the address answers with the sign-in page and the demo sign-ins', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logga in');
  await expect(page.getByText('maria.sandell@alvmark.example')).toBeVisible();
});
