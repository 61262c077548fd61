import { Injectable } from '@nestjs/common';
import type { PlanRef, ReportFormat, RoundRef } from '@samhandling/contracts';
import type { OutcomeSource, RoundState } from '@samhandling/domain';
import type { ReportGoal, ReportPlan, ReportRound, ReportSource } from '@samhandling/report-model';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** The facts of a round as they stand in the database, without its outcomes. */
export interface RoundFacts {
  readonly county: ReportSource['county'];
  readonly plan: ReportPlan;
  readonly round: ReportRound;
  readonly versionNumber: number;
  readonly lastRound: ReportSource['lastRound'];
  readonly reopenings: ReportSource['reopenings'];
  readonly municipalities: ReportSource['municipalities'];
  readonly goals: readonly ReportGoal[];
  readonly valueSources: readonly { readonly source: OutcomeSource; readonly values: number }[];
  /** Indicators measured in another way than in the last round. */
  readonly changedIndicators: readonly string[];
}

export interface DiffChoices {
  readonly plan: PlanRef;
  /** `frozen` is the newest version that was adopted; null when none was. */
  readonly rounds: readonly (RoundRef & { readonly frozen: number | null })[];
}

export interface FrozenReport {
  readonly id: string;
  readonly versionNumber: number;
  readonly canonicalJson: string;
  readonly sha256: string;
  /** Its files come after the adoption, and may not all be there yet. */
  readonly drawnLater: boolean;
}

export interface NewFile {
  readonly format: ReportFormat;
  readonly bytes: Buffer;
  readonly sha256: string;
}

export interface NewFrozenReport {
  readonly roundId: string;
  readonly versionNumber: number;
  readonly canonicalJson: string;
  readonly sha256: string;
  readonly proposedBy: string;
  readonly adoptedBy: string;
  readonly adoptedAt: Date;
  readonly drawnLater: boolean;
  readonly files: readonly NewFile[];
}

const FOLLOW_UP = (
  round: string,
): string => `(SELECT jsonb_build_object('state', f.state, 'judgement', f.judgement, 'nothingNew', f.nothing_new,
    'done', f.done, 'results', f.results, 'obstacles', f.obstacles, 'nextStep', f.next_step, 'nextStepDate', f.next_step_date,
    'supportNeeded', f.support_needed, 'cancelReason', f.cancel_reason, 'cancelDecision', f.cancel_decision)
  FROM follow_up f WHERE f.round_id = ${round} AND f.activity_id = a.id)`;

const ACTORS = (
  role: 'responsible' | 'partner',
): string => `(SELECT coalesce(jsonb_agg(o.name ORDER BY x.position), '[]') FROM activity_actor x
  JOIN organisation o ON o.id = x.organisation_id WHERE x.activity_id = a.id AND x.role = '${role}')`;

const ACTIVITY = `jsonb_build_object('id', a.id, 'reference', ar.number || '/' || a.number, 'text', a.text,
  'responsible', ${ACTORS('responsible')}, 'partners', ${ACTORS('partner')}, 'openEnded', a.open_ended,
  'responsibleGroup', (SELECT o.name FROM organisation o WHERE o.id = a.responsible_group_id),
  'followUp', ${FOLLOW_UP('$1::uuid')}, 'last', ${FOLLOW_UP('$2::uuid')})`;

const AREA = `jsonb_build_object('id', ar.id, 'number', ar.number, 'title', ar.title,
  'activities', (SELECT coalesce(jsonb_agg(${ACTIVITY} ORDER BY a.position), '[]') FROM activity a WHERE a.area_id = ar.id))`;

const GOAL = `jsonb_build_object('id', g.id, 'number', g.number, 'code', g.code, 'title', g.title,
  'judgement', now.judgement, 'text', coalesce(now.text, ''),
  'last', CASE WHEN $2::uuid IS NULL THEN NULL ELSE jsonb_build_object('judgement', before.judgement, 'text', coalesce(before.text, '')) END,
  'areas', (SELECT coalesce(jsonb_agg(${AREA} ORDER BY ar.position), '[]') FROM area ar WHERE ar.goal_id = g.id))`;

