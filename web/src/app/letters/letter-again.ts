import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Problem } from '@samhandling/contracts';
import { Button } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';

/** Sends somebody a letter, or sends it once more. What is sent, and what the page knows afterwards, is the page's own. */
@Component({
  selector: 'sam-letter-again',
  imports: [Button],
  template: `
    <button samButton="quiet" type="button" [busy]="busy()" [attr.aria-label]="label()" (click)="press()">
      {{ words() }}
    </button>
  `,
})
export class LetterAgain {
  /** The name of whoever it is to. */
  readonly to = input.required<string>();
  readonly isFirst = input(false);
  readonly send = input.required<() => Promise<void>>();
  /** Null when there is none any more. */
  readonly problem = output<Problem | null>();

  private readonly messages = inject(Messages);
  protected readonly busy = signal(false);
  protected readonly words = computed(() =>
    this.isFirst() ? $localize`:@@letters.first:Skicka brev` : $localize`:@@letters.again:Skicka igen`,
  );
  protected readonly label = computed(() => $localize`:@@letters.to:${this.words()}:what: till ${this.to()}:name:`);

  protected async press(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.emit(null);
    try {
      await this.send()();
      this.messages.say($localize`:@@letters.onItsWay:Brevet till ${this.to()}:name: är på väg.`);
    } catch (error) {
      this.problem.emit(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
