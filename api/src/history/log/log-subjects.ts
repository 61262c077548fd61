import { pages } from '@samhandling/contracts';
import { formatDay, SEX_LABELS, type FieldChanges, type Locale, type Sex } from '@samhandling/domain';
import { entityOf } from '../history-subjects.ts';

/** The thing an entry is about, as far as it is still there. */
export interface LogSubject {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly name: string;
  readonly roundLabel: string;
  readonly slug: string;
  /** Of an outcome: where it is, and whether small numbers are protected there. */
  readonly place: string;
  readonly sex: Sex | null;
  readonly isProtected: boolean;
}

const NUMBERED = `area.number || '/' || a.number`;
const OF_INDICATOR = `(SELECT coalesce(string_agg(${NUMBERED}, ', ' ORDER BY area.position, a.position), '')
  FROM activity_indicator x JOIN activity a ON a.id = x.activity_id JOIN area ON area.id = a.area_id WHERE x.indicator_id = i.id)`;
const PLAIN = `'' AS place, NULL AS sex, false AS "isProtected"`;

const select = (
  kind: string,
  reference: string,
  name: string,
  roundLabel: string,
  slug: string,
  from: string,
  rest = PLAIN,
): string =>
  `SELECT x.id, '${kind}' AS kind, ${reference} AS reference, ${name} AS name, ${roundLabel} AS "roundLabel", ${slug} AS slug, ${rest} FROM ${from} WHERE x.id = ANY($1::uuid[])`;

