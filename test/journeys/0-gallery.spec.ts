import { expect, test, type Page } from '@playwright/test';
import { GALLERY_URL } from '../support/browser.ts';
import { expectAccessible, expectNoSidewaysScroll, photograph, pressOn } from './support/page.ts';

test.use({ baseURL: GALLERY_URL, reducedMotion: 'reduce' });

const WIDTHS = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ['light', 'dark'] as const;

/** The parts of the gallery as the gallery itself names them, so that a new part is photographed without a line here. */
async function sectionIds(page: Page): Promise<string[]> {
  await page.goto('/galleri');
  const sections = page.getByRole('main').locator('section[id]');
  await expect(sections.first()).toBeVisible();
  return sections.evaluateAll((all) => all.map((section) => section.id));
}

for (const [width, viewport] of Object.entries(WIDTHS)) {
  test(`every component in every state, by light and by dark, ${width}`, async ({ page }) => {
    const thrown: Error[] = [];
    page.on('pageerror', (error) => thrown.push(error));
    await page.setViewportSize(viewport);
    const ids = await sectionIds(page);
    expect(ids.length).toBeGreaterThanOrEqual(9);
    for (const id of ids) {
      await page.goto(`/galleri?del=${id}`);
      await expect(page.getByRole('main').locator('section[id]')).toHaveCount(1);
      await expect(page.getByRole('main').locator(`section#${id}`)).toBeVisible();
      // Charts arrive by themselves, after the page.
      await page.waitForLoadState('networkidle');
      await expectNoSidewaysScroll(page);
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page);
        await photograph(page, `galleri-${id}-${width}-${colorScheme}`);
      }
    }
    expect(thrown).toEqual([]);
  });
}

for (const theme of THEMES) {
  test(`what lies on top of a page, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('/galleri?del=besked');
    await page.getByRole('button', { name: 'Fråga först' }).press('Enter');
    await expect(page.getByRole('alertdialog', { name: 'Ta bort området?' })).toBeVisible();
    await expectAccessible(page);
    await photograph(page, `galleri-fraga-${theme}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Fråga först' })).toBeFocused();

    await page.getByRole('button', { name: 'Sessionen har gått ut' }).press('Enter');
    await expect(page.getByRole('dialog').getByLabel('Lösenord')).toBeVisible();
    await expectAccessible(page);
    await photograph(page, `galleri-session-${theme}`);
    await page.keyboard.press('Escape');

    await pressOn(page.getByRole('button', { name: 'Visa ett besked' }), 'Enter');
    await expect(page.getByRole('button', { name: 'Ångra' })).toBeVisible();
    await expectAccessible(page);
    await photograph(page, `galleri-besked-${theme}`);
  });
}
