import { Component, computed, input, output } from '@angular/core';
import {
  MOST_NEEDS_TEXT,
  NEEDS_SCALE,
  NEEDS_TEXT_WARNING,
  type NeedsAnswerValue,
  type NeedsQuestion,
} from '@samhandling/domain';
import { Choice, Choices, Field, Input, injectSay } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';

/** One question to answer, in the form its kind has. */
@Component({
  selector: 'sam-question-field',
  imports: [Autosize, Choice, Choices, Field, Input],
  template: `
    @switch (question().kind) {
      @case ('text') {
        <sam-field [label]="label()" [hint]="textHint()" [length]="(answer().text ?? '').length" [max]="most">
          <textarea
            samInput
            samAutosize
            rows="3"
            [attr.maxlength]="most"
            [value]="answer().text ?? ''"
            (input)="write($event)"
          ></textarea>
        </sam-field>
      }
      @case ('scale') {
        <sam-choices beside [label]="label()" [hint]="scaleHint()">
          @for (step of steps; track step) {
            <label samChoice>
              <input
                type="radio"
                [name]="name()"
                [value]="step"
                [checked]="answer().scale === step"
                (change)="given.emit({ text: null, chosen: null, scale: step })"
              />
              <span>{{ step }}</span>
            </label>
          }
        </sam-choices>
      }
      @default {
        <sam-choices [label]="label()" [hint]="question().hint">
          @for (option of question().options; track option; let place = $index) {
            <label samChoice>
              <input
                [type]="question().kind === 'choice' ? 'radio' : 'checkbox'"
                [name]="name()"
                [checked]="answer().chosen?.includes(place) ?? false"
                (change)="choose(place, $event)"
              />
              <span lang="sv">{{ option }}</span>
            </label>
          }
        </sam-choices>
      }
    }
    @if (hasSomething()) {
      <button class="clear" type="button" (click)="given.emit({ text: null, chosen: null, scale: null })">
        <ng-container i18n="@@needsAnswer.clear">Ta bort valet</ng-container>
        <span class="sam-visually-hidden">: {{ label() }}</span>
      </button>
    }
  `,
  styles: `
    .clear {
      padding: var(--sam-space-1) 0;
      border: 0;
      background: none;
      color: var(--sam-accent);
      font: inherit;
      font-size: var(--sam-text-small);
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class QuestionField {
  readonly question = input.required<NeedsQuestion>();
  /** The question itself, or the goal it is asked about. */
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly answer = input.required<NeedsAnswerValue>();
  readonly given = output<Pick<NeedsAnswerValue, 'text' | 'chosen' | 'scale'>>();

  private readonly say = injectSay();
  protected readonly most = MOST_NEEDS_TEXT;
  protected readonly steps = NEEDS_SCALE;
  protected readonly textHint = computed(() =>
    [this.question().isPerGoal ? '' : this.question().hint, this.say(NEEDS_TEXT_WARNING)]
      .filter((part) => part !== '')
      .join(' '),
  );
  protected readonly scaleHint = computed(() => {
    const { hint, lowLabel, highLabel } = this.question();
    const ends =
      lowLabel === '' && highLabel === ''
        ? ''
        : $localize`:@@needsAnswer.scaleEnds:1 är ”${lowLabel}:low:” och 5 är ”${highLabel}:high:”.`;
    return [hint, ends].filter((part) => part !== '').join(' ');
  });
  /** A radio button cannot be unchecked by itself. */
  protected readonly hasSomething = computed(
    () =>
      (this.question().kind === 'scale' && this.answer().scale !== null) ||
      (this.question().kind === 'choice' && (this.answer().chosen ?? []).length > 0),
  );

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement)
      this.given.emit({ text: event.target.value, chosen: null, scale: null });
  }

  protected choose(place: number, event: Event): void {
    const before = this.answer().chosen ?? [];
    const isOn = event.target instanceof HTMLInputElement && event.target.checked;
    const others = this.question().kind === 'choice' ? [] : before.filter((each) => each !== place);
    this.given.emit({ text: null, chosen: isOn ? [...others, place].sort((a, b) => a - b) : others, scale: null });
  }
}
