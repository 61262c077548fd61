import { ROUND_STATE_LABELS } from '@samhandling/domain';
import { by, column, label, PLAN, RECORD, ROUND, stamp, WHO_DID, type DataPart } from './parts.ts';

/** What a person has done with plans and rounds as wholes, and the log of everything. */
export const RECORD_PARTS: readonly DataPart[] = [
  {
    key: 'rounds',
    title: label('Omgångar att fastställa', 'Rounds to adopt'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'follow_up_round x',
    about: {
      'follow_up_round.adoption_proposed_by': by(
        'x.adoption_proposed_by',
        'föreslog fastställande',
        'proposed adoption',
      ),
    },
    columns: [
      column('Plan', 'Plan', PLAN),
      column('Omgång', 'Round', 'x.label'),
      column('Läge', 'State', 'x.state', ROUND_STATE_LABELS),
      column('När', 'When', stamp('x.adoption_proposed_at')),
    ],
    order: 'x.adoption_proposed_at DESC, x.id',
  },
  {
    key: 'reports',
    title: label('Fastställda rapporter', 'Adopted reports'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'frozen_report x',
    about: {
      'frozen_report.proposed_by': by('x.proposed_by', 'föreslog', 'proposed'),
      'frozen_report.adopted_by': by('x.adopted_by', 'fastställde', 'adopted'),
    },
    columns: [
      column('Plan', 'Plan', PLAN),
      column('Omgång', 'Round', ROUND),
      column('Version', 'Version', 'x.version_number::text'),
      column('När', 'When', stamp('x.adopted_at')),
    ],
    order: 'x.adopted_at DESC, x.id',
  },
  {
    key: 'reopenings',
    title: label('Omgångar som öppnats igen', 'Rounds reopened'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'round_reopening x',
    about: { 'round_reopening.reopened_by': by('x.reopened_by', 'öppnade igen', 'reopened') },
    columns: [
      column('Omgång', 'Round', ROUND),
      column('Skäl', 'Reason', 'x.reason'),
      column('När', 'When', stamp('x.reopened_at')),
    ],
    order: 'x.reopened_at DESC, x.id',
  },
  {
    key: 'imports',
    title: label('Inlästa planer', 'Plans imported'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'plan_import x',
    about: { 'plan_import.created_by': by('x.created_by', 'läste in', 'imported') },
    columns: [column('Källa', 'Source', 'x.source_name'), column('När', 'When', stamp('x.created_at'))],
    order: 'x.created_at DESC, x.id',
  },
  {
    key: 'registrations',
    title: label('Diarienummer', 'Records numbers'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'round_registration x',
    about: { 'round_registration.updated_by': by('x.updated_by', 'ändrade senast', 'changed it last') },
    columns: [
      column('Omgång', 'Round', ROUND),
      column('Diarienummer', 'Records number', 'x.records_number'),
      column('När', 'When', stamp('x.updated_at')),
    ],
    order: 'x.updated_at DESC, x.round_id',
  },
  {
    key: 'publications',
    title: label('Publicering', 'Publication'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'publication x',
    about: {
      'publication.published_by': by('x.published_by', 'publicerade', 'published'),
      'publication.withdrawn_by': by('x.withdrawn_by', 'avpublicerade', 'unpublished'),
    },
    columns: [
      column('Plan', 'Plan', PLAN),
      column('Omgång', 'Round', ROUND),
      column('Publicerad', 'Published', stamp('x.published_at')),
      column('Avpublicerad', 'Unpublished', stamp('x.withdrawn_at')),
    ],
    order: 'x.published_at DESC, x.id',
  },
  {
    key: 'retention_classes',
    title: label('Beslut om bevarande', 'Decisions on retention'),
    purpose: WHO_DID,
    kept: RECORD,
    reach: 'county',
    from: 'retention_class x',
    about: { 'retention_class.updated_by': by('x.updated_by', 'ändrade senast', 'changed it last') },
    columns: [column('Slag', 'Kind', 'x.name'), column('När', 'When', stamp('x.updated_at'))],
    order: 'x.updated_at DESC, x.id',
  },
  {
    key: 'log',
    title: label('Loggen', 'The log'),
    purpose: label(
      'Varje ändring loggas i samma ögonblick som den görs, så att det i efterhand går att se vem som gjorde vad.',
      'Every change is logged as it is made, so that it can be seen afterwards who did what.',
    ),
    kept: label(
      'Loggen ändras aldrig. Namn och adresser som står i den gallras enligt länets beslut om gallring.',
      'The log is never changed. Names and addresses in it are disposed of as the county’s decision on disposal says.',
    ),
    reach: 'county',
    from: 'audit_event x',
    about: {
      'audit_event.person_id': by('x.person_id', 'gjorde ändringen', 'made the change'),
      'audit_event.on_behalf_of_id': by('x.on_behalf_of_id', 'svaret kom från', 'the answer came from'),
      'audit_event.entity_id': by('x.entity_id', 'ändringen gäller', 'the change is about'),
    },
    columns: [
      column('När', 'When', stamp('x.at')),
      { ...column('Vad', 'What', `x.entity || ' ' || x.action`), inLog: 'what' },
      // What a change was about is the county's record; only what was changed about the person is told in full.
      {
        ...column(
          'Ändring',
          'Change',
          `jsonb_build_object('entity', x.entity, 'changes', CASE WHEN x.entity_id = $1 THEN x.changes
             ELSE (SELECT jsonb_object_agg(changed.name, '{}'::jsonb) FROM jsonb_object_keys(x.changes) AS changed(name)) END)::text`,
        ),
        inLog: 'changes',
      },
      { ...column('Hur', 'How', 'x.source'), inLog: 'how' },
    ],
    order: 'x.at DESC, x.id',
  },
];
