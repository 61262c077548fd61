import { Component, inject, input } from '@angular/core';
import { JUDGEMENTS, type Judgement } from '@samhandling/domain';
import { Choice, Choices, Icon, JUDGEMENT_LOOKS, JudgementChip, injectSay } from '@samhandling/ui';
import { FIELD_LABELS } from '../data/field-labels.ts';
import { FollowUpEditor } from '../follow-up-editor.ts';

/** How it goes, judged by a person: icon and word, never a number. Last round's judgement stands beside. */
@Component({
  selector: 'sam-judgement-choice',
  imports: [Choice, Choices, Icon, JudgementChip],
  template: `
    <div class="pair" data-field="judgement">
      <sam-choices [label]="label" [error]="editor.errors().judgement" required>
        @for (choice of choices; track choice.code) {
          <label samChoice>
            <input
              type="radio"
              name="judgement"
              [value]="choice.code"
              [checked]="editor.form()?.judgement === choice.code"
              (change)="editor.set('judgement', choice.code)"
            />
            <sam-icon class="{{ choice.css }}" [name]="choice.icon" />
            <span
              >{{ choice.words }}<span class="means">{{ choice.means }}</span></span
            >
          </label>
        }
      </sam-choices>
      @if (lastRound()) {
        <aside class="sam-aside last">
          <p class="heading">{{ lastHeading() }}</p>
          <sam-judgement [judgement]="last()" />
        </aside>
      }
    </div>
  `,
  styleUrl: './answer-field.scss',
  styles: `
    sam-icon {
      color: var(--sam-judged);
    }
    .means {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: var(--sam-text-small);
    }
  `,
})
export class JudgementChoice {
  readonly last = input<Judgement | null>(null);
  readonly lastRound = input('');
  protected readonly editor = inject(FollowUpEditor);
  private readonly say = injectSay();
  protected readonly label = FIELD_LABELS.judgement;
  protected readonly choices = JUDGEMENTS.map((code) => ({
    code,
    icon: JUDGEMENT_LOOKS[code].icon,
    css: JUDGEMENT_LOOKS[code].css,
    words: this.say(JUDGEMENT_LOOKS[code].label),
    means: MEANING[code],
  }));

  protected lastHeading(): string {
    return $localize`:@@followUp.last.judgement:Bedömningen ${this.lastRound()}:round:`;
  }
}

const MEANING: Readonly<Record<Judgement, string>> = {
  not_started: $localize`:@@followUp.means.notStarted:Arbetet har inte börjat än.`,
  on_track: $localize`:@@followUp.means.onTrack:Arbetet går som det är tänkt.`,
  needs_support: $localize`:@@followUp.means.needsSupport:Arbetet behöver hjälp eller ett beslut för att komma vidare.`,
  completed: $localize`:@@followUp.means.completed:Det som skulle göras är gjort.`,
  cancelled: $localize`:@@followUp.means.cancelled:Det är beslutat att arbetet inte ska göras.`,
};
