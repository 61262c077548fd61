import { Injectable } from '@nestjs/common';
import { addDays, DEFAULT_NEEDS_QUESTIONS, instantAt, kindGroups, type Day } from '@samhandling/domain';
import { randomInt, randomUUID } from 'node:crypto';
import { AnonymousAnswersRepository } from '../needs/answering/anonymous-answers.repository.ts';
import { keptAnswers, type KeptAnswer } from '../needs/answering/answers.ts';
import { InventoriesRepository } from '../needs/inventories/inventories.repository.ts';
import { InvitationsRepository } from '../needs/invitations/invitations.repository.ts';
import { NeedsRepository } from '../needs/results/needs.repository.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import {
  DEMO_NEEDS,
  DEMO_NEEDS_INTRO,
  DEMO_NEEDS_MUNICIPALITIES,
  DEMO_NEEDS_OTHERS,
  DEMO_NEEDS_SO_FAR,
  type DemoNeedsSheet,
  type DemoNeedText,
} from './content/index.ts';
import type { LoadedPlan } from './demo-plan.ts';
import { DemoRecord } from './demo-record.ts';

interface AskedGroup {
  readonly plan: LoadedPlan;
  readonly groupId: string;
  readonly by: string | undefined;
}
interface Asking {
  readonly year: number;
  readonly opened: Day;
  readonly due: Day;
}
interface Sheets {
  readonly municipalities: readonly DemoNeedsSheet[];
  readonly others: readonly DemoNeedsSheet[];
}
type Question = NonNullable<Awaited<ReturnType<InventoriesRepository['find']>>>['questions'][number];

/** How many of those who answered this autumn are municipalities. */
const MUNICIPALITIES_SO_FAR = 4;

/**
 * Two needs inventories, both anonymous: last autumn's, closed and made into needs, and the one before next year, which is
 * out from September and a draft before that.
 */
