import { paths, type CreatedMeetings, type Group, type GroupMember, type Meeting } from '@samhandling/contracts';
import type { Answer, TestClient } from '../../support/app.ts';
import type { Named } from './world.ts';

/** Meetings to come in a group that is there, with a member to change, one to delete, and another group to close. */
export async function metIn(
  planner: TestClient,
  { groupId = '', slug = '', responsibleId = '' }: Named,
  marker: string,
): Promise<Named> {
  const made = async <Body>(path: string, body: object): Promise<Body> => {
    const answer: Answer<Body> = await planner.post<Body>(path, body);
    if (answer.status !== 201) throw new Error(`The scene answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const member = async (name: string): Promise<string> => {
    const body = { name: `${name} ${marker}`, organisationId: responsibleId, role: 'member', fromDay: '2026-01-01' };
    return (await made<GroupMember>(paths.groupMembers(groupId), body)).id;
  };
  const meetings = await made<CreatedMeetings>(paths.groupMeetings(groupId), {
    meetings: ['2030-05-07', '2030-06-04', '2030-08-20'].map((day) => ({
      startsAt: `${day}T11:00:00Z`,
      endsAt: `${day}T13:00:00Z`,
      place: `Sal ${marker}`,
    })),
  });
  const [spareMeetingId = '', comingMeetingId = '', orderedMeetingId = ''] = meetings.meetings.map(({ id }) => id);
  const fill = async (meetingId: string): Promise<readonly string[]> => {
    const titles = [`Ett ${marker}`, `Två ${marker}`].map((title) => ({ kind: 'free', title }));
    return (await made<Meeting>(paths.meetingAgenda(meetingId), { items: titles })).items.map(({ id }) => id);
  };
  const [agendaOneId = '', agendaTwoId = ''] = await fill(spareMeetingId);
  const [orderedOneId = '', orderedTwoId = ''] = await fill(orderedMeetingId);
  const closing = await made<Group>(paths.planGroups(slug), { name: `Snart klar ${marker}`, kind: 'thematic' });
  return {
    spareMeetingId,
    comingMeetingId,
    orderedMeetingId,
    agendaOneId,
    agendaTwoId,
    orderedOneId,
    orderedTwoId,
    groupMemberId: await member('Mia Medlem'),
    looseMemberId: await member('Lo Ledamot'),
    mistakenMemberId: await member('Fel Person'),
    closingGroupId: closing.id,
  };
}
