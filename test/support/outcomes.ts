import {
  paths,
  type OutcomeCell,
  type OutcomeGrid,
  type OutcomeRow,
  type PutOutcomeAnswer,
  type PutOutcomeRequest,
} from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import type { ProposedIndicator } from '../../api/src/plans/plan-proposal.ts';
import type { Answer, TestApp, TestClient } from './app.ts';
import { buildOrganisation, buildPlan, buildRound, type BuiltOrganisation, type BuiltPlan } from './plan-builder.ts';

/** An indicator as a test wants it. `bySex` and `threshold` are settled by hand after an import, so by SQL here. */
export interface IndicatorWish extends Partial<ProposedIndicator> {
  readonly bySex?: boolean;
  readonly threshold?: number;
  readonly combinePlaces?: 'sum' | 'mean' | 'count_yes';
}

export interface OutcomeScene {
  readonly plan: BuiltPlan;
  /** The indicators, one per activity, in the order wished. */
  readonly indicatorIds: readonly string[];
  readonly previousRoundId: string;
  readonly roundId: string;
  readonly responsible: BuiltOrganisation;
}

/** An adopted plan with one activity per wish, an adopted round (2024) and an open one (2025). */
export async function buildOutcomeScene(
  app: TestApp,
  wishes: readonly IndicatorWish[],
  countyId?: string,
): Promise<OutcomeScene> {
  const responsible = await buildOrganisation(app, `Länskansliet ${newId()}`, countyId ? { countyId } : {});
  const plan = await buildPlan(app, {
    activities: wishes.length,
    responsible,
    ...(countyId && { countyId }),
    activity: (index) => ({
      indicators: [
        {
          text: `Indikator nummer ${index + 1}.`,
          kind: 'count',
          unit: '',
          decimals: 0,
          breakdown: 'none',
          direction: 'up',
          target: null,
          settled: true,
          ...plain(wishes[index] ?? {}),
        },
      ],
    }),
  });
  await app.db.query(`UPDATE plan SET state = 'adopted' WHERE id = $1`, [plan.planId]);
  const indicatorIds = plan.activities.map((activity) => activity.indicatorIds[0] ?? '');
  for (const [index, wish] of wishes.entries()) {
    await app.db.query(
      'UPDATE indicator SET by_sex = $2, small_number_threshold = $3, combine_places = $4 WHERE id = $1',
      [indicatorIds[index], wish.bySex ?? false, wish.threshold ?? null, wish.combinePlaces ?? 'sum'],
    );
  }
  const previous = await buildRound(app, plan, { label: '2024', state: 'in_review' });
  await adoptBySql(app, plan.planId, previous.id);
  const round = await buildRound(app, plan, { label: '2025' });
  return { plan, indicatorIds, previousRoundId: previous.id, roundId: round.id, responsible };
}

function plain({
  bySex: _bySex,
  threshold: _threshold,
  combinePlaces: _combinePlaces,
  ...rest
}: IndicatorWish): Partial<ProposedIndicator> {
  return rest;
}

/** Adopting has its own tests; here only its effect is wanted. */
export async function adoptBySql(app: TestApp, planId: string, roundId: string): Promise<void> {
  const people = [newId(), newId()];
  for (const id of people)
    await app.db.query('INSERT INTO person (id, email, name) VALUES ($1, $2, $3)', [
      id,
      `${id}@example.org`,
      'Någon Annan',
    ]);
  await app.db.query(
    `INSERT INTO frozen_report (id, county_id, plan_id, round_id, version_number, canonical_json, sha256, proposed_by, adopted_by, adopted_at)
     SELECT $1, county_id, plan_id, id, version_number, '{}', repeat('0', 64), $3, $4, now() FROM follow_up_round WHERE id = $2 AND plan_id = $5`,
    [newId(), roundId, people[0], people[1], planId],
  );
  await app.db.query(`UPDATE follow_up_round SET state = 'adopted' WHERE id = $1`, [roundId]);
}

/** Values of an adopted round, which no API takes: the triggers are put aside for a moment, as only the owner can. */
export async function outcomeBySql(
  app: TestApp,
  roundId: string,
  indicatorId: string,
  value: number,
  municipalityCode: string | null = null,
  sex = 'total',
): Promise<void> {
  await app.db.query('ALTER TABLE outcome DISABLE TRIGGER USER');
  await app.db.query(
    `INSERT INTO outcome (id, county_id, plan_id, round_id, indicator_id, municipality_code, sex, state, value, definition_version, reported_by)
     SELECT $1, county_id, plan_id, id, $3, $4, $5, 'value', $6, 1, (SELECT min(id::text)::uuid FROM person) FROM follow_up_round WHERE id = $2`,
    [newId(), roundId, indicatorId, municipalityCode, sex, value],
  );
  await app.db.query('ALTER TABLE outcome ENABLE TRIGGER USER');
}

export function enter(
  client: TestClient,
  scene: OutcomeScene,
  index: number,
  request: Partial<PutOutcomeRequest>,
  version = 0,
): Promise<Answer<PutOutcomeAnswer>> {
  return client.put(
    paths.roundOutcome(scene.roundId, scene.indicatorIds[index] ?? ''),
    { municipalityCode: null, sex: 'total', input: '', ...request },
    version,
  );
}

export async function rowOf(
  client: TestClient,
  scene: OutcomeScene,
  index: number,
  breakdown: 'none' | 'municipality' = 'none',
): Promise<OutcomeRow> {
  const { body } = await client.get<OutcomeGrid>(`${paths.roundOutcomes(scene.roundId)}?breakdown=${breakdown}`);
  const row = body.rows.find(({ indicator }) => indicator.id === scene.indicatorIds[index]);
  if (!row) throw new Error(`No row for indicator ${index}: ${JSON.stringify(body)}`);
  return row;
}

export function cellOf(row: OutcomeRow, municipalityCode: string | null = null, sex = 'total'): OutcomeCell {
  const cell = row.cells.find((each) => each.municipalityCode === municipalityCode && each.sex === sex);
  if (!cell) throw new Error(`No cell ${municipalityCode}/${sex}`);
  return cell;
}
