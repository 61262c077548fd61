import {
  NEEDS_LINK_HEADER,
  paths,
  type CreatedNeedsLink,
  type Need,
  type NeedsAnswerSaved,
  type NeedsAnswerSheet,
  type NeedsInvitationList,
  type NeedsInventory,
  type WorkPlan,
} from '@samhandling/contracts';
import type { NeedsAnswerValue } from '@samhandling/domain';
import { v7 as newId } from 'uuid';
import { TestClient, type Answer, type TestApp } from './app.ts';
import { buildGroup, type MemberWish } from './meeting-builder.ts';

/** A browser without an account that has opened the link of a letter. */
export class NeedsBrowser {
  private readonly client: TestClient;

  constructor(
    base: string,
    readonly token: string,
  ) {
    this.client = new TestClient(base);
  }

  read = (): Promise<Answer<NeedsAnswerSheet>> =>
    this.client.send<NeedsAnswerSheet>('GET', paths.needsAnswer(), { headers: this.headers });
  save = (answers: readonly NeedsAnswerValue[], ifMatch: number): Promise<Answer<NeedsAnswerSaved>> =>
    this.client.send<NeedsAnswerSaved>('PUT', paths.needsAnswer(), {
      headers: this.headers,
      body: { answers },
      ifMatch,
    });

  private get headers(): Record<string, string> {
    return { [NEEDS_LINK_HEADER]: this.token };
  }
}

export function tokenOf(url: string): string {
  return url.split('#')[1] ?? '';
}

export const textAnswer = (questionId: string, text: string, goalId: string | null = null): NeedsAnswerValue => ({
  questionId,
  goalId,
  text,
  chosen: null,
  scale: null,
});

export function must<Body>(answer: Answer<Body>): Body {
  if (answer.status >= 300) throw new Error(`Answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A group with these members, an inventory to it that is open, and a draft of the year after. */
export async function openInventory(
  app: TestApp,
  planner: TestClient,
  wish: {
    readonly countyId: string;
    readonly planId: string;
    readonly slug: string;
    readonly members: readonly MemberWish[];
    readonly isAnonymous: boolean;
    readonly name?: string;
    readonly year?: number;
    readonly due?: string;
  },
): Promise<{
  readonly groupId: string;
  readonly inventory: NeedsInventory;
  readonly invitations: NeedsInvitationList;
}> {
  const { countyId, planId, members, isAnonymous } = wish;
  const group = await buildGroup(app, {
    countyId,
    planId,
    kind: 'consultation',
    members,
    ...(wish.name !== undefined && { name: wish.name }),
  });
  const draft = must(
    await planner.post<NeedsInventory>(paths.planNeedsInventories(wish.slug), {
      groupId: group.id,
      year: wish.year ?? 2026,
      due: wish.due ?? '2199-12-01',
      from: 'standard',
      isAnonymous,
    }),
  );
  const inventory = must(
    await planner.post<NeedsInventory>(
      paths.needsTransitions(draft.id),
      { transition: 'open' },
      { ifMatch: draft.version },
    ),
  );
  const invitations = must(await planner.get<NeedsInvitationList>(paths.needsInvitations(inventory.id)));
  return { groupId: group.id, inventory, invitations };
}

export async function linkOf(app: TestApp, planner: TestClient, invitationId: string): Promise<NeedsBrowser> {
  const { url } = must(await planner.post<CreatedNeedsLink>(paths.needsInvitationLink(invitationId), {}));
  return new NeedsBrowser(app.base, tokenOf(url));
}

/** Something of everything that needs and work plans have ids of, for the walk through the routes. */
export async function buildNeedsWorld(
  app: TestApp,
  planner: TestClient,
  wish: {
    readonly countyId: string;
    readonly planId: string;
    readonly slug: string;
    readonly marker: string;
    readonly organisationId: string;
  },
): Promise<{ readonly token: string; readonly at: Readonly<Record<string, string>> }> {
  const { countyId, organisationId, marker, slug } = wish;
  const { groupId, inventory, invitations } = await openInventory(app, planner, {
    ...wish,
    isAnonymous: false,
    name: `Behovsgruppen ${marker}`,
    members: [1, 2].map((number) => ({ name: `Ledamot ${number} ${marker}`, organisationId })),
  });
  const inventoryOf = async (year: number) =>
    must(
      await planner.post<NeedsInventory>(paths.planNeedsInventories(slug), {
        groupId,
        year,
        due: '2199-12-01',
        from: 'last',
      }),
    );
  const [draft, spareInventory] = [await inventoryOf(2027), await inventoryOf(2028)];
  const [first, spare] = invitations.items;
  const browser = await linkOf(app, planner, first?.id ?? '');
  const question = inventory.questions.find(({ kind, isPerGoal }) => kind === 'text' && !isPerGoal)?.id ?? '';
  must(await browser.save([textAnswer(question, `Vi behöver stöd ${marker}`)], 0));
  const [kept] = await app.db.query<{ id: string }>(
    `SELECT answers -> 0 ->> 'textId' AS id FROM needs_named_answer WHERE invitation_id = $1`,
    [first?.id],
  );
  const need = async (title: string) =>
    must(await planner.post<Need>(paths.inventoryNeeds(inventory.id), { title: `${title} ${marker}` }));
  const workPlanOf = async (year: number) => must(await planner.post<WorkPlan>(paths.planWorkPlans(slug), { year })).id;
  const [workPlanId, spareWorkPlanId] = [await workPlanOf(2026), await workPlanOf(2027)];
  const item = async (plan: string, title: string) =>
    must(await planner.post<WorkPlan>(paths.workPlanItems(plan), { title: `${title} ${marker}` })).items.at(-1)?.id;
  const [needId, spareNeedId] = [await need('Ett behov'), await need('Ett behov till')].map(({ id }) => id);
  const [workPlanItemId, spareItemId] = [
    await item(workPlanId, 'En insats'),
    await item(spareWorkPlanId, 'En insats till'),
  ];
  const needsDecisionId = newId();
  await app.db.query(
    `INSERT INTO decision (id, county_id, group_id, year, number, decided_on, text) VALUES ($1, $2, $3, 2025, 1, '2025-11-20', $4)`,
    [needsDecisionId, countyId, groupId, `Beslut ${marker}`],
  );
  return {
    token: browser.token,
    at: {
      needsGroupId: groupId,
      inventoryId: draft.id,
      spareInventoryId: spareInventory.id,
      needsQuestionId: draft.questions[0]?.id ?? '',
      openInventoryId: inventory.id,
      openQuestionId: question,
      needsInvitationId: first?.id ?? '',
      spareInvitationId: spare?.id ?? '',
      needsTextId: kept?.id ?? '',
      needId: needId ?? '',
      spareNeedId: spareNeedId ?? '',
      workPlanId,
      spareWorkPlanId,
      workPlanItemId: workPlanItemId ?? '',
      spareItemId: spareItemId ?? '',
      needsDecisionId,
    },
  };
}