/** All things among the ids, whatever kind each is: one statement however many. */
export const SUBJECTS_SQL = [
  select(
    'follow_up',
    NUMBERED,
    'a.text',
    'r.label',
    'p.slug',
    'follow_up x JOIN follow_up_round r ON r.id = x.round_id JOIN plan p ON p.id = x.plan_id JOIN activity a ON a.id = x.activity_id JOIN area ON area.id = a.area_id',
  ),
  select(
    'outcome',
    OF_INDICATOR,
    'i.text',
    'r.label',
    'p.slug',
    'outcome x JOIN indicator i ON i.id = x.indicator_id JOIN follow_up_round r ON r.id = x.round_id JOIN plan p ON p.id = x.plan_id LEFT JOIN municipality m ON m.code = x.municipality_code',
    `coalesce(m.name, '') AS place, x.sex, i.small_number_threshold IS NOT NULL AS "isProtected"`,
  ),
  select(
    'goal_judgement',
    `coalesce(nullif(g.code, ''), g.number::text)`,
    'g.title',
    'r.label',
    'p.slug',
    'goal_judgement x JOIN goal g ON g.id = x.goal_id JOIN follow_up_round r ON r.id = x.round_id JOIN plan p ON p.id = x.plan_id',
  ),
  select(
    'event',
    `to_char(x.day, 'YYYY-MM-DD')`,
    `coalesce(nullif(x.title, ''), k.name)`,
    `''`,
    `coalesce((SELECT min(p.slug) FROM event_activity y JOIN plan p ON p.id = y.plan_id WHERE y.event_id = x.id), '')`,
    'logged_event x JOIN event_kind k ON k.id = x.kind_id',
  ),
  select(
    'indicator',
    `(SELECT ${OF_INDICATOR} FROM indicator i WHERE i.id = x.id)`,
    'x.text',
    `''`,
    'p.slug',
    'indicator x JOIN plan p ON p.id = x.plan_id',
  ),
  select('organisation', `''`, 'x.name', `''`, `''`, 'organisation x'),
  select('round', `''`, 'p.title', 'x.label', 'p.slug', 'follow_up_round x JOIN plan p ON p.id = x.plan_id'),
  select('plan', `''`, 'x.title', `''`, 'x.slug', 'plan x'),
  select(
    'goal',
    `coalesce(nullif(x.code, ''), x.number::text)`,
    'x.title',
    `''`,
    'p.slug',
    'goal x JOIN plan p ON p.id = x.plan_id',
  ),
  select('area', 'x.number', 'x.title', `''`, 'p.slug', 'area x JOIN plan p ON p.id = x.plan_id'),
  select(
    'activity',
    `area.number || '/' || x.number`,
    'x.text',
    `''`,
    'p.slug',
    'activity x JOIN area ON area.id = x.area_id JOIN plan p ON p.id = x.plan_id',
  ),
  select(
    'decision',
    `'§ ' || x.number || '/' || x.year`,
    'g.name',
    `''`,
    'p.slug',
    'decision x JOIN work_group g ON g.id = x.group_id JOIN plan p ON p.id = g.plan_id',
  ),
  select(
    'action_point',
    `''`,
    'x.text',
    `''`,
    'p.slug',
    'action_point x JOIN work_group g ON g.id = x.group_id JOIN plan p ON p.id = g.plan_id',
  ),
  select(
    'lift',
    `''`,
    'x.question',
    `''`,
    'p.slug',
    'lift x JOIN work_group g ON g.id = x.from_group_id JOIN plan p ON p.id = g.plan_id',
  ),
  select('work_group', `''`, 'x.name', `''`, 'p.slug', 'work_group x JOIN plan p ON p.id = x.plan_id'),
  select(
    'group_member',
    `''`,
    `x.name || ', ' || g.name`,
    `''`,
    'x.group_id::text',
    'group_member x JOIN work_group g ON g.id = x.group_id',
  ),
  select(
    'meeting',
    `to_char(x.starts_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')`,
    'g.name',
    `''`,
    'p.slug',
    'meeting x JOIN work_group g ON g.id = x.group_id JOIN plan p ON p.id = g.plan_id',
  ),
  select(
    'agenda_item',
    `coalesce((SELECT ${NUMBERED} FROM activity a JOIN area ON area.id = a.area_id WHERE a.id = x.activity_id), '')`,
    `coalesce(nullif(x.title, ''), (SELECT a.text FROM activity a WHERE a.id = x.activity_id), (SELECT d.text FROM decision d WHERE d.id = x.decision_id),
      (SELECT t.text FROM action_point t WHERE t.id = x.action_point_id), (SELECT l.question FROM lift l WHERE l.id = x.lift_id), '')`,
    `''`,
    'x.meeting_id::text',
    'agenda_item x',
  ),
  select('plan_import', `''`, 'x.source_name', `''`, `''`, 'plan_import x'),
  select(
    'minutes',
    `to_char(m.starts_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')`,
    'g.name',
    `''`,
    `''`,
    '(SELECT meeting_id AS id FROM minutes) x JOIN meeting m ON m.id = x.id JOIN work_group g ON g.id = m.group_id',
  ),
  select('paper', `''`, 'x.title', `''`, `''`, 'paper x'),
  select('person', `''`, 'x.name', `''`, `''`, 'person x'),
  select('invitation', `''`, 'who.name', `''`, `''`, 'invitation x JOIN person who ON who.id = x.person_id'),
  select('event_kind', `''`, 'x.name', `''`, `''`, 'event_kind x'),
  select(
    'answer_link',
    `''`,
    'who.name',
    'r.label',
    'p.slug',
    'answer_link x JOIN person who ON who.id = x.person_id JOIN follow_up_round r ON r.id = x.round_id JOIN plan p ON p.id = x.plan_id',
  ),
  select(
    'year_mark',
    `to_char(x.from_day, 'YYYY-MM-DD')`,
    'x.title',
    `''`,
    'p.slug',
    'year_mark x JOIN plan p ON p.id = x.plan_id',
  ),
  select(
    'calendar_feed',
    `''`,
    'coalesce(g.name, who.name)',
    `''`,
    `''`,
    'calendar_feed x LEFT JOIN work_group g ON g.id = x.group_id LEFT JOIN person who ON who.id = x.person_id',
  ),
  select(
    'needs_inventory',
    'x.year::text',
    'x.title',
    `''`,
    'p.slug',
    'needs_inventory x JOIN plan p ON p.id = x.plan_id',
  ),
  select('needs_invitation', `''`, 'x.name', `''`, 'x.inventory_id::text', 'needs_invitation x'),
  select('need', `''`, 'x.title', `''`, `coalesce(x.inventory_id::text, '')`, 'need x'),
  select('work_plan', `''`, 'x.title', `''`, 'p.slug', 'work_plan x JOIN plan p ON p.id = x.plan_id'),
  select('work_plan_item', `''`, 'x.title', `''`, 'x.work_plan_id::text', 'work_plan_item x'),
  select(
    'rotation',
    `to_char(x.starts_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')`,
    'g.name',
    `''`,
    'p.slug',
    'meeting x JOIN work_group g ON g.id = x.group_id JOIN plan p ON p.id = g.plan_id',
  ),
  select('saved_view', `''`, 'x.name', `''`, `''`, 'saved_view x'),
  select(
    'digest',
    `to_char(x.to_day, 'YYYY-MM-DD')`,
    'g.name',
    `''`,
    `''`,
    'digest x JOIN meeting m ON m.id = x.meeting_id JOIN work_group g ON g.id = m.group_id',
  ),
  select('retention_class', `''`, 'x.name', `''`, `''`, 'retention_class x'),
].join(' UNION ALL ');

