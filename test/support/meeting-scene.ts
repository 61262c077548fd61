import {
  paths,
  type CreatedMeetings,
  type Group,
  type GroupInput,
  type GroupMember,
  type GroupMemberInput,
  type Meeting,
  type MeetingInput,
} from '@samhandling/contracts';
import { startTestApp, type Answer, type TestApp, type TestAppWishes, type TestClient } from './app.ts';
import {
  buildOrganisation,
  buildPlan,
  type BuiltOrganisation,
  type BuiltPlan,
  type PlanWishes,
} from './plan-builder.ts';
import { handClock } from './smtp.ts';

export interface MeetingScene {
  readonly app: TestApp;
  readonly clock: ReturnType<typeof handClock>;
  readonly planner: TestClient;
  readonly plan: BuiltPlan;
  readonly organisation: BuiltOrganisation;
  group(input?: Partial<GroupInput>): Promise<Group>;
  member(groupId: string, input?: Partial<GroupMemberInput>): Promise<GroupMember>;
  /** One meeting from 13 to 15 in Sweden on the day. */
  meeting(groupId: string, day: string, input?: Partial<MeetingInput>): Promise<Meeting>;
  move(meeting: Meeting, transition: string, more?: object): Promise<Answer<Meeting>>;
  close(): Promise<void>;
}

/** An adopted plan, somebody who plans, and a clock that stands at nine in the morning of 2 March 2026. */
export async function meetingScene(plan: PlanWishes = {}, wishes: TestAppWishes = {}): Promise<MeetingScene> {
  const clock = handClock('2026-03-02T08:00:00Z');
  const app = await startTestApp({ clock, ...wishes });
  const planner = await app.person('Petra Planerare', [{ role: 'planner' }]);
  const built = await buildPlan(app, { state: 'adopted', activities: 6, ...plan });
  const organisation = await buildOrganisation(app, 'Regionen');
  let count = 0;
  return {
    app,
    clock,
    planner,
    plan: built,
    organisation,
    group: async (input = {}) => {
      count += 1;
      return must(
        await planner.post<Group>(paths.planGroups(built.slug), {
          name: `Beredningsgruppen ${count}`,
          kind: 'preparatory',
          ...input,
        }),
      );
    },
    member: async (groupId, input = {}) => {
      count += 1;
      return must(
        await planner.post<GroupMember>(paths.groupMembers(groupId), {
          ...(input.personId ? {} : { name: `Maja Medlem ${count}`, email: `maja${count}@example.org` }),
          organisationId: organisation.id,
          role: 'member',
          fromDay: '2025-01-01',
          ...input,
        }),
      );
    },
    meeting: async (groupId, day, input = {}) => {
      const made = must(
        await planner.post<CreatedMeetings>(paths.groupMeetings(groupId), {
          meetings: [{ startsAt: `${day}T12:00:00Z`, endsAt: `${day}T14:00:00Z`, ...input }],
        }),
      );
      return must(await planner.get<Meeting>(paths.meeting(made.meetings[0]?.id ?? '')));
    },
    move: (meeting, transition, more = {}) =>
      planner.post<Meeting>(
        paths.meetingTransitions(meeting.id),
        { transition, ...more },
        { ifMatch: meeting.version },
      ),
    close: () => app.close(),
  };
}

export function must<Body>(answer: Answer<Body>): Body {
  if (answer.status >= 300) throw new Error(`The scene answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
