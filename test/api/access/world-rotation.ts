import { paths } from '@samhandling/contracts';
import type { TestApp, TestClient } from '../../support/app.ts';
import { buildGroup, buildMeeting } from '../../support/rotation-builder.ts';
import type { BuiltPlan } from '../../support/plan-builder.ts';

/** A group whose year can be planned: a meeting far ahead, the group above, and an activity that is parked. */
export async function buildRotation(
  app: TestApp,
  countyId: string,
  plan: BuiltPlan,
  planner: TestClient,
  marker: string,
): Promise<Readonly<Record<'rotationGroupId' | 'rotationMeetingId' | 'parkedActivityId', string>>> {
  const above = await buildGroup(app, {
    planId: plan.planId,
    countyId,
    name: `Samråd med planering ${marker}`,
    kind: 'consultation',
  });
  const groupId = await buildGroup(app, {
    planId: plan.planId,
    countyId,
    name: `Beredningen ${marker}`,
    reportsToId: above,
  });
  await buildMeeting(app, { groupId: above, countyId, day: '2090-05-11' });
  const meetingId = await buildMeeting(app, { groupId, countyId, day: '2090-03-09' });
  const parkedId = plan.activities[1]?.id ?? '';
  const parked = await planner.put(paths.groupParking(groupId, parkedId), { reason: `Vilar ${marker}` }, 0);
  if (parked.status !== 200) throw new Error(`Parking answered ${parked.status}: ${JSON.stringify(parked.body)}`);
  return { rotationGroupId: groupId, rotationMeetingId: meetingId, parkedActivityId: parkedId };
}
