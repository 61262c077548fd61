import { expect, test, type Browser, type Page } from '@playwright/test';
import { pages, paths, type OrganisationRef, type Reporter, type ReporterList } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { openOwnPlan } from './support/own-plan.ts';
import { expectAccessible, expectNoSidewaysScroll, openPage, PEOPLE, photograph, signIn } from './support/page.ts';

const VISITS = 'Antal besökta badplatser.';
const GOALS = [
  [
    { text: 'Besöka länets badplatser inför sommaren.', responsible: 'Region Älvmark', followUp: VISITS },
    { text: 'Ta fram en gemensam skylt om flaggor.', responsible: 'Region Älvmark', followUp: 'Skylten är framtagen.' },
    { text: 'Bjuda in till en dag om isvett.', responsible: 'Länsstyrelsen', followUp: 'Dagen är genomförd.' },
  ],
];
const NAME = 'Vilma Strand';

/** A telephone that has never been here: no session and no cookies. */
async function newPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  return context.newPage();
}

async function expectFitAndAccessible(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

/** Somebody who has no account reports for an organisation: what the reporters page does, which another journey is about. */
async function reporterByLink(api: Api, roundId: string): Promise<Reporter> {
  const organisations = await api.get<readonly OrganisationRef[]>(paths.organisations());
  const region = organisations.find(({ name }) => name === 'Region Älvmark');
  const email = 'vilma.strand@region.example';
  const person = await api.send<Reporter>('POST', paths.reporters(), { name: NAME, email, organisationId: region?.id });
  const { rows } = await api.get<ReporterList>(paths.roundReporters(roundId));
  await api.send('POST', paths.roundReporters(roundId), {
    assignments: rows
      .filter(({ responsible }) => responsible.some(({ id }) => id === region?.id))
      .map(({ followUpId, version }) => ({ followUpId, version, reporterId: person.id })),
  });
  return person;
}

test('somebody without an account answers by a link on a phone, and nobody else can use the link', async ({
  page,
  browser,
}) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Trygga badplatser hela året', GOALS);
  await reporterByLink(api, plan.roundId);

  // The planner makes the link, which is shown once.
  await openPage(page, pages.answerLinks(plan.slug, plan.label));
  await expectAccessible(page);
  const chosen = page.getByRole('checkbox', { name: new RegExp(NAME) });
  await expect(page.getByText('2 frågor kvar')).toBeVisible();
  await chosen.press('Space');
  const make = page.getByRole('button', { name: 'Skapa länkar att kopiera' });
  await expect(make).toBeEnabled();
  await make.press('Enter');
  const shown = page.getByRole('textbox', { name: `Svarslänk till ${NAME}` });
  await expect(shown).toBeVisible();
  const url = await shown.inputValue();
  expect(url).toContain('/svara#');
  await expectAccessible(page);
  await photograph(page, 'link-made');

  // On the phone nothing is opened before somebody asks for it: a mail scanner that follows the link opens nothing.
  const phone = await newPhone(browser);
  await phone.goto(url);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Dina frågor om årets uppföljning');
  await expectFitAndAccessible(phone);
  await phone.getByRole('button', { name: 'Öppna mina frågor' }).tap();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(`Dina frågor, ${NAME}`);
  // The secret is gone from the address, and only what is theirs is here.
  expect(phone.url()).not.toContain('#');
  await expect(phone.getByRole('main').getByRole('listitem')).toHaveCount(2);
  await expectFitAndAccessible(phone);
  await photograph(phone, 'link-overview');

  await phone.getByRole('button', { name: 'Börja svara' }).tap();
  await expect(phone.getByText('Fråga 1 av 2')).toBeVisible();
  // What is missing is said at once, and nothing that was written is lost.
  await phone.getByRole('textbox', { name: 'Vad har gjorts?' }).fill('Tolv badplatser är besökta tillsammans.');
  await phone.getByRole('button', { name: 'Lämna in', exact: true }).tap();
  await expect(phone.getByText('Välj en lägesbedömning.').first()).toBeVisible();
  await expectFitAndAccessible(phone);
  await phone.getByRole('radio', { name: /Pågår enligt plan/ }).check();
  const cell = phone.getByRole('grid').getByRole('gridcell').first();
  await cell.tap();
  await cell.press('1');
  await phone.keyboard.type('2');
  await phone.keyboard.press('Enter');
  await expect(cell).toContainText(/^\s*12/);
  await phone.getByRole('button', { name: 'Lämna in', exact: true }).tap();
  await expect(phone.getByRole('button', { name: 'Nästa fråga att svara på' })).toBeVisible();
  await expectFitAndAccessible(phone);
  await photograph(phone, 'link-answered');

  // The second is written, left, and handed in after a reload: the cookie is the key now.
  await phone.getByRole('button', { name: 'Nästa fråga att svara på' }).tap();
  await expect(phone.getByText('Fråga 2 av 2')).toBeVisible();
  await phone.getByRole('radio', { name: /Genomförd/ }).check();
  await phone.getByRole('textbox', { name: 'Vad har gjorts?' }).fill('Skylten sitter uppe på alla bryggor.');
  await expect(phone.getByText(/^Sparat/).first()).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('textbox', { name: 'Vad har gjorts?' })).toHaveValue(
    'Skylten sitter uppe på alla bryggor.',
  );
  await phone.getByRole('button', { name: 'Lämna in', exact: true }).tap();
  await phone.getByRole('button', { name: 'Alla frågor är klara: till listan' }).tap();
  await expectFitAndAccessible(phone);
  await phone.getByRole('button', { name: 'Klar för nu: visa kvitto' }).tap();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Kvitto på dina svar');
  await expect(phone.getByText(/^Tack! Alla dina svar är inlämnade/)).toBeVisible();
  await expect(phone.getByText('1 värde är sparat i ditt namn.')).toBeVisible();
  await expectFitAndAccessible(phone);
  await photograph(phone, 'link-receipt');

  // The same link in another browser is refused, with a way out.
  const stranger = await newPhone(browser);
  await stranger.goto(url);
  await stranger.getByRole('button', { name: 'Öppna mina frågor' }).tap();
  await expect(stranger.getByRole('alert')).toBeVisible();
  await expect(stranger.getByText('Skylten sitter uppe')).toHaveCount(0);
  await expectFitAndAccessible(stranger);
  await photograph(stranger, 'link-refused');
  await expect(stranger.getByRole('button', { name: 'Skicka en ny länk till mig' })).toBeVisible();
  await stranger.context().close();

  // The planner sees how it went: the answers, the value, and every use of the link.
  await page.reload();
  const link = page.getByRole('region', { name: 'Länkar i omgången' }).getByRole('listitem').filter({ hasText: NAME });
  await expect(link.first()).toContainText('2 av 2 besvarade');
  await link.getByRole('button', { name: /^Logg/ }).press('Enter');
  const log = page.getByRole('list', { name: `Användning av länken till ${NAME}` });
  for (const use of ['Öppnade länken', 'Sparade ett värde', 'Lämnade in ett svar', 'Tog ut kvittot'])
    await expect(log.getByText(use).first()).toBeVisible();
  await expect(log.getByText('Nekad: öppnad i en annan webbläsare')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'link-log');
  await openPage(page, pages.outcomes(plan.slug, plan.label));
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: VISITS });
  await expect(row.getByRole('gridcell').first()).toContainText(/^\s*12/);

  // Taken back, it no longer opens anything, not in the telephone it was opened in either.
  await openPage(page, pages.answerLinks(plan.slug, plan.label));
  await link.getByRole('button', { name: /^Dra in/ }).press('Enter');
  const why = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await why.getByRole('textbox').fill('Frågorna är besvarade.');
  await expectAccessible(page);
  await why.getByRole('button', { name: 'Dra in länken' }).press('Enter');
  await expect(link.first()).toContainText('Indragen');
  await phone.reload();
  await expect(phone.getByRole('alert')).toBeVisible();
  await expectFitAndAccessible(phone);
  await phone.context().close();
});
