import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { AttendanceRow, PutAttendanceRequest } from '@samhandling/contracts';
import type { Attendance } from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import type { SaveStatus } from '@samhandling/ui/work';
import { problemOf } from '../../core/problem.ts';
import { clashWords, rowKey } from '../data/attendance-words.ts';
import { MeetingsApi } from '../data/meetings-api.ts';
import { MeetingStore } from '../meeting/meeting-store.ts';

type Sent = PutAttendanceRequest['rows'][number];

/** How it went with a row: nothing to say, on its way, saved, or refused with why and what was chosen. */
interface RowState {
  readonly status: SaveStatus;
  readonly reason: string;
  readonly mine: Attendance | null;
}
const QUIET: RowState = { status: 'idle', reason: '', mine: null };

/** Who was there. Each row is saved for itself when it is chosen; one that is refused keeps what was chosen beside what stands. */
@Injectable()
export class AttendanceStore {
  private readonly api = inject(MeetingsApi);
  private readonly meeting = inject(MeetingStore);
  private readonly locale = injectLocale();
  readonly rows = linkedSignal<readonly AttendanceRow[]>(() => this.meeting.meeting()?.attendance ?? []);
  private readonly states = signal<ReadonlyMap<string, RowState>>(new Map());
  /** Those nobody has said anything about yet. */
  readonly open = computed(() => this.rows().filter(({ status }) => status === null));

  stateOf(row: AttendanceRow): RowState {
    return this.states().get(rowKey(row)) ?? QUIET;
  }

  /** Null takes the row away: a guest who was not there after all. */
  set(row: AttendanceRow, status: Attendance | null): Promise<void> {
    return this.put([row], status);
  }

  setAll(rows: readonly AttendanceRow[], status: Attendance): Promise<void> {
    return this.put(rows, status);
  }

  /** Throws what the server refused, with words for the form. */
  async addGuest(name: string, organisationId: string): Promise<void> {
    await this.meeting.enqueue(async () => {
      const row: Sent = { version: 0, name, organisationId, status: 'present' };
      const answer = await this.api.putAttendance(this.id(), { rows: [row] });
      this.rows.set(answer.rows);
      const [refused] = answer.refused;
      if (refused) throw new Error(refused.reason);
    });
    await this.meeting.refresh();
  }

  private id(): string {
    return this.meeting.meeting()?.id ?? '';
  }

  private async put(rows: readonly AttendanceRow[], status: Attendance | null): Promise<void> {
    const keys = rows.map(rowKey);
    for (const key of keys) this.mark(key, { status: 'saving', reason: '', mine: status });
    await this.meeting.enqueue(async () => {
      // From what stands now: an arrow pressed twice is two writes, the second on top of the first.
      const now = this.rows().filter((row) => keys.includes(rowKey(row)));
      try {
        const answer = await this.api.putAttendance(this.id(), { rows: now.map((row) => sent(row, status)) });
        this.rows.set(answer.rows);
        const refused = new Map(
          answer.refused.map((one) => [rowKey(now[one.index] ?? { id: null, memberId: null }), one]),
        );
        for (const row of now) {
          const one = refused.get(rowKey(row));
          if (!one) this.mark(rowKey(row), { status: 'saved', reason: '', mine: null });
          else {
            const theirs = answer.rows.find((other) => rowKey(other) === rowKey(row))?.status ?? null;
            const reason = one.code === 'stale' ? clashWords(theirs, status, this.locale) : one.reason;
            this.mark(rowKey(row), { status: 'failed', reason, mine: status });
          }
        }
      } catch (error) {
        const { title, detail } = problemOf(error);
        for (const key of keys) this.mark(key, { status: 'failed', reason: detail || title, mine: status });
      }
    });
    await this.meeting.refresh();
  }

  private mark(key: string, state: RowState): void {
    this.states.update((states) => new Map(states).set(key, state));
  }
}

function sent(row: AttendanceRow, status: Attendance | null): Sent {
  const who =
    row.memberId === null
      ? { name: row.name, organisationId: row.organisation?.id ?? null }
      : { memberId: row.memberId };
  return { ...(row.id !== null && { id: row.id }), version: row.version, ...who, status };
}
