import { expect, test, type Locator, type Page } from '@playwright/test';
import { pages, paths, type EventChoices } from '@samhandling/contracts';
import { Api } from './support/api.ts';
import { openOwnPlan } from './support/own-plan.ts';
import { expectAccessible, openPage, PEOPLE, photograph, pressOn, signIn, switchPerson } from './support/page.ts';

const MEETINGS = 'Antal nätverksträffar.';
const MUNICIPALITIES = 'Antal kommuner som deltagit i nätverksträffarna.';
const COURSES = 'Antal genomförda utbildningar per kommun.';
const TRAINED = 'Antal utbildade personer.';

/** Two activities whose four indicators all say "Antal": none of them is typed by anybody in this journey. */
const GOALS = [
  [
    {
      text: 'Bjuda in länets badvakter till nätverksträffar.',
      responsible: 'Länsstyrelsen',
      partners: 'Kommunerna',
      followUp: `${MEETINGS} ${MUNICIPALITIES}`,
    },
    {
      text: 'Utbilda simlärare i livräddning.',
      responsible: 'Länsstyrelsen',
      partners: 'Kommunerna',
      followUp: `${COURSES} ${TRAINED}`,
    },
  ],
];

/** Plays on the keys and counts them: what an event costs in work is counted, since time differs between machines. */
class Keys {
  struck = 0;
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    this.struck += keys.length;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.struck += text.length;
  }

  /** Tab until the focus is there. */
  async tabTo(target: Locator): Promise<void> {
    for (let tries = 0; tries < 40; tries += 1) {
      await this.press('Tab');
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    }
    throw new Error(`Tab does not lead to ${String(target)}`);
  }
}

interface Told {
  readonly kind: string;
  readonly activity: string;
  readonly municipalities: readonly string[];
  readonly participants: string;
}

/** One event on the form by keyboard alone, from the first field to the receipt. Answers how many keys it took. */
async function register(page: Page, told: Told): Promise<number> {
  const keys = new Keys(page);
  const form = page.locator('form').filter({ has: page.getByRole('combobox', { name: 'Vad var det?' }) });
  const kind = form.getByRole('combobox', { name: 'Vad var det?' });
  await keys.type(told.kind.slice(0, 3));
  await expect(kind.locator('option:checked')).toHaveText(told.kind);
  await keys.tabTo(form.getByRole('combobox', { name: 'Aktiviteter' }));
  await keys.type(told.activity);
  await keys.press('Enter');
  for (const name of told.municipalities) {
    const chip = form.getByRole('button', { name, exact: true });
    await keys.tabTo(chip);
    await keys.press('Space');
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
  }
  await keys.tabTo(form.getByRole('textbox', { name: 'Antal deltagare' }));
  await keys.type(told.participants);
  const receipts = page.getByRole('region', { name: 'Registrerat nu' }).locator('sam-event-receipt');
  const before = await receipts.count();
  await keys.press('Control+Enter');
  await expect(receipts).toHaveCount(before + 1);
  await expect(kind).toBeFocused();
  return keys.struck;
}

/** Row of an indicator in a sheet of outcomes. */
const rowOf = (page: Page, indicator: string): Locator =>
  page.getByRole('grid').getByRole('row').filter({ hasText: indicator }).first();

test('three events are registered by keyboard, and four indicators change by themselves', async ({ page }) => {
  await signIn(page, PEOPLE.planner);
  const api = await Api.of(page);
  const plan = await openOwnPlan(api, 'Trygga badplatser', GOALS);
  const { municipalities } = await api.get<EventChoices>(`${paths.eventChoices()}?plan=${plan.slug}`);
  const [first = '', second = '', third = ''] = municipalities.map(({ name }) => name);

  // What counts is proposed from the indicators' own words, and a person says yes: two one by one, the others at once.
  await openPage(page, pages.rules(plan.slug));
  await expectAccessible(page);
  const rules = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  await expect(rules).toHaveCount(4);
  for (const indicator of [MEETINGS, MUNICIPALITIES]) {
    const rule = rules.filter({ hasText: indicator });
    await expect(rule.getByText('Förslag:')).toBeVisible();
    await rule.getByRole('button', { name: 'Godkänn förslaget' }).press('Enter');
    await expect(rule.getByRole('button', { name: /^Ta bort regeln/ })).toBeVisible();
  }
  await page.getByRole('checkbox', { name: 'Välj alla förslag som visas' }).press('Space');
  await pressOn(page.getByRole('button', { name: /^Godkänn 2/ }), 'Enter');
  await expect(rules.getByRole('button', { name: /^Ta bort regeln/ })).toHaveCount(4);
  await expectAccessible(page);
  await photograph(page, 'event-rules');

  // A reporter registers what has taken place. No figure is typed anywhere.
  await switchPerson(page, PEOPLE.reporter);
  await openPage(page, pages.newEvent(plan.slug));
  await expectAccessible(page);
  const receipts = page.getByRole('region', { name: 'Registrerat nu' }).locator('sam-event-receipt');
  await page.getByRole('combobox', { name: 'Vad var det?' }).focus();
  const struck = [
    await register(page, {
      kind: 'Nätverksträff',
      activity: '1.1/1',
      municipalities: [first, second],
      participants: '24',
    }),
  ];
  await expect(receipts.first().getByRole('link', { name: /^Från .* till 1, visa utfallet/ })).toBeVisible();
  await expect(receipts.first().getByRole('link', { name: /^Från .* till 2, visa utfallet/ })).toBeVisible();
  await expectAccessible(page);
  struck.push(
    await register(page, { kind: 'Utbildning', activity: '1.1/2', municipalities: [third], participants: '18' }),
    await register(page, { kind: 'Nätverksträff', activity: '1.1/1', municipalities: [third], participants: '9' }),
  );
  for (const indicator of [MEETINGS, MUNICIPALITIES]) await expect(receipts.first()).toContainText(indicator);
  for (const indicator of [COURSES, TRAINED]) await expect(receipts.nth(1)).toContainText(indicator);
  await expectAccessible(page);
  await photograph(page, 'event-receipts');
  // Three keys a second is slow typing: at most 60 are 20 seconds.
  expect(Math.max(...struck)).toBeLessThanOrEqual(60);

  // The sheets show the same, and so do the pages of the activities.
  await openPage(page, pages.outcomes(plan.slug, plan.label));
  await expect(rowOf(page, MEETINGS).getByRole('gridcell', { name: /^2 / }).first()).toBeVisible();
  await expect(rowOf(page, MUNICIPALITIES).getByRole('gridcell', { name: /^3 / }).first()).toBeVisible();
  await expect(rowOf(page, TRAINED).getByRole('gridcell', { name: /^18 / }).first()).toBeVisible();
  await expectAccessible(page);
  await openPage(page, `${pages.outcomes(plan.slug, plan.label)}?indelning=kommun`);
  const heads = await page.getByRole('grid').getByRole('columnheader').allTextContents();
  const place = heads.findIndex((head) => head.trim() === third) - 1;
  await expect(rowOf(page, COURSES).getByRole('gridcell').nth(place)).toHaveAccessibleName(/^1 /);
  await expectAccessible(page);
  await photograph(page, 'event-figures');
  await openPage(page, pages.activity(plan.slug, '1.1', 1));
  await expect(page.getByRole('main').getByText(MEETINGS).first()).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'event-activity');
});
