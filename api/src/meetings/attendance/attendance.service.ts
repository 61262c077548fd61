import { Injectable } from '@nestjs/common';
import type { AttendanceAnswer, AttendanceRow, PutAttendanceRequest } from '@samhandling/contracts';
import { MEETING_GUARD_REASONS } from '@samhandling/domain';
import { Audit, type AuditEntry } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { refused } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { PenService } from '../../walk-through/pen/pen.service.ts';
import { MeetingsService } from '../meetings.service.ts';
import { demandWriting } from '../shared/meeting-rights.ts';
import { MeetingEventService } from '../transitions/meeting-event.service.ts';
import { judgeAttendance, STALE, type JudgedRow } from './attendance-rules.ts';
import { AttendanceRepository, type StatedAttendance } from './attendance.repository.ts';

/** Who was there. Each row is judged by itself and what can be saved is, in one transaction. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly attendance: AttendanceRepository,
    private readonly event: MeetingEventService,
    private readonly pen: PenService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  put(meetingId: string, { rows }: PutAttendanceRequest): Promise<AttendanceAnswer> {
    return this.uow.run(async () => {
      demandWriting(await this.meetings.findStanding(meetingId), currentSession());
      await this.pen.write(meetingId);
      const before = await this.attendance.findRows(meetingId);
      const organisationIds = rows.flatMap(({ organisationId }) => (organisationId ? [organisationId] : []));
      const judged = judgeAttendance(rows, before, await this.attendance.findKnown(meetingId, organisationIds));
      const written = await this.write(meetingId, judged);
      const saved = judged.filter(({ id, refusal }) => refusal === null && written.has(id));
      await this.audit.record(...saved.map((row) => toAudit(meetingId, row, before)));
      await this.followUp(meetingId, saved.length > 0);
      return { rows: await this.attendance.findRows(meetingId), refused: toRefused(judged, written) };
    });
  }

  /** A meeting that has been held goes on as an event, and somebody was there. */
  private async followUp(meetingId: string, hasChanged: boolean): Promise<void> {
    if (!hasChanged) return;
    const meeting = await this.meetings.findStanding(meetingId);
    if (meeting.state !== 'held') return;
    if (meeting.cameCount === 0) throw refused(MEETING_GUARD_REASONS.somebody_attended);
    await this.event.keepInStep(meetingId);
  }

  private async write(meetingId: string, judged: readonly JudgedRow[]): Promise<Set<string>> {
    const open = judged.filter(({ refusal }) => refusal === null);
    const stated = open.flatMap(({ status, ...row }): StatedAttendance[] =>
      status === null ? [] : [{ ...row, status }],
    );
    return new Set([
      ...(await this.attendance.create(
        meetingId,
        stated.filter(({ version }) => version === 0),
      )),
      ...(await this.attendance.update(
        meetingId,
        stated.filter(({ version }) => version > 0),
      )),
      ...(await this.attendance.delete(
        meetingId,
        open.filter(({ status }) => status === null),
      )),
    ]);
  }
}

function toRefused(judged: readonly JudgedRow[], written: ReadonlySet<string>): AttendanceAnswer['refused'] {
  const { locale } = requestContext();
  return judged.flatMap(({ id, refusal }, index) => {
    if (refusal !== null) return [{ index, code: refusal.code, reason: refusal.reason[locale] }];
    return written.has(id) ? [] : [{ index, code: 'stale', reason: STALE[locale] }];
  });
}

/** Kept with the meeting: a row that was taken away has nothing of its own to be found by. */
function toAudit(meetingId: string, row: JudgedRow, before: readonly AttendanceRow[]): AuditEntry {
  const was = before.find(({ id }) => id === row.id);
  return {
    action: row.status === null ? 'delete' : was ? 'update' : 'create',
    entity: 'meeting_attendance',
    entityId: meetingId,
    ...(was && { before: { attendance: { name: was.name, status: was.status } } }),
    after: { attendance: { name: row.name, status: row.status } },
  };
}
