import { API, type PublicCountyItem, type PublicPlanList } from '@samhandling/contracts';
import { BASE_URL } from './browser.ts';
import { until } from './process.ts';

/** What the demo shows the public is drawn after people are let in: journeys begin when it is there. */
export default async function waitForDemo(): Promise<void> {
  const ask = async <Body>(path: string): Promise<Body> =>
    (await fetch(`${BASE_URL}${API}/public/${path}`)).json() as Promise<Body>;
  const counties = await ask<PublicCountyItem[]>('counties');
  for (const { slug } of counties)
    await until(
      'the demo shows its adopted round',
      async () =>
        (await ask<PublicPlanList>(`counties/${slug}/plans`)).plans.some(({ latestRound }) => latestRound !== null),
      180,
    );
}
