import { paths, type FollowUpPage, type GoalJudgementItem, type Round, type RoundPage } from '@samhandling/contracts';
import type { RoundTransitionName } from '@samhandling/domain';
import type { Answer, TestApp, TestClient } from './app.ts';
import { buildPlan, type BuiltPlan } from './plan-builder.ts';

export const YEAR = (year: number) => ({
  label: String(year),
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  opens: `${year}-12-01`,
  due: `${year + 1}-01-31`,
});

/** Takes a transition of a round through the API, from the version it has now. */
export async function moveRound(
  planner: TestClient,
  round: Round,
  transition: RoundTransitionName,
  reason?: string,
): Promise<Round> {
  const answer = await planner.post<Round>(
    paths.roundTransitions(round.id),
    { transition, ...(reason !== undefined && { reason }) },
    { ifMatch: round.version },
  );
  if (answer.status !== 200) throw new Error(`${transition} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A round created and opened the way a planner does it. */
export async function openRound(planner: TestClient, plan: BuiltPlan, year = 2025): Promise<Round> {
  const created = await planner.post<Round>(paths.planRounds(plan.slug), YEAR(year));
  if (created.status !== 201)
    throw new Error(`Creating the round answered ${created.status}: ${JSON.stringify(created.body)}`);
  return moveRound(planner, created.body, 'open');
}

/** The round's follow-ups in reading order, reached from any of them by its neighbours. */
export async function followUpsOf(client: TestClient, fromId: string): Promise<FollowUpPage[]> {
  const page = (id: string) => getFollowUp(client, id);
  let current = await page(fromId);
  while (current.neighbours.previous !== null) current = await page(current.neighbours.previous);
  const all = [current];
  while (current.neighbours.next !== null) all.push((current = await page(current.neighbours.next)));
  return all;
}

/** The same, from the round's dress rehearsal, which links to what is not accepted yet. */
export async function followUpsOfRound(planner: TestClient, plan: BuiltPlan, label: string): Promise<FollowUpPage[]> {
  const page = await planner.get<RoundPage>(paths.planRound(plan.slug, label));
  const item = page.body.rehearsal.groups
    .flatMap((group) => group.items)
    .find(({ link }) => link.startsWith('/uppfoljning/'));
  return followUpsOf(planner, item?.link.split('/').at(-1) ?? '');
}

/** Answers, submits and accepts everything and judges every goal, so that nothing blocks adoption. */
export async function completeRound(planner: TestClient, plan: BuiltPlan, round: Round): Promise<void> {
  const page = await planner.get<RoundPage>(paths.planRound(plan.slug, round.label));
  for (const { followUp } of await followUpsOfRound(planner, plan, round.label)) {
    const saved = await planner.patch<FollowUpPage>(
      paths.followUp(followUp.id),
      { judgement: 'on_track', done: 'Träffen är hållen.' },
      followUp.version,
    );
    const submitted = await planner.post<FollowUpPage>(
      paths.followUpTransitions(followUp.id),
      { transition: 'submit' },
      { ifMatch: saved.body.followUp.version },
    );
    await planner.post(
      paths.followUpTransitions(followUp.id),
      { transition: 'accept' },
      { ifMatch: submitted.body.followUp.version },
    );
  }
  for (const goal of page.body.goals) {
    const judged = await planner.patch<GoalJudgementItem>(
      paths.goalJudgement(goal.id),
      { judgement: 'within_reach', text: 'På god väg.' },
      goal.version,
    );
    if (judged.status !== 200) throw new Error(`Judging answered ${judged.status}`);
  }
}

export interface FollowUpScene {
  readonly plan: BuiltPlan;
  readonly round: Round;
  readonly reporter: TestClient;
  /** Of the follow-ups, in reading order. */
  readonly ids: readonly string[];
}

/** A plan in an open round, answered for by the reporter's organisation. */
export async function followUpScene(app: TestApp, planner: TestClient, activities = 4): Promise<FollowUpScene> {
  const plan = await buildPlan(app, { activities, state: 'adopted' });
  const reporter = await app.person('Ruth Rapportör', [{ role: 'reporter', organisationId: plan.responsible.id }]);
  const round = await openRound(planner, plan);
  const ids = (await followUpsOfRound(planner, plan, round.label)).map((page) => page.followUp.id);
  return { plan, round, reporter, ids };
}

export async function getFollowUp(client: TestClient, id: string): Promise<FollowUpPage> {
  return (await client.get<FollowUpPage>(paths.followUp(id))).body;
}

export function saveFollowUp(
  client: TestClient,
  id: string,
  body: object,
  version: number,
): Promise<Answer<FollowUpPage>> {
  return client.patch<FollowUpPage>(paths.followUp(id), body, version);
}

export function takeFollowUp(
  client: TestClient,
  id: string,
  transition: string,
  version: number,
  reason?: string,
): Promise<Answer<FollowUpPage>> {
  const body = { transition, ...(reason !== undefined && { reason }) };
  return client.post<FollowUpPage>(paths.followUpTransitions(id), body, { ifMatch: version });
}
