import { Injectable } from '@nestjs/common';
import { addDays, instantAt } from '@samhandling/domain';
import { MinutesRepository } from '../minutes/minutes.repository.ts';
import { PapersService } from '../papers/papers.service.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DemoRecord, type DemoEntry } from './demo-record.ts';
import { DemoSittingsLoader } from './demo-sittings.ts';
import type { LoadedMeeting } from './demo-talks.ts';

/** Written and named: 1 and 2. Sent: 3. Nothing in them has changed since. */
const SENT_VERSION = 3;

export interface DemoAttendee {
  readonly memberId: string;
  readonly name: string;
  /** Null for a member without a sign-in, whose yes came by mail. */
  readonly personId: string | null;
  readonly isChair: boolean;
}

/** Minutes of what has been held: adjusted by the chair and one more, but for the last two meetings of the beredning. */
@Injectable()
export class DemoMinutesLoader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly minutes: MinutesRepository,
    private readonly papers: PapersService,
    private readonly sittings: DemoSittingsLoader,
    private readonly record: DemoRecord,
  ) {}

  /** `meetings` have something to tell; the last of the beredning is still being written, the one before waits for a yes. */
  async load(
    meetings: readonly LoadedMeeting[],
    attendees: ReadonlyMap<string, readonly DemoAttendee[]>,
    writer: string,
  ): Promise<void> {
    const berednings = meetings.filter(({ group }) => group === 'beredningsgruppen');
    const waiting = berednings.at(-2);
    for (const meeting of meetings) {
      if (meeting === berednings.at(-1)) continue;
      await this.write(meeting, attendees.get(meeting.id) ?? [], writer, meeting !== waiting);
    }
  }

  private async write(
    meeting: LoadedMeeting,
    attended: readonly DemoAttendee[],
    writer: string,
    isAdjusted: boolean,
  ): Promise<void> {
    const [chair] = attended.filter(({ isChair }) => isChair);
    const [other] = attended.filter(({ isChair }) => !isChair);
    const adjusters = [chair, other].filter((one) => one !== undefined);
    if (adjusters.length < 2) return;
    const id = meeting.id;
    const entry = { entity: 'minutes', entityId: id };
    const sentAt = new Date(instantAt(addDays(meeting.day, 2), '10:00'));
    await this.minutes.write(id, 0, { opening: this.openingOf(meeting, adjusters[0]), closing: 'Mötet avslutades.' });
    await this.minutes.replaceAdjusters(id, adjusters);
    await this.minutes.write(id, 1, {});
    await this.minutes.setState(id, 2, 'adjusting');
    const entries: DemoEntry[] = [
      {
        ...entry,
        at: sentAt,
        by: writer,
        action: 'update',
        before: { adjusters: [] },
        after: { adjusters: adjusters.map(({ name }) => name) },
      },
      { ...entry, at: sentAt, by: writer, action: 'send', before: { state: 'draft' }, after: { state: 'adjusting' } },
    ];
    const rows = await this.uow.manager.query<{ id: string; memberId: string }[]>(
      'SELECT id, member_id AS "memberId" FROM minutes_adjuster WHERE meeting_id = $1',
      [id],
    );
    // The chair first, some days after; of those that wait, only the chair has said yes.
    for (const [nth, adjuster] of adjusters.slice(0, isAdjusted ? 2 : 1).entries()) {
      const at = new Date(instantAt(addDays(meeting.day, 4 + nth), '15:20'));
      const by = adjuster.personId ?? writer;
      const channel = adjuster.personId === null ? 'mail' : 'self';
      const row = rows.find(({ memberId }) => memberId === adjuster.memberId);
      await this.minutes.adjust(row?.id ?? newId(), 1, { at, by, channel, minutesVersion: SENT_VERSION });
      entries.push({
        ...entry,
        at,
        by,
        action: 'adjust',
        after: { adjuster: adjuster.name, channel, minutesVersion: SENT_VERSION },
      });
      if (nth === 0) continue;
      // In the order the last yes does it: minutes, paper, meeting.
      await this.minutes.freeze(id);
      await this.papers.freezeUndrawn({ kind: 'minutes', subjectId: id, by, at });
      await this.minutes.closeMeeting(id);
      entries.push({
        at,
        by,
        action: 'adjust',
        entity: 'meeting',
        entityId: id,
        before: { state: 'held' },
        after: { state: 'adjusted' },
      });
    }
    await this.record.write(entries);
  }

  private openingOf(meeting: LoadedMeeting, chair: DemoAttendee | undefined): string {
    const written = this.sittings.openingOf(meeting);
    return written === '' ? `${chair?.name ?? ''} hälsade välkommen. Dagordningen godkändes.` : written;
  }
}
