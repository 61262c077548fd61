import { expect, test, type APIRequestContext } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expectAccessible, PASSWORD, PEOPLE, photograph, pressOn, signIn, switchPerson } from './support/page.ts';

interface Transition {
  readonly name: string;
  readonly allowed: boolean;
}

/** Answers and accepts what is left of a round through the API, so that the journey is about adopting it. */
async function finishAnswers(request: APIRequestContext, slug: string): Promise<void> {
  const session = (await (
    await request.post('/api/v1/session', { data: { email: PEOPLE.planner, password: PASSWORD } })
  ).json()) as { csrfToken: string };
  const headers = { 'x-csrf-token': session.csrfToken };
  const list = (await (await request.get(`/api/v1/plans/${slug}/activities?pageSize=100`)).json()) as {
    items: { followUpId: string; followUpState: string }[];
  };
  for (const { followUpId, followUpState } of list.items) {
    if (followUpState === 'accepted') continue;
    const url = `/api/v1/follow-ups/${followUpId}`;
    const get = async () =>
      (await (await request.get(url)).json()) as {
        followUp: { version: number; judgement: string | null; done: string; transitions: Transition[] };
      };
    const offered = (followUp: { transitions: Transition[] }, name: string) =>
      followUp.transitions.some((transition) => transition.name === name && transition.allowed);
    let { followUp } = await get();
    if (followUpState !== 'submitted') {
      const data = {
        judgement: followUp.judgement ?? 'on_track',
        done: followUp.done || 'Arbetet har gått enligt plan under året.',
        supportNeeded: 'Tid.',
        cancelReason: 'Ersätts.',
        cancelDecision: 'Beslut 1.',
      };
      expect(
        (await request.patch(url, { data, headers: { ...headers, 'if-match': `"${followUp.version}"` } })).status(),
      ).toBe(200);
      ({ followUp } = await get());
      expect(offered(followUp, 'submit')).toBe(true);
      expect(
        (
          await request.post(`${url}/transitions`, {
            data: { transition: 'submit' },
            headers: { ...headers, 'if-match': `"${followUp.version}"` },
          })
        ).ok(),
      ).toBe(true);
      ({ followUp } = await get());
    }
    expect(
      (
        await request.post(`${url}/transitions`, {
          data: { transition: 'accept' },
          headers: { ...headers, 'if-match': `"${followUp.version}"` },
        })
      ).ok(),
    ).toBe(true);
  }
}

test('two planners adopt the round, and the report they download is the frozen one', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signIn(page, PEOPLE.planner);
  const [plan] = (await (await page.request.get('/api/v1/plans')).json()) as {
    slug: string;
    currentRound: { label: string };
  }[];
  const slug = plan?.slug ?? '';
  const label = plan?.currentRound.label ?? '';
  const other = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  await finishAnswers(other, slug);
  await other.dispose();

  await page.goto(`/plan/${slug}/omgang/${label}`);
  await page.getByRole('button', { name: 'Börja granska' }).press('Enter');
  await expect(page.getByText('Under granskning').first()).toBeVisible();

  // The dress rehearsal names what is missing: goals nobody has judged.
  const unjudged = page.getByRole('button', { name: /^Bedöm delmål/i });
  await expect(unjudged.first()).toBeVisible();
  while ((await unjudged.count()) > 0) {
    const before = await unjudged.count();
    await unjudged.first().press('Enter');
    await pressOn(page.getByRole('radio', { name: /Inom räckhåll/ }), 'Space');
    await page.getByRole('main').getByRole('textbox').last().fill('Arbetet går framåt i hela länet.');
    await page.getByRole('button', { name: 'Spara bedömningen' }).press('Enter');
    // While it is saved the form stands where the button was: the next one is not begun before it has gone.
    await expect(page.getByRole('button', { name: 'Spara bedömningen' })).toHaveCount(0);
    await expect(unjudged).toHaveCount(before - 1);
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Föreslå fastställande' }).press('Enter');
  const proposal = page.getByRole('alertdialog');
  await proposal.getByRole('button', { name: 'Föreslå fastställande' }).press('Enter');
  await expect(page.getByText(/kan inte själv bekräfta/)).toBeVisible();

  await switchPerson(page, PEOPLE.secondPlanner);
  await page.goto(`/plan/${slug}/omgang/${label}`);
  await page.getByRole('button', { name: 'Fastställ och lås' }).press('Enter');
  const confirmation = page.getByRole('alertdialog');
  await expect(confirmation).toBeVisible();
  await expectAccessible(page);
  await confirmation.getByRole('button', { name: 'Fastställ och lås' }).press('Enter');
  await expect(page.getByText('Fastställd').first()).toBeVisible();
  await photograph(page, 'round-adopted');

  await page.goto(`/plan/${slug}/omgang/${label}/rapport`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Länsrapport ${label}`);
  await expectAccessible(page);
  const hashes: string[] = [];
  for (const pass of [1, 2]) {
    const waiting = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /Word/ })
      .or(page.getByRole('link', { name: /Word/ }))
      .first()
      .press('Enter');
    const file = await (await waiting).path();
    const bytes = await readFile(file);
    expect(bytes.subarray(0, 2).toString(), `download ${pass} is a Word file`).toBe('PK');
    hashes.push(createHash('sha256').update(bytes).digest('hex'));
  }
  expect(hashes[0]).toBe(hashes[1]);
});
