import { expect, type Page } from '@playwright/test';
import { pages } from '@samhandling/contracts';
import { signInFile, startOidc, type TestOidc } from '../support/oidc.ts';
import { expectInside, startOwnServer, test as withServer, type OwnServer } from './support/own-server.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openPage,
  PASSWORD,
  PEOPLE,
  photograph,
  pressOn,
} from './support/page.ts';

const DONE = 'Vi har träffat tre nämnder och skrivit en gemensam överenskommelse.';

/** The demo county's people sign in at a real provider, each by the button of their name. */
const test = withServer.extend<object, { readonly oidc: TestOidc; readonly server: OwnServer }>({
  oidc: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its parameters.
    async ({}, use) => {
      const oidc = await startOidc([
        { sub: 'anna', name: 'Anna Forsell', email: PEOPLE.reporter, email_verified: true },
        { sub: 'maria', name: 'Maria Sandell', email: PEOPLE.planner, email_verified: true },
        { sub: 'okand', name: 'Okänd Person', email: 'okand@alvmark.example', email_verified: true },
      ]);
      await use(oidc);
      await oidc.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ oidc }, use) => {
      const file = signInFile(oidc.settings({ name: 'Älvmarks inloggning', domains: ['alvmark.example'] }));
      const server = await startOwnServer({ SIGN_IN_FILE: file });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

async function expectFitAndAccessible(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

/** The address, and the way its domain points to. */
async function chooseProvider(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-postadress').fill(email);
  await page.keyboard.press('Enter');
  const way = page.getByRole('link', { name: 'Logga in med Älvmarks inloggning' });
  await expect(way).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länets inloggning');
}

/** The first thing to answer, with something written that is not handed in. */
async function writeAnswer(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: /Att svara på/ })
    .getByRole('link')
    .first()
    .press('Enter');
  await expect(page.getByRole('group', { name: /Lägesbedömning/ })).toBeVisible();
  await page.getByRole('radio', { name: /Pågår enligt plan/ }).press('Space');
  await page.getByRole('textbox', { name: 'Vad har gjorts?' }).fill(DONE);
}

test('the domain of an address points to its provider, which leads back to where one was going', async ({ page }) => {
  await page.goto(`${pages.organisations()}?q=polis`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logga in');
  await expect(page.getByLabel('Lösenord')).toHaveCount(0);
  await expectFitAndAccessible(page);
  await photograph(page, 'sign-in-address');

  // A domain without a provider has its password on the same page.
  await page.getByLabel('E-postadress').fill('nagon@annan.example');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Lösenord')).toBeFocused();

  // Turning back at the provider is told, and the way is still open.
  await chooseProvider(page, PEOPLE.planner);
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await expect(page.getByRole('alert')).toContainText('Inloggningen avbröts');
  await expectFitAndAccessible(page);
  await photograph(page, 'sign-in-broken-off');

  await chooseProvider(page, PEOPLE.planner);
  await page.getByRole('button', { name: 'Maria Sandell' }).click();
  await expect(page).toHaveURL(/\/organisationer\?q=polis$/);
  await expect(page.getByRole('button', { name: 'Maria Sandell' })).toBeVisible();

  await openPage(page, pages.account());
  await expect(page.getByText('Älvmarks inloggning').first()).toBeVisible();
  await expect(page.locator('sam-sessions-section')).toContainText('genom organisationens inloggning');
  await expectFitAndAccessible(page);
});

test('English stays English, to the provider and back', async ({ page }) => {
  await page.goto('/en/organisationer?q=polis');
  await page.getByLabel('E-mail address').fill(PEOPLE.planner);
  await page.keyboard.press('Enter');
  await pressOn(page.getByRole('link', { name: 'Sign in with Älvmarks inloggning' }), 'Enter');
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await expect(page.getByRole('alert')).toContainText('The sign-in was broken off');
  await page.getByLabel('E-mail address').fill(PEOPLE.planner);
  await page.keyboard.press('Enter');
  await pressOn(page.getByRole('link', { name: 'Sign in with Älvmarks inloggning' }), 'Enter');
  await page.getByRole('button', { name: 'Maria Sandell' }).click();
  await expect(page).toHaveURL(/\/en\/organisationer\?q=polis$/);
  await openPage(page, `/en${pages.account()}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account');
  await expectFitAndAccessible(page);
});

test('somebody the provider knows and the county does not is told what to do', async ({ page }) => {
  await page.goto(pages.signIn());
  await chooseProvider(page, 'okand@alvmark.example');
  await page.getByRole('button', { name: 'Okänd Person' }).click();
  await expect(page.getByRole('alert')).toContainText('Du har inget konto här än');
  await expect(page.getByRole('alert')).toContainText('Be länets planerare om en inbjudan');
});

test('a session that runs out in the middle of a sentence is renewed at the provider in a window of its own', async ({
  page,
}) => {
  await page.goto(pages.signIn());
  await chooseProvider(page, PEOPLE.reporter);
  await page.getByRole('button', { name: 'Anna Forsell' }).click();
  await expectInside(page);
  await writeAnswer(page);

  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText('Logga in igen');
  const way = dialog.getByRole('link', { name: /Logga in med Älvmarks inloggning/ });
  await expect(way).toBeFocused();
  await expectAccessible(page);
  await photograph(page, 'sign-in-again-provider');

  const opening = page.waitForEvent('popup');
  await page.keyboard.press('Enter');
  const beside = await opening;
  await expect(dialog.getByText(/Logga in i fönstret som öppnades/)).toBeVisible();
  await beside.getByRole('button', { name: 'Anna Forsell' }).click();

  // The window closes itself, the page goes on, and what was written is handed in.
  await expect.poll(() => beside.isClosed()).toBe(true);
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Inlämnad').first()).toBeVisible();
  await expect(page.getByText(DONE).first()).toBeVisible();
});

test('what one person wrote is not sent by another who signs in instead', async ({ page }) => {
  await page.goto(pages.signIn());
  await page.getByLabel('E-postadress').fill(PEOPLE.reporter);
  await page.keyboard.press('Enter');
  await pressOn(page.getByRole('button', { name: 'Logga in med lösenord i stället' }), 'Enter');
  await expect(page.getByLabel('Lösenord')).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expectInside(page);
  await writeAnswer(page);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Lämna in', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  const opening = page.waitForEvent('popup');
  await dialog.getByRole('link', { name: /Logga in med Älvmarks inloggning/ }).press('Enter');
  const beside = await opening;
  await beside.getByRole('button', { name: 'Maria Sandell' }).click();
  await expect(page.getByText(/inloggad som någon annan/)).toBeVisible();
  await expect(page.getByText('Inlämnad', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Vad har gjorts?' })).toHaveValue(DONE);
});
