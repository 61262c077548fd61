import { v7 as newId } from 'uuid';
import { PlanWriter } from '../../api/src/plans/plan-writer.ts';
import type { PlanProposal, ProposedActivity, ProposedIndicator } from '../../api/src/plans/plan-proposal.ts';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.ts';
import type { TestApp } from './app.ts';

export interface BuiltOrganisation {
  readonly id: string;
  readonly name: string;
}

export interface BuiltActivity {
  readonly id: string;
  readonly goalId: string;
  readonly areaId: string;
  readonly areaNumber: string;
  readonly number: number;
  readonly reference: string;
  readonly text: string;
  readonly version: number;
  readonly indicatorIds: readonly string[];
}

export interface BuiltPlan {
  readonly planId: string;
  readonly slug: string;
  readonly goals: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly areas: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  /** In reading order. */
  readonly activities: readonly BuiltActivity[];
  readonly responsible: BuiltOrganisation;
  readonly partner: BuiltOrganisation;
}

export interface PlanWishes {
  readonly title?: string;
  /** Spread over two goals with two areas each. */
  readonly activities?: number;
  readonly state?: 'draft' | 'adopted';
  readonly countyId?: string;
  readonly responsible?: BuiltOrganisation;
  readonly partner?: BuiltOrganisation;
  /** What each activity says and follows up; by number from 0. */
  readonly activity?: (index: number) => Partial<ProposedActivity>;
}

export const COUNT_INDICATOR: ProposedIndicator = {
  text: 'Antal genomförda träffar.',
  kind: 'count',
  unit: '',
  decimals: 0,
  breakdown: 'none',
  direction: 'up',
  target: null,
  settled: true,
};

/** An organisation in the county (or another), put in by SQL. Kinds and membership are for the organisation tests. */
export async function buildOrganisation(
  app: TestApp,
  name: string,
  more: { readonly kind?: string; readonly countyId?: string; readonly municipalityCode?: string } = {},
): Promise<BuiltOrganisation> {
  const id = newId();
  await app.db.query(
    'INSERT INTO organisation (id, county_id, name, kind, municipality_code) VALUES ($1, $2, $3, $4, $5)',
    [id, more.countyId ?? app.countyId, name, more.kind ?? 'other', more.municipalityCode ?? null],
  );
  return { id, name };
}

/** A plan written by the service the importer uses; adopted by SQL, since a test seldom is about adopting. */
export async function buildPlan(app: TestApp, wishes: PlanWishes = {}): Promise<BuiltPlan> {
  const countyId = wishes.countyId ?? app.countyId;
  const responsible = wishes.responsible ?? (await buildOrganisation(app, `Länskansliet ${newId()}`, { countyId }));
  const partner = wishes.partner ?? (await buildOrganisation(app, `Föreningsrådet ${newId()}`, { countyId }));
  const proposal = proposalOf(wishes, responsible.id, partner.id);
  const { planId, slug } = await app.app
    .get(UnitOfWork)
    .run(() => app.app.get(PlanWriter).createFromProposal(proposal), { countyId, personId: null });
  if (wishes.state === 'adopted')
    await app.db.query(`UPDATE plan SET state = 'adopted', decision_reference = 'Beslut 7' WHERE id = $1`, [planId]);
  return { planId, slug, responsible, partner, ...(await partsOf(app, planId)) };
}

function proposalOf(wishes: PlanWishes, responsibleId: string, partnerId: string): PlanProposal {
  const count = wishes.activities ?? 4;
  const activities = Array.from({ length: count }, (_, index): Omit<ProposedActivity, 'number'> => ({
    text: `Ordna träff nummer ${index + 1} för dem som arbetar i länet.`,
    responsibleIds: [responsibleId],
    responsibleGroupId: null,
    partnerIds: [partnerId],
    openEnded: false,
    indicators: [COUNT_INDICATOR],
    ...wishes.activity?.(index),
  }));
  const quarter = Math.ceil(count / 4);
  const part = (from: number) => activities.slice(from * quarter, (from + 1) * quarter);
  const goal = (number: number, parts: readonly number[]): PlanProposal['goals'][number] => {
    let printed = 0;
    return {
      number,
      code: null,
      title: `Mål nummer ${number}`,
      tips: [`Bjud in till samtal ${number}`],
      areas: parts.map((from, index) => ({
        number: `${number}.${index + 1}`,
        title: `Område ${number}.${index + 1}`,
        activities: part(from).map((activity) => ({ ...activity, number: (printed += 1) })),
      })),
    };
  };
  return {
    title: wishes.title ?? 'Plan för trygga mötesplatser',
    theme: 'Trygghet',
    firstYear: 2024,
    lastYear: 2027,
    purposes: ['Samla länets arbete.'],
    overarchingGoals: ['Ett tryggare län.'],
    specificGoals: [],
    goals: [goal(1, [0, 1]), goal(2, [2, 3])],
  };
}

