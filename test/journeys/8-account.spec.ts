import { expect, type Page } from '@playwright/test';
import { pages } from '@samhandling/contracts';
import { TOTP } from 'otpauth';
import { expectInside, sendPassword, signOut, test } from './support/own-server.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PASSWORD,
  PEOPLE,
  photograph,
  pressOn,
} from './support/page.ts';

const ANNA = 'Anna Forsell';
const NEW_PASSWORD = 'blåbär under granen i augusti';

/** A code opens once, so a journey that signs in several times within half a minute takes the one that comes next. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
}

async function expectFitAndAccessible(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

test.use({ own: 'account' });

test('a second step is turned on by keyboard, and opens with a code and with a recovery code', async ({ page }) => {
  await sendPassword(page, PEOPLE.reporter, PASSWORD);
  await expectInside(page);
  await page.getByRole('button', { name: ANNA }).press('Enter');
  await pressOn(page.getByRole('link', { name: 'Mitt konto' }), 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitt konto');
  await expectFitAndAccessible(page);
  await photograph(page, 'account');

  // The password once more, which a wrong one does not pass for.
  await page.getByRole('button', { name: 'Slå på tvåstegsinloggning' }).press('Enter');
  await expect(page.getByLabel('Lösenord')).toBeFocused();
  await page.keyboard.type('fel lösenord helt');
  await page.keyboard.press('Enter');
  await expect(page.locator('sam-totp-password .error')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByLabel('Lösenord').fill(PASSWORD);
  await page.keyboard.press('Enter');

  const square = page.getByRole('img', { name: /ruta att läsa av/ });
  await expect(square).toBeVisible();
  expect(await square.evaluate(({ naturalWidth }: { naturalWidth: number }) => naturalWidth)).toBeGreaterThan(0);
  await expectFitAndAccessible(page);
  await photograph(page, 'account-two-step');
  const secret = (await page.locator('.key').innerText()).replace(/\s/g, '');
  await expect(page.getByLabel('Kod från din app')).toBeFocused();
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Koden stämmer inte/)).toBeVisible();
  await page.getByLabel('Kod från din app').fill(codeOf(secret, -1));
  await page.keyboard.press('Enter');

  // Codes are shown once: copied from the page here, and not left before they are said to be safe.
  const codes = page.getByRole('list', { name: 'Återställningskoder' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [recovery = ''] = await codes.allInnerTexts();
  await expectFitAndAccessible(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Ladda ner som text' }).press('Enter');
  expect((await saving).suggestedFilename()).toBe('samhandling-aterstallningskoder.txt');
  await page.getByRole('link', { name: 'Att göra' }).click();
  await page.getByRole('button', { name: 'Stanna kvar' }).click();
  await pressOn(page.getByRole('button', { name: 'Klar' }), 'Enter');
  await expect(page.getByText(/Kryssa i när du har sparat koderna/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Jag har sparat dem' }).press('Space');
  await pressOn(page.getByRole('button', { name: 'Klar' }), 'Enter');
  await expect(page.getByText(/Påslagen sedan .* Oanvända återställningskoder: 10/)).toBeVisible();

  // The app's code; what was typed stays while it is asked for.
  await signOut(page, ANNA);
  await sendPassword(page, PEOPLE.reporter, PASSWORD);
  await expect(page.getByLabel('Kod från din app')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByLabel('Lösenord')).toHaveValue(PASSWORD);
  await expectAccessible(page);
  await photograph(page, 'sign-in-code');
  await page.keyboard.type(codeOf(secret));
  await page.keyboard.press('Enter');
  await expectInside(page);

  // Without the app.
  await signOut(page, ANNA);
  await sendPassword(page, PEOPLE.reporter, PASSWORD);
  await page.getByRole('button', { name: 'Använd en återställningskod i stället' }).press('Enter');
  await expect(page.getByLabel('Återställningskod')).toBeFocused();
  await page.keyboard.type(recovery);
  await page.keyboard.press('Enter');
  await expectInside(page);

  await page.goto(pages.account());
  await expect(page.getByText(/Oanvända återställningskoder: 9/)).toBeVisible();
  await expect(page.getByText('Återställningskod använd')).toBeVisible();
  await page.getByRole('button', { name: 'Slå av tvåstegsinloggning' }).press('Enter');
  await expect(page.getByLabel('Lösenord')).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.getByLabel('Kod från din app').fill(codeOf(secret, 1));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Slå på tvåstegsinloggning' })).toBeVisible();
});

test('a forgotten password is chosen anew by the link in the letter, which opens once', async ({ page, server }) => {
  await page.goto(pages.signIn());
  await page.getByRole('link', { name: 'Glömt lösenordet?' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glömt lösenord');
  await expectFitAndAccessible(page);
  // Somebody who has no account is told the very same.
  for (const email of ['ingen@alvmark.example', PEOPLE.reader]) {
    await page.getByLabel('E-postadress').fill(email);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByText(`Om ${email} hör till ett konto här`)).toBeVisible();
    await page.getByRole('button', { name: 'Skriv en annan adress' }).press('Enter');
  }
  await expect.poll(() => server.lettersTo(PEOPLE.reader), { timeout: 30_000 }).toHaveLength(1);
  expect(await server.lettersTo('ingen@alvmark.example')).toEqual([]);
  const [letter = ''] = await server.lettersTo(PEOPLE.reader);
  const link = /http\S+\/nytt-losenord#[\w-]+/.exec(letter)?.[0] ?? '';

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Välj ett nytt lösenord');
  await expect(page).toHaveURL(pages.resetPassword('').slice(0, -1));
  await expectFitAndAccessible(page);
  const password = page.getByLabel('Nytt lösenord');
  await password.fill('kort');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/ska ha minst 12 tecken/)).toBeVisible();
  await page.getByRole('button', { name: 'Visa lösenordet' }).press('Enter');
  await password.fill(NEW_PASSWORD);
  await photograph(page, 'reset-password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ditt lösenord är bytt');

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByLabel('Nytt lösenord').fill(`${NEW_PASSWORD} igen`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken går inte att använda');
  await expectAccessible(page);

  await sendPassword(page, PEOPLE.reader, PASSWORD);
  await expect(page.getByRole('alert')).toContainText('stämmer inte');
  await sendPassword(page, PEOPLE.reader, NEW_PASSWORD);
  await expectInside(page);
});

test('another browser is seen and signed out, and asks to sign in again without losing a word', async ({
  page,
  browser,
  server,
}) => {
  const elsewhere = await (await browser.newContext({ baseURL: server.url, locale: 'sv-SE' })).newPage();
  await sendPassword(elsewhere, PEOPLE.planner, PASSWORD);
  await expectInside(elsewhere);
  await openPage(elsewhere, pages.organisations());
  await elsewhere.getByRole('button', { name: 'Lägg till en organisation' }).click();
  await elsewhere.getByLabel('Namn', { exact: true }).fill('Älvmarks båtklubb');

  await sendPassword(page, PEOPLE.planner, PASSWORD);
  await expectInside(page);
  await page.goto(pages.account());
  const rows = page.locator('sam-sessions-section').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Den här webbläsaren');
  await rows.nth(1).getByRole('button', { name: 'Logga ut' }).press('Enter');
  await expectAccessible(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Logga ut' }).press('Enter');
  await expect(rows).toHaveCount(1);

  await elsewhere
    .getByRole('button', { name: /Spara|Lägg till/ })
    .last()
    .click();
  const dialog = elsewhere.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText('Logga in igen');
  await expect(dialog.getByLabel('Lösenord')).toBeFocused();
  await expectAccessible(elsewhere);
  await elsewhere.keyboard.type(PASSWORD);
  await elsewhere.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(elsewhere.getByText('Älvmarks båtklubb').first()).toBeVisible();
  await elsewhere.context().close();
});

test('the end of a session is said some minutes before, takes no focus, and can be put off', async ({ page }) => {
  await page.clock.install();
  await sendPassword(page, PEOPLE.secondPlanner, PASSWORD);
  await expectInside(page);
  await openPage(page, pages.organisations());
  const field = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
  await field.focus();
  await page.clock.fastForward('11:52:00');
  const message = page.getByText(/Klockan \d\d:\d\d behöver du logga in på nytt/);
  await expect(message).toBeVisible();
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await photograph(page, 'session-end');
  // The server's clock has not moved, so the page's goes back to it before the new session comes.
  await page.clock.setSystemTime(Date.now());
  await page.getByRole('button', { name: 'Logga in igen nu' }).click();
  await page.getByRole('dialog').getByLabel('Lösenord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Du är inloggad till klockan/)).toBeVisible();
  await expect(message).toBeHidden();
});
