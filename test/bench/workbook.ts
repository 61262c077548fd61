import { paths, type WorkbookAnswer } from '@samhandling/contracts';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { quantile } from './measure.ts';
import type { Stage } from './scene.ts';

export interface WorkbookFigures {
  readonly values: number;
  readonly outMs: number;
  readonly inMs: number;
}

/** 58 indicators in 8 municipalities and 40 in the county as a whole: 504 values. */
const PER_MUNICIPALITY = 58;

/**
 * One organisation owes everything in the third plan: its workbook taken out, filled in by another program, and handed in
 * again with every value changed. Medians of `rounds`, in milliseconds; what the other program does is not counted.
 */
export async function measureWorkbook(stage: Stage, rounds: number): Promise<WorkbookFigures> {
  const { roundId, organisationId } = await layOut(stage);
  const url = `${stage.api.base}${paths.roundWorkbook(roundId)}`;
  const out: number[] = [];
  const back: number[] = [];
  let values = 0;
  for (let round = 0; round < rounds; round += 1) {
    let begun = performance.now();
    const response = await fetch(`${url}?organisation=${organisationId}`, { headers: stage.headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    out.push(performance.now() - begun);
    if (response.status !== 200) throw new Error(`The workbook answered ${response.status}.`);
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(await filled(bytes, 100 + round))]), 'arbetsbok.xlsx');
    begun = performance.now();
    const headers = { ...stage.headers, 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(url, { method: 'POST', headers, body });
    const text = await answer.text();
    back.push(performance.now() - begun);
    const read = JSON.parse(text) as WorkbookAnswer;
    if (answer.status !== 200 || !read.saved)
      throw new Error(`Handing in answered ${answer.status}: ${text.slice(0, 400)}`);
    values = read.values;
  }
  if (values < 500) throw new Error(`The workbook holds ${values} values.`);
  return { values, outMs: quantile(out, 0.5), inMs: quantile(back, 0.5) };
}

async function layOut({ owner, place }: Stage): Promise<{ roundId: string; organisationId: string }> {
  const { rows } = await owner.query<{ planId: string; roundId: string; organisationId: string }>(
    `SELECT p.id AS "planId", r.id AS "roundId", (SELECT id FROM organisation WHERE county_id = $1 AND kind = 'region' LIMIT 1) AS "organisationId"
     FROM plan p JOIN follow_up_round r ON r.plan_id = p.id AND r.state = 'open' WHERE p.county_id = $1 AND p.slug = 'plan-3'`,
    [place.county],
  );
  const [found] = rows;
  if (!found) throw new Error('The third plan has no open round.');
  const { planId, roundId, organisationId } = found;
  for (const table of ['outcome', 'computed_outcome', 'outcome_overlap'])
    await owner.query(`DELETE FROM ${table} WHERE round_id = $1`, [roundId]);
  await owner.query('DELETE FROM indicator_rule WHERE plan_id = $1', [planId]);
  await owner.query(
    `UPDATE indicator i SET breakdown = CASE WHEN n.place <= $2 THEN 'municipality' ELSE 'none' END
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM indicator WHERE plan_id = $1) n WHERE n.id = i.id`,
    [planId, PER_MUNICIPALITY],
  );
  await owner.query(
    `INSERT INTO activity_actor (id, county_id, plan_id, activity_id, organisation_id, role, position)
     SELECT uuidv7(), a.county_id, a.plan_id, a.id, $2, 'responsible', 9 FROM activity a WHERE a.plan_id = $1
     ON CONFLICT ON CONSTRAINT activity_actor_unique DO NOTHING`,
    [planId, organisationId],
  );
  return { roundId, organisationId };
}

/** The file with `value` and more in every cell under "Värde", saved by a program that is not ours. */
async function filled(bytes: Uint8Array, value: number): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true });
  const sheet = workbook.sheets.find(({ name }) => name === 'Utfall');
  const column = sheet?.rows[0]?.indexOf('Värde') ?? -1;
  if (!sheet || column < 0) throw new Error('The workbook has no column for values.');
  sheet.rows.forEach((row, index) => {
    if (index === 0) return;
    row[column] = value + index;
    sheet.cells?.set(`${index},${column}`, {
      ...sheet.cells.get(`${index},${column}`),
      value: value + index,
      type: 'number',
    });
  });
  return saveXlsx(workbook);
}
