import { Component, computed, input } from '@angular/core';
import { Icon } from '@samhandling/ui';
import { type LetterStanding, letterStanding, wantsLook } from './letter-words.ts';

/** How a letter goes, in words, and marked where somebody may want to do something about it. */
@Component({
  selector: 'sam-letter-line',
  imports: [Icon],
  template: `
    @if (marked()) {
      <sam-icon name="warning" />
    }
    {{ words() }}
  `,
})
export class LetterLine {
  readonly letter = input.required<LetterStanding>();
  protected readonly marked = computed(() => wantsLook(this.letter()));
  protected readonly words = computed(() => letterStanding(this.letter()));
}
