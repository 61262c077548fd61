import { expect, test } from '@playwright/test';
import { pages, paths, type EventChoices, type EventKind, type EventList } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { demoPlan, expectAccessible, openPage, PEOPLE, photograph, signIn } from './support/page.ts';

const NAME = 'Kunskapsfika om trygghet';

test('an answer that never came: the button is pressed again, and the thing is made once', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  await openPage(page, pages.eventKinds());
  let lost = 0;
  await page.route(`**${paths.eventKinds()}`, async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    // The server does what it is asked, and nobody hears of it.
    expect((await route.fetch()).status()).toBe(201);
    await route.abort('connectionreset');
  });
  const name = page.getByRole('textbox', { name: 'Ny händelsetyp' });
  await name.fill(NAME);
  await name.press('Enter');
  await expect(page.getByText(/Ingen kontakt med tjänsten/).first()).toBeVisible();
  await expect(name).toHaveValue(NAME);
  await expectAccessible(page);
  await photograph(page, 'lost-answer');

  await name.press('Enter');
  await expect(page.getByText(`${NAME} är tillagd.`).first()).toBeVisible();
  const kinds = await (await Api.of(page)).get<EventKind[]>(paths.eventKinds());
  expect(kinds.filter((kind) => kind.name === NAME)).toHaveLength(1);
});

test('an event whose answer never came, and a page loaded anew: the draft is sent again, and the event is one', async ({
  page,
}) => {
  await signIn(page, PEOPLE.planner);
  const { slug } = await demoPlan(page);
  const choices = (await (await page.request.get(`${paths.eventChoices()}?plan=${slug}`)).json()) as EventChoices;
  await openPage(page, `${pages.newEvent(slug)}?aktivitet=${choices.activities[0]?.id ?? ''}`);
  await page.getByRole('combobox', { name: 'Vad var det?' }).selectOption({ index: 1 });
  const title = page.getByRole('textbox', { name: 'Rubrik' });
  await title.fill('Träff på tåget');
  let lost = 0;
  await page.route(`**${paths.events()}`, async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    expect((await route.fetch()).status()).toBe(201);
    await route.abort('connectionreset');
  });
  const register = page.getByRole('button', { name: 'Registrera händelsen' });
  await register.press('Enter');
  await expect(page.getByText(/Ingen kontakt med tjänsten/).first()).toBeVisible();

  await page.reload();
  await expect(title).toHaveValue('Träff på tåget');
  await register.press('Enter');
  await expect(page.getByRole('region', { name: 'Registrerat nu' }).locator('sam-event-receipt')).toHaveCount(1);
  const events = await (await Api.of(page)).get<EventList>(`${paths.events()}?plan=${slug}&pageSize=100`);
  expect(events.items.filter((event) => event.title === 'Träff på tåget')).toHaveLength(1);
});