/** Under what an entry is recorded, and the kind of thing its id is the id of. */
const ID_OF: Readonly<Record<string, string>> = {
  participation: 'activity',
  activity_parking: 'activity',
  meeting_attendance: 'meeting',
  county_person: 'person',
  role_assignment: 'person',
  person_data: 'person',
  mail_preference: 'person',
  saved_view_default: 'person',
};

export function subjectKind(recordedAs: string): string {
  return ID_OF[recordedAs] ?? entityOf(recordedAs) ?? recordedAs;
}

/** What it is called, in the log's one line. Of what is gone: what it was called last, unless its text is protected. */
export function logTitle(
  subject: LogSubject | undefined,
  changes: FieldChanges,
  sees: boolean,
  locale: Locale,
): string {
  if (!subject) return sees ? goneTitle(changes, locale) : '';
  const { kind, reference, name, roundLabel, place, sex } = subject;
  if (['event', 'year_mark', 'rotation', 'meeting', 'minutes'].includes(kind))
    return `${name}, ${formatDay(reference, locale)}`;
  const parts = [
    [reference, name].filter((part) => part !== '').join(' '),
    place,
    sex !== null && sex !== 'total' ? SEX_LABELS[sex][locale].toLocaleLowerCase(locale) : '',
    roundLabel,
  ];
  const said = parts.filter((part) => part !== '');
  // What is followed up is a whole sentence; in the middle of a line its full stop is one too many.
  return said.map((part, at) => (at < said.length - 1 ? part.replace(/\.$/, '') : part)).join(', ');
}

function goneTitle(changes: FieldChanges, locale: Locale): string {
  for (const field of ['title', 'name', 'text', 'label', 'sourceName', 'question']) {
    const last = changes[field]?.old ?? changes[field]?.new;
    if (typeof last === 'string' && last !== '') return `${last} (${locale === 'sv' ? 'borttagen' : 'taken away'})`;
  }
  return '';
}

/** Page of the thing; empty when it has none of its own. */
export function logLink(recordedAs: string, { id, kind, slug, roundLabel, reference }: LogSubject): string {
  switch (kind) {
    case 'follow_up':
      return pages.followUp(id);
    case 'outcome':
      return pages.outcomes(slug, roundLabel);
    case 'goal_judgement':
    case 'round':
      return pages.round(slug, roundLabel);
    case 'answer_link':
      return pages.answerLinks(slug, roundLabel);
    case 'rotation':
      return pages.meeting(id);
    case 'event':
      return slug === '' ? '' : pages.event(slug, id);
    case 'organisation':
      return pages.organisation(id);
    case 'goal':
      return pages.goal(slug, id);
    case 'area':
    case 'plan':
      return pages.plan(slug);
    case 'indicator':
    case 'activity': {
      const [area = '', number = ''] = (reference.split(', ')[0] ?? '').split('/');
      return number === '' ? pages.activities(slug) : pages.activity(slug, area, number);
    }
    case 'work_group':
      return pages.group(id);
    case 'meeting':
      return pages.meeting(id);
    // These stand on the page of what they belong to, whose id `slug` is here.
    case 'group_member':
      return slug === '' ? '' : pages.group(slug);
    case 'agenda_item':
      return slug === '' ? '' : pages.meeting(slug);
    case 'decision':
      return pages.decision(id);
    case 'lift':
      return pages.lift(id);
    case 'action_point':
      return pages.decisions(slug);
    case 'plan_import':
      return pages.import(id);
    case 'event_kind':
      return pages.eventKinds();
    case 'year_mark':
      return pages.yearWheel(slug, Number(reference.slice(0, 4)));
    case 'invitation':
      return pages.people();
    case 'person':
      return recordedAs.startsWith('mail') || recordedAs.startsWith('saved') ? '' : pages.people();
    case 'needs_inventory':
      return pages.needsInventory(id);
    // These stand on the page of what they belong to, whose id `slug` is here.
    case 'needs_invitation':
    case 'need':
      return slug === '' ? '' : pages.needsInventory(slug);
    case 'work_plan':
      return pages.workPlan(id);
    case 'work_plan_item':
      return pages.workPlan(slug);
    case 'minutes':
      return pages.minutes(id);
    case 'digest':
      return pages.digest(id);
    case 'retention_class':
      return pages.retention();
    default:
      return '';
  }
}