@Injectable()
export class DemoNeedsLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly inventories: InventoriesRepository,
    private readonly invitations: InvitationsRepository,
    private readonly answers: AnonymousAnswersRepository,
    private readonly needs: NeedsRepository,
    private readonly record: DemoRecord,
  ) {}

  /** Answers the needs of this year by key. */
  async load(asked: AskedGroup, thisYear: number, today: Day): Promise<ReadonlyMap<string, string>> {
    const needs = await this.loadLast(asked, thisYear);
    await this.loadNext(asked, thisYear + 1, today);
    return needs;
  }

  private async loadLast(asked: AskedGroup, year: number): Promise<ReadonlyMap<string, string>> {
    const asking = { year, opened: `${year - 1}-09-16`, due: `${year - 1}-10-17` };
    const id = await this.open(asked, asking);
    const sheets = { municipalities: DEMO_NEEDS_MUNICIPALITIES, others: DEMO_NEEDS_OTHERS };
    const texts = await this.answer(asked.plan, id, asking, sheets);
    const closedAt = new Date(instantAt(addDays(asking.due, 3), '09:00'));
    await this.answers.settleKinds(id);
    await this.inventories.move(id, 2, 'closed', closedAt);
    const made = { at: closedAt, by: asked.by };
    await this.record.write([
      {
        ...made,
        action: 'close',
        entity: 'needs_inventory',
        entityId: id,
        before: { state: 'open' },
        after: { state: 'closed' },
      },
    ]);
    return this.loadNeeds(asked, id, year, texts, closedAt);
  }

  private async loadNext(asked: AskedGroup, year: number, today: Day): Promise<void> {
    if (today < `${year - 1}-09-01`) {
      await this.create(asked, { year, opened: today, due: `${year - 1}-10-16` });
      return;
    }
    const asking = { year, opened: addDays(today, -9), due: addDays(today, 12) };
    const id = await this.open(asked, asking);
    await this.answer(asked.plan, id, asking, {
      municipalities: DEMO_NEEDS_SO_FAR.slice(0, MUNICIPALITIES_SO_FAR),
      others: DEMO_NEEDS_SO_FAR.slice(MUNICIPALITIES_SO_FAR),
    });
  }

  private async create({ plan, groupId, by }: AskedGroup, { year, opened, due }: Asking): Promise<string> {
    const fields = { title: `Behovsinventering inför ${year}`, intro: DEMO_NEEDS_INTRO, isAnonymous: true, due };
    const id = await this.inventories.create({ ...fields, planId: plan.planId, groupId, year });
    await this.inventories.replaceQuestions(id, [], DEFAULT_NEEDS_QUESTIONS);
    await this.record.write([
      {
        at: new Date(instantAt(addDays(opened, -4), '10:20')),
        by,
        action: 'create',
        entity: 'needs_inventory',
        entityId: id,
        after: { ...fields, year, groupId, questions: DEFAULT_NEEDS_QUESTIONS.map(({ text }) => text) },
      },
    ]);
    return id;
  }

  /** Everybody who was in the group that day is asked. Nobody knows the secrets of these letters, so no link opens anything. */
  private async open(asked: AskedGroup, asking: Asking): Promise<string> {
    const id = await this.create(asked, asking);
    const at = new Date(instantAt(asking.opened, '08:30'));
    await this.inventories.move(id, 1, 'open', at);
    const members = await this.invitations.findMembers(id, asking.opened);
    const groups = kindGroups(members.map(({ kind }) => kind));
    await this.invitations.create(
      id,
      members.map((member) => ({ ...member, kindGroup: groups.get(member.kind) ?? null })),
    );
    await this.record.write([
      {
        at,
        by: asked.by,
        action: 'open',
        entity: 'needs_inventory',
        entityId: id,
        before: { state: 'draft' },
        after: { state: 'open' },
      },
    ]);
    return id;
  }

  /** Who has answered, and what was said: two things that share nothing. Answers what each need was said in. */
  private async answer(
    plan: LoadedPlan,
    inventoryId: string,
    { opened, due }: Asking,
    { municipalities, others }: Sheets,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    await this.noteAnswered(inventoryId, opened, municipalities.length, others.length);
    const questions = (await this.inventories.find(inventoryId, due))?.questions ?? [];
    const texts = new Map<string, string[]>();
    const rows = [
      ...municipalities.map((sheet) => ({ sheet, kind: 'municipality' })),
      ...others.map((sheet) => ({ sheet, kind: null })),
    ].map(({ sheet, kind }) => ({
      id: randomUUID(),
      kind,
      answers: sheetOf(sheet, questions, plan, texts),
      version: randomInt(1, 1_000_000_000),
    }));
    await this.uow.manager.query(
      `INSERT INTO needs_anonymous_answer (id, county_id, inventory_id, answer_key, kind_group, answers, version)
       SELECT r.id, current_county(), $1, sha256(gen_random_uuid()::text::bytea), r.kind, r.answers, r.version
       FROM jsonb_to_recordset($2) AS r(id uuid, kind text, answers jsonb, version int) ORDER BY random()`,
      [inventoryId, JSON.stringify(rows)],
    );
    return texts;
  }

  /** Some of the municipalities and some of the others, those who send it last: they know already what they think. */
  private async noteAnswered(inventoryId: string, opened: Day, municipalities: number, others: number): Promise<void> {
    await this.uow.manager.query(
      `WITH ranked AS (
         SELECT v.id, o.kind = 'municipality' AS is_local,
           row_number() OVER (PARTITION BY o.kind = 'municipality' ORDER BY o.kind = 'county_board', v.id) AS place
         FROM needs_invitation v JOIN organisation o ON o.id = v.organisation_id WHERE v.inventory_id = $1),
       given AS (SELECT id, place <= CASE WHEN is_local THEN $3::int ELSE $4::int END AS answers,
         $2::timestamptz + place * interval '19 hours 7 minutes' AS at FROM ranked),
       noted AS (UPDATE needs_invitation v SET token_hash = sha256(gen_random_uuid()::text::bytea), letters = 1, last_letter_at = $2, letter_state = 'sent',
         opened_at = CASE WHEN g.answers THEN g.at END, has_answered = g.answers, version = CASE WHEN g.answers THEN 5 ELSE 3 END
         FROM given g WHERE g.id = v.id),
       used AS (INSERT INTO needs_link_use (id, county_id, invitation_id, at, action, browser)
         SELECT gen_random_uuid(), current_county(), g.id, g.at + u.later, u.action, 'Safari, iPhone'
         FROM given g CROSS JOIN (VALUES ('open', interval '0'), ('save', interval '5 minutes')) AS u(action, later) WHERE g.answers)
       INSERT INTO audit_event (id, county_id, at, source, action, entity, entity_id, changes)
       SELECT gen_random_uuid(), current_county(), g.at + interval '5 minutes', 'link', 'answer', 'needs_invitation', g.id,
         '{"hasAnswered": {"old": false, "new": true}}' FROM given g WHERE g.answers`,
      [inventoryId, new Date(instantAt(opened, '08:31')), municipalities, others],
    );
  }

  /** Chosen needs are moved on by the work plan they are chosen into. */
  private async loadNeeds(
    { plan, by }: AskedGroup,
    inventoryId: string,
    year: number,
    texts: ReadonlyMap<string, readonly string[]>,
    closedAt: Date,
  ): Promise<ReadonlyMap<string, string>> {
    const at = new Date(closedAt.getTime() + 2 * 24 * 60 * 60 * 1000);
    const ids = new Map<string, string>();
    for (const { key, title, description, goal, declined } of DEMO_NEEDS) {
      const goalId = goal === null ? null : (plan.goals.get(goal) ?? null);
      const textIds = texts.get(key) ?? [];
      const id = await this.needs.create(inventoryId, plan.planId, year, { title, description, goalId, textIds });
      ids.set(key, id);
      await this.record.write([
        {
          at,
          by,
          action: 'create',
          entity: 'need',
          entityId: id,
          after: { title, description, goalId, answers: textIds.length },
        },
      ]);
      if (declined === undefined) continue;
      await this.needs.move(id, 1, 'declined', declined);
      await this.record.write([
        {
          at: new Date(at.getTime() + 60 * 60 * 1000),
          by,
          action: 'decline',
          entity: 'need',
          entityId: id,
          before: { state: 'proposed', declineReason: '' },
          after: { state: 'declined', declineReason: declined },
        },
      ]);
    }
    return ids;
  }
}

