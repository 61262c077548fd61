import { paths, type ActionPoint, type Decision, type Lift } from '@samhandling/contracts';
import type { Visitor } from '@samhandling/domain';
import type { Answer, TestApp, TestClient } from '../../support/app.ts';
import { buildGroup, buildItem, buildMeeting, joinGroup } from '../../support/decision-scene.ts';
import type { BuiltPlan } from '../../support/plan-builder.ts';
import type { Named } from './world.ts';

/** Two groups that have met, what they decided, and a question from one to the other. */
export async function decidedIn(
  app: TestApp,
  plan: BuiltPlan,
  { planner, group_member }: Readonly<Record<Visitor, TestClient>>,
  marker: string,
  countyId: string,
): Promise<Named> {
  const aboveId = await buildGroup(app, plan.planId, {
    name: `Beslutande samråd ${marker}`,
    kind: 'consultation',
    countyId,
  });
  const groupId = await buildGroup(app, plan.planId, {
    name: `Beslutande beredning ${marker}`,
    reportsToId: aboveId,
    countyId,
  });
  await joinGroup(app, groupId, plan.responsible.id, group_member);
  const meetingId = await buildMeeting(app, groupId);
  const agendaItemId = await buildItem(app, meetingId, { activityId: plan.activities[0]?.id ?? '' });
  const otherAgendaItemId = await buildItem(app, await buildMeeting(app, aboveId), { title: `Frågor ${marker}` });
  const made = async <Body extends { readonly id: string }>(path: string, body: object): Promise<string> => {
    const answer: Answer<Body> = await planner.post<Body>(path, body);
    if (answer.status !== 201) throw new Error(`The scene answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const decisionId = await made<Decision>(paths.agendaItemDecisions(agendaItemId), { text: `Beslut ${marker}` });
  const actionPointId = await made<ActionPoint>(paths.agendaItemActionPoints(agendaItemId), {
    text: `Ringa ${marker}`,
    assignee: `Karin ${marker}`,
  });
  const liftId = await made<Lift>(paths.agendaItemLifts(agendaItemId), { question: `Vem betalar ${marker}?` });
  return { groupId, aboveId, meetingId, agendaItemId, otherAgendaItemId, decisionId, actionPointId, liftId };
}
