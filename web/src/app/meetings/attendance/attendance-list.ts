import { Component, computed, inject, signal } from '@angular/core';
import type { AttendanceRow } from '@samhandling/contracts';
import { ATTENDANCES, ATTENDANCE_LABELS, type Attendance, attended, MEMBER_ROLE_LABELS } from '@samhandling/domain';
import { Button, Icon, injectLocale, injectSay } from '@samhandling/ui';
import { SaveState } from '@samhandling/ui/work';
import { focusWithin } from '../../session/focus-within.ts';
import { countWords, expectedWords, rowKey } from '../data/attendance-words.ts';
import { MeetingStore } from '../meeting/meeting-store.ts';
import { AttendanceStore } from './attendance-store.ts';
import { GuestForm } from './guest-form.ts';

/** Who was there: one choice per member, guests beside, and the count. */
@Component({
  selector: 'sam-attendance-list',
  imports: [Button, GuestForm, Icon, SaveState],
  providers: [AttendanceStore],
  templateUrl: './attendance-list.html',
  styleUrl: './attendance-list.scss',
})
export class AttendanceList {
  protected readonly meeting = inject(MeetingStore);
  protected readonly store = inject(AttendanceStore);
  private readonly locale = injectLocale();
  private readonly focus = focusWithin();
  protected readonly say = injectSay();
  protected readonly roles = MEMBER_ROLE_LABELS;
  protected readonly labels = ATTENDANCE_LABELS;
  protected readonly key = rowKey;
  protected readonly adding = signal(false);
  private readonly now = new Date().toISOString();
  protected readonly hasBegun = computed(() => (this.meeting.meeting()?.startsAt ?? this.now) <= this.now);
  protected readonly count = computed(() => {
    const rows = this.store.rows();
    const somebodyCame = rows.some(({ status }) => status !== null && attended(status));
    return this.hasBegun() || somebodyCame ? countWords(rows, this.locale) : expectedWords(rows, this.locale);
  });
  /** Substitutes are there for somebody: who takes the seat is for the group to say, not for "alla". */
  protected readonly expected = computed(() => this.store.open().filter(({ role }) => role !== 'substitute'));

  protected choices(row: AttendanceRow): readonly Attendance[] {
    return row.memberId === null ? ['present', 'remote'] : ATTENDANCES;
  }

  protected name(row: AttendanceRow): string {
    const organisation = row.organisation?.name ?? '';
    return organisation === '' ? row.name : `${row.name}, ${organisation}`;
  }

  protected wordsOf(status: Attendance | null): string {
    return status === null ? $localize`:@@meetings.attendance.open:Inte ifyllt` : this.say(ATTENDANCE_LABELS[status]);
  }

  protected close(): void {
    this.adding.set(false);
    this.focus('.add');
  }
}
