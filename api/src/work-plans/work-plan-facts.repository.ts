import { Injectable } from '@nestjs/common';
import { WORK_PLAN_FORM, type PaperStanding, type WorkPlanFacts } from '@samhandling/report-model';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DECISION_NUMBER } from './work-plan-sql.ts';

type Stored = Omit<WorkPlanFacts, 'form' | 'standing'>;

/** What the paper of a work plan holds, in one statement. */
@Injectable()
export class WorkPlanFactsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async collect(id: string, standing: PaperStanding): Promise<WorkPlanFacts | null> {
    const rows = await this.uow.manager.query<Stored[]>(
      `WITH goals AS (SELECT g.id, g.position, coalesce(nullif(g.code, ''), g.number::text) AS code, g.title, row_number() OVER (ORDER BY g.position) - 1 AS place
         FROM goal g JOIN work_plan w ON w.plan_id = g.plan_id WHERE w.id = $1)
       SELECT jsonb_build_object('code', c.code, 'name', c.name) AS county,
         jsonb_build_object('title', p.title, 'words', p.words) AS plan, w.year, w.title, w.intro,
         coalesce((SELECT ${DECISION_NUMBER} FROM decision d JOIN work_group dg ON dg.id = d.group_id WHERE d.id = w.decision_id), w.decision_reference) AS decision,
         w.decided_on::text AS "decidedOn",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('code', g.code, 'title', g.title) ORDER BY g.position), '[]') FROM goals g) AS goals,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('title', x.title, 'description', x.description,
             'goal', (SELECT g.place FROM goals g WHERE g.id = x.goal_id),
             'reference', coalesce((SELECT ar.number || '/' || a.number FROM activity a JOIN area ar ON ar.id = a.area_id WHERE a.id = x.activity_id), ''),
             'need', coalesce((SELECT n.title FROM need n WHERE n.id = x.need_id), ''),
             'continuedFrom', (SELECT b.year FROM work_plan_item f JOIN work_plan b ON b.id = f.work_plan_id WHERE f.id = x.came_from_id),
             'organisations', (SELECT coalesce(jsonb_agg(o.name ORDER BY o.name COLLATE "sv-x-icu", o.id), '[]')
               FROM work_plan_item_organisation y JOIN organisation o ON o.id = y.organisation_id WHERE y.item_id = x.id),
             'responsibleName', x.responsible_name, 'fromDay', x.from_day, 'toDay', x.to_day, 'isByMonth', x.is_by_month,
             'amountKronor', x.amount_kronor, 'funding', x.funding) ORDER BY x.position, x.id), '[]')
           FROM work_plan_item x WHERE x.work_plan_id = w.id) AS items,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('title', n.title, 'reason', n.decline_reason) ORDER BY n.title COLLATE "sv-x-icu", n.id), '[]')
           FROM need n WHERE n.plan_id = w.plan_id AND n.year = w.year AND n.state = 'declined') AS declined
       FROM work_plan w JOIN plan p ON p.id = w.plan_id JOIN county c ON c.id = w.county_id WHERE w.id = $1`,
      [id],
    );
    const [facts] = rows;
    return facts ? { form: WORK_PLAN_FORM, standing, ...facts } : null;
  }
}
