import type pg from 'pg';
import type { Ledger } from './writers.ts';

export interface Count {
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly storedUntold: number;
  /** Answers of 500. */
  readonly internal: number;
  /** Acknowledged writes that are not there. */
  readonly lost: number;
  /** Writes that are there twice. */
  readonly doubled: number;
  /** Acknowledged writes without exactly one row in the record. */
  readonly unrecorded: number;
  /** Rows in the record of something that is not there. */
  readonly recordedOnly: number;
  readonly surprises: readonly string[];
}

/** Holds what the writers were told against what is stored, and against the record of it. */
export async function countUp(owner: pg.Client, ledger: Ledger): Promise<Count> {
  let [lost, doubled, unrecorded, recordedOnly] = [0, 0, 0, 0];
  const stored = await owner.query<{ key: string; rows: number; records: number }>(
    `SELECT t.key, (SELECT count(*)::int FROM logged_event e WHERE e.registration_key = t.key) AS rows,
       (SELECT count(*)::int FROM logged_event e JOIN audit_event a ON a.entity_id = e.id AND a.action = 'create' WHERE e.registration_key = t.key) AS records
     FROM unnest($1::uuid[]) AS t(key)`,
    [ledger.triedEvents],
  );
  const told = new Set(ledger.events);
  for (const { key, rows, records } of stored.rows) {
    if (told.has(key) && rows === 0) lost += 1;
    if (rows > 1) doubled += 1;
    if (records !== rows) unrecorded += 1;
  }
  const orphans = await owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit_event a WHERE a.entity = 'event' AND a.action = 'create'
       AND NOT EXISTS (SELECT 1 FROM logged_event e WHERE e.id = a.entity_id)`,
  );
  recordedOnly += orphans.rows[0]?.n ?? 0;

  for (const [id, values] of ledger.outcomes) {
    const found = await recorded(owner, id, 'value');
    for (const value of values) {
      const times = found.filter((each) => Number(each) === value).length;
      if (times === 0) unrecorded += 1;
      if (times > 1) doubled += 1;
    }
    const now = await owner.query<{ value: string }>('SELECT value FROM outcome WHERE id = $1', [id]);
    const last = values.at(-1);
    // One write may have been under way when it was time to stop: stored, and nobody told.
    const standing = Number(now.rows[0]?.value);
    if (last !== undefined && standing !== last && standing !== last + 1) lost += 1;
    if (String(found.at(-1)) !== String(standing)) recordedOnly += 1;
  }
  for (const [id, texts] of ledger.followUps) {
    const found = await recorded(owner, id, 'done');
    for (const text of texts) {
      const times = found.filter((each) => each === text).length;
      if (times === 0) unrecorded += 1;
      if (times > 1) doubled += 1;
    }
    const now = await owner.query<{ done: string }>('SELECT done FROM follow_up WHERE id = $1', [id]);
    const standing = now.rows[0]?.done;
    if (texts.length > 0 && standing !== texts.at(-1) && found.at(-1) !== standing) lost += 1;
    if (texts.length > 0 && found.at(-1) !== standing) recordedOnly += 1;
  }
  const acknowledged =
    ledger.events.length +
    [...ledger.outcomes.values(), ...ledger.followUps.values()].reduce((sum, { length }) => sum + length, 0);
  const { unanswered, storedUntold, internal, surprises } = ledger;
  return { acknowledged, unanswered, storedUntold, internal, lost, doubled, unrecorded, recordedOnly, surprises };
}

/** The new values of one field in the record of a thing, in the order they were stored. */
async function recorded(owner: pg.Client, id: string, field: string): Promise<string[]> {
  const { rows } = await owner.query<{ value: string }>(
    `SELECT changes -> $2 ->> 'new' AS value FROM audit_event WHERE entity_id = $1 AND changes ? $2 ORDER BY at, id`,
    [id, field],
  );
  return rows.map(({ value }) => value);
}
