import { Component, computed, input, output } from '@angular/core';
import type { Id, RotationMeeting } from '@samhandling/contracts';
import { JUDGEMENT_LABELS } from '@samhandling/domain';
import { Button, Field, Icon, Input, injectLocale, injectSay } from '@samhandling/ui';
import type { BoardEntry } from '../data/board.ts';
import { firstWords, isParked } from '../data/board.ts';
import { lastUpWords, meetingDay, minutesWords } from '../data/board-words.ts';

/** One activity in a meeting: a small row that opens to its whole wording and to what can be done with it. */
@Component({
  selector: 'sam-entry-row',
  imports: [Button, Field, Icon, Input],
  templateUrl: './entry-row.html',
  styleUrl: './entry-row.scss',
  host: { '[class.open]': 'open()', '[class.changed]': "entry().change !== 'same'" },
})
export class EntryRow {
  readonly entry = input.required<BoardEntry>();
  /** Where it may be moved to. */
  readonly targets = input.required<readonly RotationMeeting[]>();
  readonly mayMove = input.required<boolean>();
  readonly open = input.required<boolean>();
  readonly toggled = output<void>();
  /** To a meeting, or out of the year. */
  readonly moved = output<Id | null>();
  readonly pinned = output<boolean>();
  readonly parked = output<void>();
  private readonly locale = injectLocale();
  private readonly say = injectSay();

  protected readonly activity = computed(() => this.entry().activity);
  protected readonly words = computed(() => firstWords(this.activity().text));
  /** On the day of the meeting: it stands there until somebody moves it. */
  protected readonly isParked = computed(() => !this.entry().wasUp && isParked(this.activity(), this.entry().on));
  protected readonly lastUp = computed(() => lastUpWords(this.activity(), this.locale));
  protected readonly judgement = computed(() => {
    const { judgement } = this.activity();
    return judgement === null
      ? $localize`:@@rotation.row.notJudged:Inte bedömd`
      : this.say(JUDGEMENT_LABELS[judgement]);
  });
  protected readonly minutes = computed(() => minutesWords(this.activity().minutes));
  protected readonly controls = computed(() => `rad-${this.entry().meetingId}-${this.activity().id}`);
  protected readonly labels = {
    pressing: $localize`:@@rotation.row.pressing:Brådskar`,
    pinned: $localize`:@@rotation.row.pinned:Fäst`,
    wasUp: $localize`:@@rotation.row.wasUp:Var uppe`,
    parked: $localize`:@@rotation.row.parked:Parkerad`,
    onAgenda: $localize`:@@rotation.row.onAgenda:På dagordningen`,
    new: $localize`:@@rotation.row.new:Ny här`,
    moved: $localize`:@@rotation.row.moved:Flyttad hit`,
    move: $localize`:@@rotation.row.move:Flytta till`,
    stay: $localize`:@@rotation.row.stay:Välj möte`,
    out: $localize`:@@rotation.row.out:Inget möte i år`,
    locked: $localize`:@@rotation.row.locked:Står på dagordningen. Bordlägg eller ta bort punkten där om den ska flyttas.`,
  };

  protected day(meeting: RotationMeeting): string {
    return meetingDay(meeting, this.locale);
  }

  protected choose(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLSelectElement) || target.value === '') return;
    this.moved.emit(target.value === 'out' ? null : target.value);
  }
}
