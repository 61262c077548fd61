import { v7 as newId } from 'uuid';
import type { TestApp } from '../../support/app.ts';
import { buildMeeting, type BuiltGroup } from '../../support/meeting-builder.ts';
import type { Named } from './world.ts';

/** A digest that is sent, with a letter that did not arrive. */
export async function lettersIn(app: TestApp, countyId: string, group: BuiltGroup, senderId: string): Promise<Named> {
  const meeting = await buildMeeting(app, group, { startsAt: '2099-06-12T08:00:00Z' });
  const sentDigestId = newId();
  const digestMemberId = group.members[0]?.id ?? '';
  await app.db.query(
    `INSERT INTO digest (id, county_id, meeting_id, from_day, to_day, state, sent_at, sent_by)
     VALUES ($1, $2, $3, '2099-01-01', '2099-06-01', 'sent', now(), $4)`,
    [sentDigestId, countyId, meeting.id, senderId],
  );
  await app.db.query(
    `INSERT INTO digest_letter (digest_id, member_id, county_id, state, reason, sent_by) VALUES ($1, $2, $3, 'failed', '550 No such user', $4)`,
    [sentDigestId, digestMemberId, countyId, senderId],
  );
  return { sentDigestId, digestMemberId };
}