/** All SQL of reports. Every read is one statement, whatever the number of activities. */
@Injectable()
export class ReportsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** State and version of a round; null when it is not there. */
  async findRound(roundId: string): Promise<{ readonly state: RoundState; readonly versionNumber: number } | null> {
    const rows = await this.uow.manager.query<{ state: RoundState; versionNumber: number }[]>(
      `SELECT state, version_number AS "versionNumber" FROM follow_up_round WHERE id = $1`,
      [roundId],
    );
    return rows[0] ?? null;
  }

  /** Null when the round is not there. `lastRoundId` is the round shown beside it, if any. */
  async findFacts(roundId: string, lastRoundId: string | null): Promise<RoundFacts | null> {
    const rows = await this.uow.manager.query<{ facts: RoundFacts }[]>(
      `SELECT jsonb_build_object(
        'county', (SELECT jsonb_build_object('code', c.code, 'name', c.name) FROM county c WHERE c.id = current_county()),
        'plan', jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'theme', p.theme, 'firstYear', p.first_year,
          'lastYear', p.last_year, 'recordsNumber', p.records_number, 'decisionReference', p.decision_reference,
          'overarchingGoals', to_jsonb(p.overarching_goals), 'words', p.words),
        'round', jsonb_build_object('id', r.id, 'label', r.label, 'from', r.from_day, 'to', r.to_day, 'due', r.due, 'state', r.state),
        'versionNumber', r.version_number,
        'lastRound', (SELECT jsonb_build_object('label', l.label, 'from', l.from_day, 'to', l.to_day) FROM follow_up_round l WHERE l.id = $2::uuid),
        'reopenings', (SELECT coalesce(jsonb_agg(jsonb_build_object('versionNumber', o.version_number, 'reason', o.reason,
            'day', to_char(o.reopened_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD')) ORDER BY o.version_number), '[]')
          FROM round_reopening o WHERE o.round_id = r.id),
        'municipalities', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'name', m.name) ORDER BY m.name COLLATE "sv-x-icu"), '[]')
          FROM municipality m WHERE m.county_id = current_county()),
        'goals', (SELECT coalesce(jsonb_agg(${GOAL} ORDER BY g.position), '[]') FROM goal g
          LEFT JOIN goal_judgement now ON now.goal_id = g.id AND now.round_id = $1::uuid
          LEFT JOIN goal_judgement before ON before.goal_id = g.id AND before.round_id = $2::uuid
          WHERE g.plan_id = p.id),
        'valueSources', (SELECT coalesce(jsonb_agg(jsonb_build_object('source', s.source, 'values', s.values) ORDER BY s.source), '[]')
          FROM (SELECT o.source, count(*)::int AS values FROM outcome o WHERE o.round_id = r.id AND o.state = 'value' AND o.sex = 'total' GROUP BY o.source) s),
        'changedIndicators', (SELECT coalesce(jsonb_agg(n.indicator_id ORDER BY n.indicator_id), '[]')
          FROM (SELECT indicator_id, max(definition_version) AS version FROM outcome WHERE round_id = r.id GROUP BY indicator_id) n
          JOIN (SELECT indicator_id, max(definition_version) AS version FROM outcome WHERE round_id = $2::uuid GROUP BY indicator_id) b USING (indicator_id)
          WHERE n.version <> b.version)
      ) AS facts
      FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.id = $1::uuid`,
      [roundId, lastRoundId],
    );
    return rows[0]?.facts ?? null;
  }

  async findPersonNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.uow.manager.query<{ id: string; name: string }[]>(
      `SELECT id, name FROM person WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The version asked for, or the newest. */
  async findFrozen(roundId: string, versionNumber: number | null): Promise<FrozenReport | null> {
    const rows = await this.uow.manager.query<FrozenReport[]>(
      `SELECT id, version_number AS "versionNumber", canonical_json AS "canonicalJson", sha256, drawn_later AS "drawnLater" FROM frozen_report
       WHERE round_id = $1 AND ($2::int IS NULL OR version_number = $2::int) ORDER BY version_number DESC LIMIT 1`,
      [roundId, versionNumber],
    );
    return rows[0] ?? null;
  }

  /** The frozen facts of the latest adopted round of the plan before this one; null when there is none. */
  async findEarlierFrozen(roundId: string): Promise<string | null> {
    const rows = await this.uow.manager.query<{ canonicalJson: string }[]>(
      `SELECT v.canonical_json AS "canonicalJson" FROM follow_up_round r
       JOIN follow_up_round e ON e.plan_id = r.plan_id AND e.state = 'adopted' AND e.from_day < r.from_day
       JOIN frozen_report v ON v.round_id = e.id AND v.version_number = e.version_number
       WHERE r.id = $1 ORDER BY e.from_day DESC, e.id DESC LIMIT 1`,
      [roundId],
    );
    return rows[0]?.canonicalJson ?? null;
  }

  /** Plan and rounds that can be compared: every round that has begun, newest first. Null when there is no such plan. */
  async findDiffChoices(slug: string): Promise<DiffChoices | null> {
    const rows = await this.uow.manager.query<{ choices: DiffChoices }[]>(
      `SELECT jsonb_build_object('plan', jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title),
        'rounds', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'label', r.label, 'state', r.state, 'versionNumber', r.version_number,
            'frozen', (SELECT max(v.version_number) FROM frozen_report v WHERE v.round_id = r.id)) ORDER BY r.from_day DESC, r.id DESC), '[]')
          FROM follow_up_round r WHERE r.plan_id = p.id AND r.state <> 'planned')) AS choices
       FROM plan p WHERE p.slug = $1`,
      [slug],
    );
    return rows[0]?.choices ?? null;
  }

  async findFrozenFile(
    frozenReportId: string,
    format: ReportFormat,
  ): Promise<{ readonly bytes: Buffer; readonly sha256: string } | null> {
    const rows = await this.uow.manager.query<{ bytes: Buffer; sha256: string }[]>(
      `SELECT bytes, sha256 FROM frozen_file WHERE frozen_report_id = $1 AND format = $2`,
      [frozenReportId, format],
    );
    return rows[0] ?? null;
  }

  async createFrozen(report: NewFrozenReport): Promise<string> {
    const id = newId();
    await this.uow.manager.query(
      `INSERT INTO frozen_report (id, county_id, plan_id, round_id, version_number, canonical_json, sha256, proposed_by, adopted_by, adopted_at, drawn_later)
       SELECT $1, current_county(), r.plan_id, r.id, $3, $4, $5, $6, $7, $8, $9 FROM follow_up_round r WHERE r.id = $2`,
      [
        id,
        report.roundId,
        report.versionNumber,
        report.canonicalJson,
        report.sha256,
        report.proposedBy,
        report.adoptedBy,
        report.adoptedAt,
        report.drawnLater,
      ],
    );
    await this.addFiles(id, report.files);
    return id;
  }

  /** What is there already stays: two that draw the same draw the same bytes. */
  async addFiles(frozenReportId: string, files: readonly NewFile[]): Promise<void> {
    for (const { format, bytes, sha256 } of files) {
      await this.uow.manager.query(
        `INSERT INTO frozen_file (id, county_id, frozen_report_id, format, bytes, sha256) VALUES ($1, current_county(), $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT frozen_file_unique DO NOTHING`,
        [newId(), frozenReportId, format, bytes, sha256],
      );
    }
  }

  /** Reports whose files are still to be drawn, all of them at once: those that lack any of `formats`. */
  async findUndrawn(formats: number): Promise<FrozenReport[]> {
    return this.uow.manager.query<FrozenReport[]>(
      `SELECT f.id, f.version_number AS "versionNumber", f.canonical_json AS "canonicalJson", f.sha256, f.drawn_later AS "drawnLater"
       FROM frozen_report f WHERE f.drawn_later AND (SELECT count(*) FROM frozen_file d WHERE d.frozen_report_id = f.id) < $1
       ORDER BY f.adopted_at, f.id`,
      [formats],
    );
  }
}
