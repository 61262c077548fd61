import { Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pages } from '@samhandling/contracts';
import { Button, Icon, injectLocale } from '@samhandling/ui';
import { WalkState } from '../data/walk-state.ts';
import { connectionWords, itemTimeWords, meetingTimeWords, placeWords } from '../data/walk-words.ts';
import type { WalkAction } from '../data/keys.ts';

/** Where we are, how long is left, who writes, and whether what is written is saved. Quiet, in words, always in the same place. */
@Component({
  selector: 'sam-walk-head',
  imports: [Button, Icon, RouterLink],
  templateUrl: './walk-head.html',
  styleUrl: './walk-head.scss',
})
export class WalkHead {
  readonly asked = output<WalkAction>();
  readonly penWanted = output<boolean>();
  readonly signInWanted = output<void>();
  readonly heldWanted = output<void>();
  protected readonly state = inject(WalkState);
  private readonly locale = injectLocale();
  protected readonly pages = pages;

  protected readonly labels = {
    previous: $localize`:@@walk.keys.previous:Föregående punkt`,
    next: $localize`:@@walk.keys.next:Nästa punkt`,
    help: $localize`:@@walk.keys.heading:Tangenter`,
    take: $localize`:@@walk.pen.take:Börja skriva`,
    takeOver: $localize`:@@walk.pen.takeOver:Ta över pennan`,
  };
  protected readonly place = computed(() =>
    this.state.atEnd()
      ? $localize`:@@walk.end.heading:Mötets slut`
      : placeWords(this.state.index(), this.state.items().length),
  );
  protected readonly itemTime = computed(() => {
    const item = this.state.seen()?.item;
    return item && this.state.writing() && !this.state.atEnd() ? itemTimeWords(item.minutes, this.state.seconds()) : '';
  });
  protected readonly meetingTime = computed(() => {
    const meeting = this.state.walk()?.meeting;
    return meeting ? meetingTimeWords(meeting, this.state.now(), this.locale) : '';
  });
  protected readonly connection = computed(() => connectionWords(this.state.connection()));
  protected readonly who = computed(() => {
    const walk = this.state.walk();
    if (!walk) return '';
    if (walk.writer?.isMe) return $localize`:@@walk.pen.mine:Du skriver`;
    if (walk.writer) return $localize`:@@walk.pen.theirs:Du följer. ${walk.writer.name}:name: skriver.`;
    return $localize`:@@walk.pen.free:Ingen skriver just nu`;
  });
  protected readonly mayTake = computed(() => this.state.walk()?.mayWrite === true && !this.state.writing());
  protected readonly isForced = computed(() => this.state.walk()?.writer !== null);
}
