import { Injectable } from '@nestjs/common';
import type { PersonRef, WorkbookChoices } from '@samhandling/contracts';
import type { FollowUpState, Judgement, RoundState } from '@samhandling/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface WorkbookRound {
  readonly id: string;
  readonly label: string;
  readonly state: RoundState;
  readonly from: string;
  readonly to: string;
  readonly opens: string;
  readonly due: string;
  readonly planTitle: string;
  readonly county: string;
}

export interface WorkbookOrganisation {
  readonly id: string;
  readonly name: string;
  readonly municipalityCode: string | null;
}

export interface StoredChoices extends Pick<WorkbookChoices, 'plan' | 'round'> {
  readonly organisations: readonly (WorkbookOrganisation & { readonly answers: number })[];
}

export interface FollowUpRow {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly text: string;
  readonly state: FollowUpState;
  readonly judgement: Judgement | null;
  readonly done: string;
  readonly results: string;
  readonly obstacles: string;
  readonly supportNeeded: string;
  readonly nextStep: string;
  readonly nextStepDate: string | null;
  readonly nothingNew: boolean;
  readonly cancelReason: string;
  readonly cancelDecision: string;
  readonly returnReason: string;
  readonly updatedBy: PersonRef | null;
  readonly updatedAt: string;
  /** The reporter is somebody of the organisation, or nobody is chosen yet. */
  readonly isAsked: boolean;
  readonly last: { readonly judgement: Judgement | null; readonly done: string; readonly nextStep: string } | null;
}

/** What the workbook needs that no other feature's page gives, each in one statement. */
@Injectable()
export class WorkbooksRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findRound(id: string): Promise<WorkbookRound | null> {
    const rows = await this.uow.manager.query<WorkbookRound[]>(
      `SELECT r.id, r.label, r.state, r.from_day::text AS "from", r.to_day::text AS "to", r.opens::text AS opens, r.due::text AS due,
         p.title AS "planTitle", (SELECT c.name FROM county c WHERE c.id = current_county()) AS county
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /**
   * Organisations with something to fill in: responsible for an activity of the round, or a municipality where outcomes are
   * followed per municipality.
   */
  async findChoices(roundId: string): Promise<StoredChoices | null> {
    const rows = await this.uow.manager.query<StoredChoices[]>(
      `SELECT jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'words', p.words) AS plan,
         jsonb_build_object('id', r.id, 'label', r.label, 'state', r.state, 'versionNumber', r.version_number, 'due', r.due) AS round,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'municipalityCode', o.municipality_code,
             'answers', coalesce(asked.answers, 0)) ORDER BY o.name COLLATE "sv-x-icu"), '[]')
           FROM organisation o LEFT JOIN (
             SELECT actor.organisation_id, count(*) FILTER (WHERE f.reporter_id IS NULL OR EXISTS (
               SELECT 1 FROM role_assignment held WHERE held.county_id = current_county() AND held.person_id = f.reporter_id
                 AND held.role = 'reporter' AND held.organisation_id = actor.organisation_id)) AS answers
             FROM follow_up f JOIN activity_actor actor ON actor.activity_id = f.activity_id AND actor.role = 'responsible'
             WHERE f.round_id = r.id GROUP BY actor.organisation_id) asked ON asked.organisation_id = o.id
           WHERE asked.organisation_id IS NOT NULL OR (o.municipality_code IS NOT NULL AND EXISTS (
             SELECT 1 FROM indicator i WHERE i.plan_id = p.id AND i.breakdown = 'municipality'))) AS organisations
       FROM follow_up_round r JOIN plan p ON p.id = r.plan_id WHERE r.id = $1`,
      [roundId],
    );
    return rows[0] ?? null;
  }

  async findOrganisation(id: string): Promise<WorkbookOrganisation | null> {
    const rows = await this.uow.manager.query<WorkbookOrganisation[]>(
      `SELECT id, name, municipality_code AS "municipalityCode" FROM organisation WHERE id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The round's follow-ups of activities the organisation is responsible for, in reading order. */
  findFollowUps(roundId: string, organisationId: string): Promise<FollowUpRow[]> {
    return this.uow.manager.query<FollowUpRow[]>(
      `SELECT f.id, f.version, area.number || '/' || a.number AS reference, a.text, f.state, f.judgement, f.done, f.results,
         f.obstacles, f.support_needed AS "supportNeeded", f.next_step AS "nextStep", f.next_step_date::text AS "nextStepDate",
         f.nothing_new AS "nothingNew", f.cancel_reason AS "cancelReason", f.cancel_decision AS "cancelDecision",
         f.return_reason AS "returnReason",
         (SELECT jsonb_build_object('id', who.id, 'name', who.name) FROM person who WHERE who.id = f.updated_by) AS "updatedBy",
         to_char(f.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt",
         (f.reporter_id IS NULL OR EXISTS (SELECT 1 FROM role_assignment held WHERE held.county_id = current_county()
           AND held.person_id = f.reporter_id AND held.role = 'reporter' AND held.organisation_id = $2)) AS "isAsked",
         (SELECT jsonb_build_object('judgement', was.judgement, 'done', was.done, 'nextStep', was.next_step)
           FROM follow_up was JOIN follow_up_round before ON before.id = was.round_id
           WHERE was.activity_id = f.activity_id AND before.state = 'adopted' AND before.from_day < r.from_day
           ORDER BY before.from_day DESC, before.id DESC LIMIT 1) AS last
       FROM follow_up f JOIN follow_up_round r ON r.id = f.round_id JOIN activity a ON a.id = f.activity_id
         JOIN area ON area.id = a.area_id JOIN goal g ON g.id = a.goal_id
       WHERE f.round_id = $1 AND EXISTS (SELECT 1 FROM activity_actor actor
         WHERE actor.activity_id = a.id AND actor.role = 'responsible' AND actor.organisation_id = $2)
       ORDER BY g.position, area.position, a.position`,
      [roundId, organisationId],
    );
  }
}
