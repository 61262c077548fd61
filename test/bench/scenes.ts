import { paths, type ActivityList, type PlanOverview, type Session, type YearSummary } from '@samhandling/contracts';
import pg from 'pg';
import { call, type Call, type Side } from './measure.ts';
import { atMost, type Scene, type Stage } from './scene.ts';
import { buildEventScenes } from './scenes-events.ts';
import type { Running } from './processes.ts';

export const PLANNER = { email: 'petra@example.org', password: 'ett-långt-lösenord-för-mätning' };
const SLUG = 'plan-1';
/** Keeps 55 of the plan's 58 activities, so that the page of 50 is full. */
const JUDGEMENTS = ['on_track', 'completed', 'needs_support', 'not_started'];

interface Cell {
  readonly roundId: string;
  readonly indicatorId: string;
  readonly municipalityCode: string | null;
}

/** Signs in as a person does and lays out what is measured, in the first county of the database. */
export async function buildStage(api: Running, bare: Running, owner: pg.Client, countyCode: string): Promise<Stage> {
  const [place] = (
    await owner.query<{ county: string; person: string }>(
      `SELECT c.id AS county, p.id AS person FROM county c, person p WHERE c.code = $1 AND p.email = $2`,
      [countyCode, PLANNER.email],
    )
  ).rows;
  if (!place) throw new Error('The database is not filled.');
  return { api, bare, owner, place, slug: SLUG, headers: await signIn(api) };
}

export async function buildScenes(stage: Stage): Promise<Scene[]> {
  const { api, bare, owner, headers, place } = stage;
  const get = (path: string, more: Record<string, string> = {}): Side => ({
    next: () => ({ method: 'GET', url: `${api.base}${path}`, headers: { ...headers, ...more } }),
  });
  const bareGet = (path: string, query = ''): Side => ({
    next: () => ({
      method: 'GET',
      url: `${bare.base}${path}?county=${place.county}&slug=${SLUG}${query}`,
      headers: {},
    }),
  });
  const overview = paths.planOverview(SLUG);
  const judgements = JUDGEMENTS.map((judgement) => `judgement=${judgement}`).join('&');
  const tag = await etagOf(`${api.base}${overview}`, headers);
  const touch = async (): Promise<void> => void (await owner.query('UPDATE plan_revision SET revision = revision + 1'));
  const same =
    <Body>(one: Side, other: Side, pick: (body: Body) => unknown) =>
    async (): Promise<void> => {
      const [left, right] = await Promise.all([call(one.next()), call(other.next())]);
      const [a, b] = [left, right].map((text) => JSON.stringify(pick(JSON.parse(text) as Body)));
      if (a !== b) throw new Error(`The API and the reference answer differently:\n${a}\n${b}`);
    };
  const reads = {
    overview: [get(overview), bareGet('/overview')],
    list: [get(`${paths.planActivities(SLUG)}?${judgements}&pageSize=50`), bareGet('/activities', `&${judgements}`)],
    summary: [get(paths.planSummary(SLUG)), bareGet('/summary')],
  } as const;
  const sameOverview = same<PlanOverview>(...reads.overview, ({ goals, counts, answers }) => [
    goals.map(({ title, counts: own, areas }) => [title, values(own), areas.length]),
    values(counts),
    values(answers),
  ]);
  const cached: Scene['target'] = { text: 'throughput ≥ 5 ×', isMet: (_, throughput) => throughput >= 5 };
  return [
    {
      name: 'Plan overview, cached',
      target: cached,
      api: reads.overview[0],
      bare: reads.overview[1],
      check: sameOverview,
    },
    {
      name: 'Plan overview, 304',
      target: cached,
      api: get(overview, { 'if-none-match': tag }),
      bare: reads.overview[1],
      check: sameOverview,
    },
    {
      name: 'Plan overview, uncached',
      target: atMost(1.5),
      api: { ...reads.overview[0], before: touch },
      bare: reads.overview[1],
      check: sameOverview,
      isSequential: true,
    },
    {
      name: 'Activity list, filtered, page of 50',
      target: atMost(1.5),
      api: reads.list[0],
      bare: reads.list[1],
      check: same<ActivityList>(...reads.list, ({ items, total, facets }) => [
        items.map(({ id, responsible, indicators, outcomesReported }) => [
          id,
          responsible.length,
          indicators,
          outcomesReported,
        ]),
        total,
        Object.values(facets).map((facet) =>
          facet.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
        ),
      ]),
    },
    {
      name: 'Year summary',
      target: atMost(1.5),
      api: reads.summary[0],
      bare: reads.summary[1],
      check: same<YearSummary>(...reads.summary, ({ goals, counts, municipalities }) => [
        goals.map(({ outcomesReported }) => outcomesReported),
        values(counts),
        municipalities.map(({ code, outcomesReported }) => [code, outcomesReported]),
      ]),
    },
    await writing(stage),
    ...(await buildEventScenes(stage)),
  ];
}

