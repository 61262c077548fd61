/**
 * Every field the public may read, by the view of the schema `published` it comes through. The views are made of the same
 * list (migrations/src/1767000300000-publishing.ts), the answers are put together from it, and test/api/public-fields.spec.ts
 * fails when a view shows another column, or when a table behind one gets a column that nobody has said is public or not.
 */
export const PUBLIC_FIELDS = {
  county: ['id', 'code', 'name', 'plans', 'edition'],
  plan: [
    'id',
    'slug',
    'title',
    'theme',
    'first_year',
    'last_year',
    'state',
    'purposes',
    'overarching_goals',
    'specific_goals',
    'records_number',
    'decision_reference',
    'words',
    'published_at',
  ],
  goal: ['id', 'plan_id', 'position', 'number', 'code', 'title'],
  area: ['id', 'plan_id', 'goal_id', 'position', 'number', 'title'],
  activity: [
    'id',
    'plan_id',
    'goal_id',
    'area_id',
    'position',
    'number',
    'text',
    'recurrence',
    'first_year',
    'last_year',
    'open_ended',
    'responsible_group',
  ],
  activity_actor: ['plan_id', 'activity_id', 'role', 'position', 'name'],
  activity_indicator: ['plan_id', 'activity_id', 'position', 'indicator_id', 'text'],
  round: [
    'id',
    'plan_id',
    'label',
    'from_day',
    'to_day',
    'last_label',
    'municipalities',
    'version_number',
    'adopted_at',
    'sha256',
    'published_at',
  ],
  round_goal: ['round_id', 'plan_id', 'position', 'number', 'judgement', 'text', 'last_judgement'],
  round_activity: ['round_id', 'plan_id', 'reference', 'judgement', 'is_followed', 'last_judgement'],
  round_figure: [
    'round_id',
    'plan_id',
    'indicator_id',
    'position',
    'text',
    'kind',
    'unit',
    'decimals',
    'direction',
    'breakdown',
    'settled',
    'target',
    'baseline',
    'activities',
    'now',
    'last',
    'sexes',
    'places',
    'combine_places',
    'small_number_threshold',
    'changed_since_last',
  ],
  report_file: ['round_id', 'plan_id', 'format', 'sha256', 'size', 'bytes'],
} as const;
export type PublicView = keyof typeof PUBLIC_FIELDS;

/** For joining and ordering, and not told. */
const UNTOLD = new Set(['id', 'plan_id', 'goal_id', 'area_id', 'activity_id', 'round_id', 'position', 'bytes']);
/** Names that read better in JSON than in SQL. */
const NAMES: Readonly<Record<string, string>> = { from_day: 'from', to_day: 'to', is_followed: 'followed' };

/** What a view tells, as JSON: every public field of it, and so nothing else. `alias` is ours, never what somebody typed. */
export function toldOf(view: PublicView, alias: string): string {
  const pairs = PUBLIC_FIELDS[view]
    .filter((column) => !UNTOLD.has(column))
    .map((column) => `'${nameOf(column)}', ${valueOf(`${alias}.${column}`)}`);
  return `jsonb_build_object(${pairs.join(', ')})`;
}

function nameOf(column: string): string {
  return NAMES[column] ?? column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A stamp as ISO 8601 in UTC, as everywhere in JSON. */
function valueOf(column: string): string {
  return column.endsWith('_at') ? `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : column;
}
