import { Component, booleanAttribute, computed, input } from '@angular/core';
import {
  DEFAULT_WORDS,
  type Judgement,
  type JudgementCounts,
  type Word,
  judgementCountText,
} from '@samhandling/domain';
import { JUDGEMENT_LOOKS, NOT_JUDGED_LOOK } from '../chips/judgement-chip.ts';
import { injectLocale } from '../locale.ts';

/** From most done to unknown, so that bars above each other can be compared from the left. */
const ORDER = [
  'completed',
  'on_track',
  'needs_support',
  'not_started',
  'cancelled',
] as const satisfies readonly Judgement[];

/** How the activities of one goal or area stand: a thin bar with a part per judgement, and the same in words. */
@Component({
  selector: 'sam-judgement-bar',
  template: `
    <div class="bar" aria-hidden="true">
      @for (part of parts(); track part.css) {
        <span class="sam-judged-bar-part {{ part.css }}" [style.flex-grow]="part.count" [title]="part.words"></span>
      }
    </div>
    <p class="words" [class.sam-visually-hidden]="!legend()">
      @for (part of parts(); track part.css) {
        <span class="item"><span class="dot {{ part.css }}" aria-hidden="true"></span>{{ part.words }}</span>
      } @empty {
        <ng-container i18n="@@ui.bar.nothing">Inget att visa</ng-container>
      }
    </p>
  `,
  styles: `
    :host {
      display: block;
      min-width: 6rem;
    }
    .bar {
      display: flex;
      gap: 2px;
      height: 10px;
      border-radius: 2px;
      overflow: hidden;
      background: var(--sam-sunken);
    }
    .sam-judged-bar-part {
      flex: 0 1 0;
      min-width: 4px;
      background: var(--sam-judged-mark);
    }
    .sam-judged-bar-part.sam-judged--not-judged {
      border: 1px dashed var(--sam-not-judged-mark);
      background: var(--sam-not-judged-soft);
    }
    .words:not(.sam-visually-hidden) {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--sam-space-4);
      margin-top: var(--sam-space-2);
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
    .item {
      display: inline-flex;
      gap: var(--sam-space-2);
      align-items: center;
    }
    .item:not(:last-child)::after {
      content: ',';
      position: absolute;
      clip-path: inset(50%);
    }
    .dot {
      width: 0.7rem;
      height: 0.7rem;
      border-radius: 2px;
      background: var(--sam-judged-mark);
      forced-color-adjust: none;
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    .dot.sam-judged--not-judged {
      border: 1px dashed var(--sam-not-judged-mark);
      background: transparent;
    }
  `,
})
export class JudgementBar {
  readonly counts = input.required<JudgementCounts>();
  /** Show the words under the bar too, not only to screen readers. */
  readonly legend = input(false, { transform: booleanAttribute });
  /** The plan's word for what is counted, so that the words agree with it: "1 genomförd", "1 genomfört". */
  readonly word = input<Word>();
  private readonly locale = injectLocale();

  protected readonly parts = computed(() => {
    const counts = this.counts();
    const word = this.word() ?? DEFAULT_WORDS[this.locale].activity;
    return [...ORDER, 'notJudged' as const]
      .filter((judgement) => counts[judgement] > 0)
      .map((judgement) => ({
        count: counts[judgement],
        css: (judgement === 'notJudged' ? NOT_JUDGED_LOOK : JUDGEMENT_LOOKS[judgement]).css,
        words: judgementCountText(judgement, counts[judgement], word, this.locale),
      }));
  });
}
