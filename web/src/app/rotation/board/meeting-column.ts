import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Id, type RotationMeeting, pages } from '@samhandling/contracts';
import { MEETING_STATE_LABELS, formatTimeSpan, formatWeek } from '@samhandling/domain';
import { Icon, barWidth, injectLocale, injectSay } from '@samhandling/ui';
import type { BoardColumn, BoardEntry } from '../data/board.ts';
import { loadWords, meetingDay } from '../data/board-words.ts';
import { EntryRow } from './entry-row.ts';

export interface EntryMove {
  readonly entry: BoardEntry;
  readonly toId: Id | null;
}

/** A meeting of the year with what is to be up in it, area by area, and how full it is. */
@Component({
  selector: 'sam-meeting-column',
  imports: [CdkDrag, CdkDropList, EntryRow, Icon, RouterLink],
  templateUrl: './meeting-column.html',
  styleUrl: './meeting-column.scss',
  host: { '[class.fixed]': 'column().meeting.isFixed', '[class.full]': 'isOver()' },
})
export class MeetingColumn {
  readonly column = input.required<BoardColumn>();
  readonly targets = input.required<readonly RotationMeeting[]>();
  readonly mayMove = input.required<boolean>();
  /** "meeting/activity" of the row that is open. */
  readonly openKey = input.required<string>();
  readonly toggled = output<BoardEntry>();
  readonly moved = output<EntryMove>();
  readonly pinned = output<{ readonly entry: BoardEntry; readonly isPinned: boolean }>();
  readonly parked = output<BoardEntry>();
  private readonly locale = injectLocale();
  private readonly say = injectSay();

  protected readonly pages = pages;
  protected readonly meeting = computed(() => this.column().meeting);
  protected readonly day = computed(() => meetingDay(this.meeting(), this.locale));
  protected readonly when = computed(() => {
    const { startsAt, endsAt, on } = this.meeting();
    return `${formatTimeSpan(startsAt, endsAt, this.locale)}, ${formatWeek(on, this.locale)}`;
  });
  protected readonly state = computed(() => this.say(MEETING_STATE_LABELS[this.meeting().state]));
  protected readonly isHeld = computed(() => ['held', 'adjusted'].includes(this.meeting().state));
  protected readonly load = computed(() => loadWords(this.column()));
  protected readonly width = computed(() => barWidth(this.column().minutes, this.meeting().room));
  protected readonly isOver = computed(() => this.column().minutes > this.meeting().room);
  protected readonly mayDrop = computed(() => this.mayMove() && !this.meeting().isFixed);

  protected keyOf({ meetingId, activity }: BoardEntry): string {
    return `${meetingId}/${activity.id}`;
  }

  protected elsewhere(): readonly RotationMeeting[] {
    return this.targets().filter(({ id }) => id !== this.meeting().id);
  }

  protected dropped(event: CdkDragDrop<Id, Id, BoardEntry>): void {
    if (event.previousContainer === event.container) return;
    this.moved.emit({ entry: event.item.data, toId: event.container.data });
  }
}