/** Empty cells of the open rounds, every other one to each side, each written once until they are emptied again. */
async function writing({ api, bare, owner, headers, place }: Stage): Promise<Scene> {
  const { rows: cells } = await owner.query<Cell>(
    `SELECT r.id AS "roundId", i.id AS "indicatorId", m.code AS "municipalityCode"
     FROM indicator i JOIN follow_up_round r ON r.plan_id = i.plan_id AND r.state = 'open' LEFT JOIN municipality m ON i.breakdown = 'municipality' AND m.county_id = i.county_id
     WHERE i.county_id = $1 AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.round_id = r.id AND o.indicator_id = i.id AND o.municipality_code IS NOT DISTINCT FROM m.code)
     ORDER BY i.id, m.code`,
    [place.county],
  );
  const queue = (part: number): Cell[] => cells.filter((_, index) => index % 2 === part);
  const left = { api: queue(0), bare: queue(1) };
  const take = (side: keyof typeof left): Cell => {
    const cell = left[side].pop();
    if (!cell) throw new Error('No empty cells left.');
    return cell;
  };
  const json = { ...headers, 'content-type': 'application/json' };
  return {
    name: 'One outcome, durable, with its audit row',
    target: atMost(2),
    isWrite: true,
    api: {
      next: (): Call => {
        const { roundId, indicatorId, municipalityCode } = take('api');
        return {
          method: 'PUT',
          url: `${api.base}${paths.roundOutcome(roundId, indicatorId)}`,
          headers: { ...json, 'if-match': '"0"' },
          body: JSON.stringify({ municipalityCode, sex: 'total', input: '17' }),
        };
      },
    },
    bare: {
      next: (): Call => ({
        method: 'PUT',
        url: `${bare.base}/outcome?county=${place.county}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personId: place.person, value: 17, ...take('bare') }),
      }),
    },
    check: async () => {
      if (left.api.length < 200 || left.bare.length < 200) throw new Error('Too few empty cells to measure with.');
    },
    reset: async () => {
      await owner.query(
        `DELETE FROM outcome WHERE reported_at > now() - interval '10 minutes' AND value = 17 AND indicator_id = ANY($1)`,
        [cells.map(({ indicatorId }) => indicatorId)],
      );
      Object.assign(left, { api: queue(0), bare: queue(1) });
    },
  };
}

async function signIn(api: Running): Promise<Record<string, string>> {
  const response = await fetch(`${api.base}${paths.session()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: PLANNER.email, password: PLANNER.password }),
  });
  if (response.status !== 201) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
  const { csrfToken } = (await response.json()) as Session;
  return {
    cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    'x-csrf-token': csrfToken,
    accept: 'application/json',
  };
}

async function etagOf(url: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(url, { headers });
  await response.arrayBuffer();
  return response.headers.get('etag') ?? '';
}

/** In one order, whatever order the two sides write the fields in. */
function values(counts: object): unknown {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
}
