import { Component, computed, inject, input } from '@angular/core';
import type { ActivityBriefing, WalkThroughItem } from '@samhandling/contracts';
import { formatDay } from '@samhandling/domain';
import { Facts, Icon, injectLocale } from '@samhandling/ui';
import { Diff } from '@samhandling/ui/work';
import { changeWords, namesOf } from '../data/walk-words.ts';
import { WalkState } from '../data/walk-state.ts';
import { NumbersPart } from './numbers-part.ts';

/** From and to on one line; longer texts are shown word by word. */
const SHORT = 60;

/** What one must know to speak about an activity: what was decided, what has changed, how it goes, what comes next. */
@Component({
  selector: 'sam-briefing-part',
  imports: [Diff, Facts, Icon, NumbersPart],
  templateUrl: './briefing-part.html',
  styleUrl: './briefing-part.scss',
})
export class BriefingPart {
  readonly item = input.required<WalkThroughItem>();
  readonly about = input.required<ActivityBriefing>();
  private readonly state = inject(WalkState);
  protected readonly locale = injectLocale();
  protected readonly names = namesOf;
  protected readonly none = $localize`:@@walk.changes.empty:inget`;
  protected readonly to = $localize`:@@walk.changes.to:blev`;

  protected readonly nextStep = computed(() => {
    const answer = this.state.seen()?.answer ?? {};
    const [step, day] = [answer['nextStep'], answer['nextStepDate']];
    return {
      words: typeof step === 'string' ? step : '',
      day: typeof day === 'string' && day !== '' ? formatDay(day, this.locale) : '',
    };
  });
  protected readonly changes = computed(() =>
    this.about().changes.map((change, index) => ({
      ...change,
      index,
      isShort: Math.max(change.from.length, change.to.length) <= SHORT,
      when: changeWords(change, this.locale),
    })),
  );
  protected readonly sinceWords = computed(() => {
    const { since } = this.about();
    return since === null
      ? $localize`:@@walk.changes.ever:Ändrat`
      : $localize`:@@walk.changes.since:Ändrat sedan ${formatDay(since, this.locale)}:day:`;
  });
  protected readonly others = computed(() => {
    const { openDecisions, lastDecision } = this.about();
    return openDecisions.filter(({ id }) => id !== lastDecision?.id);
  });

  protected day(day: string): string {
    return formatDay(day, this.locale);
  }
}
