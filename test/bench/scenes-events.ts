import { paths, type EventAnswer, type EventList, type ToDo } from '@samhandling/contracts';
import type pg from 'pg';
import { recompute } from './fill-events.ts';
import { call, type Call, type Side } from './measure.ts';
import { atMost, type Scene, type Stage } from './scene.ts';

const TITLE = 'Mätningens träff';

interface Shape {
  readonly kind: string;
  readonly day: string;
  readonly activities: readonly string[];
  readonly municipalities: readonly string[];
  readonly organisations: readonly string[];
}

/** Registering, listing, and what waits. */
export async function buildEventScenes(stage: Stage): Promise<Scene[]> {
  const { api, bare, headers, place, slug } = stage;
  const get = (path: string): Side => ({ next: () => ({ method: 'GET', url: `${api.base}${path}`, headers }) });
  const bareGet = (path: string): Side => ({
    next: () => ({
      method: 'GET',
      url: `${bare.base}${path}?county=${place.county}&person=${place.person}&slug=${slug}`,
      headers: {},
    }),
  });
  const list = [get(`${paths.events()}?plan=${slug}&pageSize=50`), bareGet('/events')] as const;
  const toDo = (scope: string): Scene => ({
    name: `What waits for ${scope === 'me' ? 'me' : 'the plan'}`,
    target: atMost(1.5),
    api: get(`${paths.toDo()}?scope=${scope}`),
    bare: bareGet('/to-do'),
    check: async () => {
      const { total } = JSON.parse(await call(get(`${paths.toDo()}?scope=${scope}`).next())) as ToDo;
      const { followUps } = JSON.parse(await call(bareGet('/to-do').next())) as { followUps: unknown[] };
      if (total === 0 || followUps.length === 0) throw new Error('Nothing waits.');
    },
  });
  return [
    {
      name: 'Events of a plan, page of 50',
      target: atMost(1.5),
      api: list[0],
      bare: list[1],
      check: async () => {
        const [left, right] = await Promise.all(list.map(async (side) => pick(await call(side.next()))));
        if (left !== right) throw new Error(`The lists of events differ:\n${left}\n${right}`);
      },
    },
    toDo('me'),
    toDo('plan'),
    await registering(stage, { name: 'Event registered, against its rows', path: '/event' }),
    // Ten at a time the reference, which takes no turns, ends in deadlock.
    {
      ...(await registering(stage, {
        name: 'Event registered, against its rows and figures',
        path: '/event-and-figures',
      })),
      isSequential: true,
    },
  ];
}

function pick(text: string): string {
  const { items, total, participants, facets } = JSON.parse(text) as EventList;
  const sums = Object.values(facets).map((facet) => facet.reduce((sum, { count }) => sum + count, 0));
  const first = items.map(({ id, activities, municipalities, organisations }) => [
    id,
    activities.length,
    municipalities.length,
    organisations.length,
  ]);
  return JSON.stringify([first, total, participants, sums]);
}

/** The API registers in the first plan, the reference in the second, so that neither finds the other's events. */
async function registering(
  { api, bare, owner, headers, place, slug }: Stage,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<Scene> {
  const shapes = {
    api: await shapesOf(owner, place.county, slug),
    bare: await shapesOf(owner, place.county, 'plan-2'),
  };
  const next = { api: 0, bare: 0 };
  const take = (side: keyof typeof shapes): Shape => {
    const shape = shapes[side][next[side] % shapes[side].length];
    if (!shape) throw new Error('No activities with rules to register events on.');
    next[side] += 1;
    return shape;
  };
  const apiCall = (): Call => {
    const { kind, day, activities, municipalities, organisations } = take('api');
    return {
      method: 'POST',
      url: `${api.base}${paths.events()}`,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        registrationKey: crypto.randomUUID(),
        kindId: kind,
        day,
        title: TITLE,
        participants: '24',
        activityIds: activities,
        municipalities: municipalities.map((code) => ({ code })),
        organisations: organisations.map((id) => ({ id })),
      }),
    };
  };
  const reset = async (): Promise<void> => {
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM logged_event WHERE title = $1', [TITLE]);
    const ids = rows.map(({ id }) => id);
    // Foreign keys are out of force on this connection, so the parts go by name.
    for (const table of ['event_activity', 'event_municipality', 'event_organisation'])
      await owner.query(`DELETE FROM ${table} WHERE event_id = ANY($1)`, [ids]);
    await owner.query('DELETE FROM logged_event WHERE id = ANY($1)', [ids]);
    await recompute(owner, place.county);
  };
  return {
    name,
    target: atMost(2),
    isWrite: true,
    api: { next: apiCall },
    bare: {
      next: () => ({
        method: 'POST',
        url: `${bare.base}${path}?county=${place.county}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personId: place.person, title: TITLE, participants: 24, ...take('bare') }),
      }),
    },
    check: async () => {
      const { changed } = JSON.parse(await call(apiCall())) as EventAnswer;
      if (changed.length === 0) throw new Error('The event changed no figure.');
      await reset();
    },
    reset,
  };
}

/** One or two activities (two to four indicators with rules), two municipalities, two organisations. */
async function shapesOf(owner: pg.Client, county: string, slug: string): Promise<Shape[]> {
  const one = async <Row extends object>(sql: string, given: readonly unknown[]): Promise<Row[]> =>
    (await owner.query<Row>(sql, [...given])).rows;
  const activities = await one<{ id: string }>(
    `SELECT DISTINCT x.activity_id AS id FROM activity_indicator x JOIN indicator_rule u ON u.indicator_id = x.indicator_id
     JOIN plan p ON p.id = x.plan_id WHERE p.county_id = $1 AND p.slug = $2 ORDER BY 1`,
    [county, slug],
  );
  const codes = await one<{ code: string }>('SELECT code FROM municipality WHERE county_id = $1 ORDER BY 1', [county]);
  const bodies = await one<{ id: string }>('SELECT id FROM organisation WHERE county_id = $1 ORDER BY 1', [county]);
  const [kind] = await one<{ id: string }>('SELECT id FROM event_kind WHERE county_id = $1 ORDER BY position', [
    county,
  ]);
  const at = <Item>(list: readonly Item[], index: number): Item => {
    const item = list[index % list.length];
    if (item === undefined) throw new Error('Nothing to register events with.');
    return item;
  };
  return Array.from({ length: 40 }, (_, index) => ({
    kind: kind?.id ?? '',
    day: `2025-0${1 + (index % 9)}-1${index % 10}`,
    activities: [at(activities, index).id, ...(index % 2 === 0 ? [at(activities, index + 3).id] : [])],
    municipalities: [at(codes, index).code, at(codes, index + 1).code],
    organisations: [at(bodies, index).id, at(bodies, index + 1).id],
  }));
}