async function partsOf(app: TestApp, planId: string): Promise<Pick<BuiltPlan, 'goals' | 'areas' | 'activities'>> {
  const goals = await app.db.query<BuiltPlan['goals'][number]>(
    'SELECT id, number, title FROM goal WHERE plan_id = $1 ORDER BY position',
    [planId],
  );
  const areas = await app.db.query<BuiltPlan['areas'][number]>(
    'SELECT r.id, r.number, r.title FROM area r JOIN goal g ON g.id = r.goal_id WHERE r.plan_id = $1 ORDER BY g.position, r.position',
    [planId],
  );
  const activities = await app.db.query<BuiltActivity & Record<string, unknown>>(
    `SELECT a.id, a.goal_id AS "goalId", a.area_id AS "areaId", r.number AS "areaNumber", a.number, r.number || '/' || a.number AS reference, a.text, a.version,
            ARRAY(SELECT l.indicator_id FROM activity_indicator l WHERE l.activity_id = a.id ORDER BY l.position) AS "indicatorIds"
     FROM activity a JOIN area r ON r.id = a.area_id JOIN goal g ON g.id = a.goal_id WHERE a.plan_id = $1 ORDER BY g.position, r.position, a.position`,
    [planId],
  );
  return { goals, areas, activities };
}

export interface RoundWishes {
  readonly label?: string;
  readonly state?: 'planned' | 'open' | 'in_review';
  /** Follow-ups by the activity's index in the plan; the others are drafts without a judgement. */
  readonly followUps?: Readonly<
    Record<
      number,
      {
        readonly judgement?: string;
        readonly state?: string;
        readonly done?: string;
        readonly nextStepDate?: string;
        readonly reporterId?: string;
      }
    >
  >;
}

/** A round with a follow-up for every activity, put in by SQL: how rounds open has its own tests. */
export async function buildRound(
  app: TestApp,
  plan: BuiltPlan,
  wishes: RoundWishes = {},
): Promise<{ readonly id: string; readonly label: string }> {
  const label = wishes.label ?? '2025';
  const id = newId();
  const [row] = await app.db.query<{ county_id: string }>('SELECT county_id FROM plan WHERE id = $1', [plan.planId]);
  const year = /^\d{4}/.exec(label)?.[0] ?? '2025';
  await app.db.query(
    `INSERT INTO follow_up_round (id, county_id, plan_id, label, from_day, to_day, opens, due, state) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [
      id,
      row?.county_id,
      plan.planId,
      label,
      `${year}-01-01`,
      `${year}-12-31`,
      `${Number(year) + 1}-01-31`,
      wishes.state ?? 'open',
    ],
  );
  for (const [index, activity] of plan.activities.entries()) {
    const given = wishes.followUps?.[index] ?? {};
    await app.db.query(
      `INSERT INTO follow_up (id, county_id, plan_id, round_id, activity_id, state, judgement, done, next_step_date, reporter_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        row?.county_id,
        plan.planId,
        id,
        activity.id,
        given.state ?? 'draft',
        given.judgement ?? null,
        given.done ?? '',
        given.nextStepDate ?? null,
        given.reporterId ?? null,
      ],
    );
  }
  for (const goal of plan.goals) {
    await app.db.query(
      'INSERT INTO goal_judgement (id, county_id, plan_id, round_id, goal_id) VALUES ($1, $2, $3, $4, $5)',
      [newId(), row?.county_id, plan.planId, id, goal.id],
    );
  }
  return { id, label };
}
