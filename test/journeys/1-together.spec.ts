import { expect, test } from '@playwright/test';
import { pages, paths } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { demoPlan, expectAccessible, expectNoSidewaysScroll, openPage, PEOPLE, signIn } from './support/page.ts';

const WIDTHS = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;

for (const [width, viewport] of Object.entries(WIDTHS))
  test(`every page of events, links, letters and working together is accessible, ${width}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await signIn(page, PEOPLE.planner);
    const { slug, label } = await demoPlan(page);
    for (const address of [
      pages.events(slug),
      pages.newEvent(slug),
      pages.importEvents(slug),
      pages.rules(slug),
      pages.eventKinds(),
      pages.reporters(slug, label),
      pages.participation(slug, label),
      pages.answerLinks(slug, label),
      pages.workbook(slug, label),
      pages.diff(slug),
      pages.handover(),
      pages.mail(),
      pages.mailPreference(),
      pages.answer(''),
      pages.optOut(''),
    ]) {
      await openPage(page, address);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });

test('an activity is found and opened from anywhere with Ctrl+K and the keyboard alone', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const { slug } = await demoPlan(page);
  const { items } = await api.get<{ items: { text: string }[] }>(paths.planActivities(slug));
  const text = items[4]?.text ?? '';
  await page.keyboard.press('Control+K');
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type(text.split(' ').slice(0, 4).join(' '));
  const hit = page.getByRole('option').filter({ hasText: text });
  await expect(hit).toBeVisible();
  await expectAccessible(page);
  await expect(hit).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/aktivitet\//);
  await expect(page.getByRole('main').getByText(text).first()).toBeVisible();

  // Closed again, it leaves the focus where it was.
  await page.keyboard.press('Control+K');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
});