/** The sheet as the answering page sends it, kept by the same function; texts that became part of a need are noted. */
function sheetOf(
  sheet: DemoNeedsSheet,
  questions: readonly Question[],
  plan: LoadedPlan,
  texts: Map<string, string[]>,
): readonly KeptAnswer[] {
  const [works, chafes, support, help, scale, together] = questions;
  const said: {
    readonly question: Question | undefined;
    readonly goal: number | null;
    readonly words: DemoNeedText;
  }[] = [
    ...[
      { question: works, words: sheet.works },
      { question: chafes, words: sheet.chafes },
      { question: together, words: sheet.together },
    ].flatMap(({ question, words }) => (words === undefined ? [] : [{ question, goal: null, words }])),
    ...Object.entries(sheet.help ?? {}).map(([goal, words]) => ({ question: help, goal: Number(goal), words })),
  ];
  const empty = { text: null, chosen: null, scale: null };
  const goalOf = (goal: number | null): string | null => (goal === null ? null : (plan.goals.get(goal) ?? null));
  const written = said.map(({ question, goal, words }) => ({
    need: typeof words === 'string' ? null : words.need,
    value: {
      ...empty,
      questionId: question?.id ?? '',
      goalId: goalOf(goal),
      text: typeof words === 'string' ? words : words.text,
    },
  }));
  const kept = keptAnswers(
    [
      ...written.map(({ value }) => value),
      ...[...sheet.support].flatMap((letter, at) =>
        letter === '-'
          ? []
          : [{ ...empty, questionId: support?.id ?? '', goalId: goalOf(at + 1), chosen: [Number(letter) - 1] }],
      ),
      ...(sheet.scale === null ? [] : [{ ...empty, questionId: scale?.id ?? '', goalId: null, scale: sheet.scale }]),
    ],
    [],
  );
  for (const { need, value } of written) {
    const textId = kept.find((one) => one.questionId === value.questionId && one.goalId === value.goalId)?.textId;
    if (need !== null && textId) texts.set(need, [...(texts.get(need) ?? []), textId]);
  }
  return kept;
}
