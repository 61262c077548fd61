import { paths, type Group, type Meeting } from '@samhandling/contracts';
import { addDays, dayOf } from '@samhandling/domain';
import type { Api } from './api.ts';
import { PEOPLE } from './page.ts';

/** A group that reports to another, with two who have accounts and one who has not, and two meetings to come. */
export async function twoGroups(api: Api, slug: string, name: string): Promise<string> {
  const above = await api.send<Group>('POST', paths.planGroups(slug), {
    name: `${name}samrådet`,
    kind: 'consultation',
  });
  const group = await api.send<Group>('POST', paths.planGroups(slug), {
    name: `${name}beredningen`,
    kind: 'preparatory',
    reportsToId: above.id,
  });
  const choices = await api.get<{
    organisations: { id: string; name: string }[];
    people: { id: string; email: string }[];
  }>(`${paths.groupChoices()}?plan=${slug}`);
  const today = dayOf(new Date());
  const organisationId = choices.organisations.find(({ name }) => name === 'Länsstyrelsen')?.id;
  for (const [email, role] of [
    [PEOPLE.planner, 'chair'],
    [PEOPLE.secondPlanner, 'secretary'],
  ] as const)
    await api.send('POST', paths.groupMembers(group.id), {
      personId: choices.people.find((person) => person.email === email)?.id,
      organisationId,
      role,
      fromDay: today,
    });
  await api.send('POST', paths.groupMembers(group.id), {
    name: 'Tove Prov',
    email: 'tove.prov@tjarnby.example',
    organisationId,
    role: 'member',
    fromDay: today,
  });
  const nextDay = addDays(today, 30);
  const soon = Date.now() + 3_600_000;
  const { meetings } = await api.send<{ meetings: { id: string; startsAt: string }[] }>(
    'POST',
    paths.groupMeetings(group.id),
    {
      meetings: [
        { startsAt: new Date(soon).toISOString(), endsAt: new Date(soon + 7_200_000).toISOString(), place: 'Sal 2' },
        { startsAt: `${nextDay}T08:00:00.000Z`, endsAt: `${nextDay}T10:00:00.000Z` },
      ],
    },
  );
  return [...meetings].sort((one, other) => one.startsAt.localeCompare(other.startsAt))[0]?.id ?? '';
}

/** Everybody has come earlier than planned: the meeting begins now, and there are two hours. */
export async function beginNow(api: Api, meetingId: string): Promise<void> {
  const meeting = await api.get<Meeting>(paths.meeting(meetingId));
  const began = Date.now() - 60_000;
  const times = { startsAt: new Date(began).toISOString(), endsAt: new Date(began + 7_200_000).toISOString() };
  await api.send('PATCH', paths.meeting(meetingId), times, meeting.version);
}

/** Takes the attendance: all of the group are in the room. */
export async function everybodyPresent(api: Api, meetingId: string): Promise<void> {
  const { attendance } = await api.get<Meeting>(paths.meeting(meetingId));
  await api.send('PUT', paths.meetingAttendance(meetingId), {
    rows: attendance.map(({ id, version, memberId }) => ({ id, version, memberId, status: 'present' })),
  });
}
