/**
 * Pieces of SQL that several pages share, so that a round, an organisation or an instant is written one way. They hold
 * no values of the caller: those travel as parameters.
 */

/** An instant as ISO 8601 in UTC. */
export function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** RoundRef of a row of follow_up_round. */
export function roundRef(alias: string): string {
  return `json_build_object('id', ${alias}.id, 'label', ${alias}.label, 'state', ${alias}.state, 'versionNumber', ${alias}.version_number)`;
}

/** OrganisationRef or PersonRef of a left-joined row; null when there is none. */
export function ref(alias: string): string {
  return `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;
}

/** Newest first, everywhere rounds are listed or one is chosen. */
export const NEWEST_FIRST = 'from_day DESC, label DESC';

/**
 * The plan of slug $1, its rounds, and the round the page is about: the one labelled $2, else the newest that is not
 * planned. Row-level security keeps other counties' plans out, so a slug is enough.
 */
export const PLAN_AND_ROUND = `
  p AS (SELECT * FROM plan WHERE slug = $1),
  round AS (SELECT r.* FROM follow_up_round r WHERE r.plan_id = (SELECT id FROM p)),
  chosen AS (SELECT * FROM round WHERE CASE WHEN $2::text IS NULL THEN state <> 'planned' ELSE label = $2 END ORDER BY ${NEWEST_FIRST} LIMIT 1)`;

/** Columns of the page's head: plan, round and rounds. The plan is null when there is none. */
export function pageHead(planFields: string): string {
  return `(SELECT json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'state', p.state, 'words', p.words${planFields}) FROM p) AS plan,
    (SELECT ${roundRef('c')} FROM chosen c) AS round,
    coalesce((SELECT json_agg(${roundRef('r')} ORDER BY r.from_day DESC, r.label DESC) FROM round r), '[]') AS rounds`;
}

const JUDGEMENTS = ['not_started', 'on_track', 'needs_support', 'completed', 'cancelled'];
const STATES = ['draft', 'submitted', 'returned', 'accepted'];

/** Aggregates of a left-joined follow_up `f`: how many by judgement, how many by state. Columns of the same names. */
export const COUNT_COLUMNS = [
  ...JUDGEMENTS.map((name) => `count(*) FILTER (WHERE f.judgement = '${name}') AS j_${name}`),
  `count(*) FILTER (WHERE f.judgement IS NULL) AS j_none`,
  'count(*) AS total',
  ...STATES.map((name) => `count(*) FILTER (WHERE f.state = '${name}') AS s_${name}`),
].join(', ');

/** JudgementCounts out of a row of COUNT_COLUMNS, where a missing row (an area without activities) counts as none. */
export function countsOf(alias: string): string {
  const pairs = JUDGEMENTS.map((name) => `'${name}', coalesce(${alias}.j_${name}, 0)`);
  return `json_build_object(${pairs.join(', ')}, 'notJudged', coalesce(${alias}.j_none, 0), 'total', coalesce(${alias}.total, 0))`;
}

/** Follow-ups by content state, out of several rows of COUNT_COLUMNS. */
export function answersOf(alias: string): string {
  return `json_build_object(${STATES.map((name) => `'${name}', coalesce(sum(${alias}.s_${name}), 0)`).join(', ')})`;
}
