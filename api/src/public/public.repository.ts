import type {
  PublicActivityItem,
  PublicCountyItem,
  PublicFigure,
  PublicPlanPage,
  PublicRoundRef,
  ReportFormat,
} from '@samhandling/contracts';
import type { GoalJudgement, Judgement, Recurrence } from '@samhandling/domain';
import type { Ask } from '../platform/database/published-database.ts';
import { toldOf } from './public-fields.ts';

export interface StoredCounty extends Omit<PublicCountyItem, 'slug'> {
  readonly id: string;
  readonly edition: string;
}

export interface StoredRound extends PublicRoundRef {
  readonly id: string;
  readonly lastLabel: string | null;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
}

export interface StoredActivity extends Omit<
  PublicActivityItem,
  'judgement' | 'followed' | 'reference' | 'areaNumber'
> {
  readonly recurrence: Recurrence;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly indicators: readonly string[];
}

export interface StoredPlan {
  readonly id: string;
  readonly plan: PublicPlanPage['plan'];
  readonly goals: readonly {
    readonly number: number;
    readonly code: string | null;
    readonly title: string;
    readonly areas: readonly {
      readonly number: string;
      readonly title: string;
      readonly activities: readonly StoredActivity[];
    }[];
  }[];
  readonly rounds: readonly StoredRound[];
}

export interface GoalOfRound {
  readonly number: number;
  readonly judgement: GoalJudgement | null;
  readonly text: string;
  readonly lastJudgement: GoalJudgement | null;
}

export interface ActivityOfRound {
  readonly reference: string;
  readonly judgement: Judgement | null;
  readonly followed: boolean;
  readonly lastJudgement: Judgement | null;
}

export interface StoredFile {
  readonly bytes: Buffer;
}

const list = (json: string, order: string, from: string): string =>
  `(SELECT coalesce(jsonb_agg(${json} ORDER BY ${order}), '[]') FROM ${from})`;
const actors = (role: string): string =>
  list('x.name', 'x.position', `published.activity_actor x WHERE x.activity_id = a.id AND x.role = '${role}'`);

const ACTIVITY = `${toldOf('activity', 'a')} || jsonb_build_object(
  'responsible', ${actors('responsible')}, 'partners', ${actors('partner')},
  'indicators', ${list('i.text', 'i.position', 'published.activity_indicator i WHERE i.activity_id = a.id')})`;
const AREA = `${toldOf('area', 'r')} || jsonb_build_object('activities', ${list(ACTIVITY, 'a.position', 'published.activity a WHERE a.area_id = r.id')})`;
const GOAL = `${toldOf('goal', 'g')} || jsonb_build_object('areas', ${list(AREA, 'r.position', 'published.area r WHERE r.goal_id = g.id')})`;
const ROUND = `jsonb_build_object('id', n.id, 'files', ${list(
  `jsonb_build_object('format', d.format, 'size', d.size)`,
  `array_position(ARRAY['pdf', 'docx', 'xlsx', 'json'], d.format)`,
  'published.report_file d WHERE d.round_id = n.id',
)}) || ${toldOf('round', 'n')}`;

/** What the views in `published` tell. Every statement names views of that schema only; the role can read nothing else. */
export const publicQueries = {
  /** Across counties: those that show something, in the order of Swedish names. */
  counties: (ask: Ask): Promise<StoredCounty[]> =>
    ask<StoredCounty>(
      `SELECT c.id, c.code, c.name, c.plans, c.edition FROM published.county c ORDER BY c.name COLLATE "sv-x-icu", c.code`,
    ),

  async plans(ask: Ask): Promise<readonly (StoredPlan['plan'] & { readonly latestRound: string | null })[]> {
    const rows = await ask<{ plan: StoredPlan['plan'] & { readonly latestRound: string | null } }>(
      `SELECT ${toldOf('plan', 'p')} || jsonb_build_object('latestRound',
         (SELECT n.label FROM published.round n WHERE n.plan_id = p.id ORDER BY n.from_day DESC LIMIT 1)) AS plan
       FROM published.plan p
       ORDER BY array_position(ARRAY['adopted', 'closed'], p.state), p.first_year DESC, p.title COLLATE "sv-x-icu", p.id`,
    );
    return rows.map(({ plan }) => plan);
  },

  async plan(ask: Ask, slug: string): Promise<StoredPlan | null> {
    const rows = await ask<StoredPlan>(
      `SELECT p.id, ${toldOf('plan', 'p')} AS plan,
         ${list(GOAL, 'g.position', 'published.goal g WHERE g.plan_id = p.id')} AS goals,
         ${list(ROUND, 'n.from_day DESC', 'published.round n WHERE n.plan_id = p.id')} AS rounds
       FROM published.plan p WHERE p.slug = $1`,
      [slug],
    );
    return rows[0] ?? null;
  },

  async goalsOf(ask: Ask, roundId: string): Promise<readonly GoalOfRound[]> {
    const rows = await ask<{ told: GoalOfRound }>(
      `SELECT ${toldOf('round_goal', 'g')} AS told FROM published.round_goal g WHERE g.round_id = $1 ORDER BY g.position`,
      [roundId],
    );
    return rows.map(({ told }) => told);
  },

  /** In every published round of the plan, or in one. */
  activitiesOf(
    ask: Ask,
    planId: string,
    { roundId = null, reference = null }: { readonly roundId?: string | null; readonly reference?: string | null },
  ): Promise<readonly (ActivityOfRound & { readonly roundId: string })[]> {
    return ask<{ told: ActivityOfRound & { readonly roundId: string } }>(
      `SELECT ${toldOf('round_activity', 'a')} || jsonb_build_object('roundId', a.round_id) AS told FROM published.round_activity a
       WHERE a.plan_id = $1 AND ($2::uuid IS NULL OR a.round_id = $2::uuid) AND ($3::text IS NULL OR a.reference = $3::text)`,
      [planId, roundId, reference],
    ).then((rows) => rows.map(({ told }) => told));
  },

  figuresOf(
    ask: Ask,
    planId: string,
    { roundId = null, reference = null }: { readonly roundId?: string | null; readonly reference?: string | null },
  ): Promise<readonly (PublicFigure & { readonly roundId: string })[]> {
    return ask<{ told: PublicFigure & { readonly roundId: string } }>(
      `SELECT ${toldOf('round_figure', 'f')} || jsonb_build_object('roundId', f.round_id) AS told FROM published.round_figure f
       WHERE f.plan_id = $1 AND ($2::uuid IS NULL OR f.round_id = $2::uuid)
         AND ($3::text IS NULL OR f.activities @> to_jsonb($3::text)) ORDER BY f.position`,
      [planId, roundId, reference],
    ).then((rows) => rows.map(({ told }) => told));
  },

  async fileSum(ask: Ask, roundId: string, format: ReportFormat): Promise<string | null> {
    const rows = await ask<{ sha256: string }>(
      'SELECT d.sha256 FROM published.report_file d WHERE d.round_id = $1 AND d.format = $2',
      [roundId, format],
    );
    return rows[0]?.sha256 ?? null;
  },

  async file(ask: Ask, roundId: string, format: ReportFormat): Promise<StoredFile | null> {
    const rows = await ask<StoredFile>(
      'SELECT d.bytes FROM published.report_file d WHERE d.round_id = $1 AND d.format = $2',
      [roundId, format],
    );
    return rows[0] ?? null;
  },
};
