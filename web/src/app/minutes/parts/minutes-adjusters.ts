import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Minutes, Problem } from '@samhandling/contracts';
import { Button, Choice, Choices, Field, Input, ProblemView } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { MinutesApi } from '../data/minutes-api.ts';
import { adjusterChoices, namedAdjusters } from '../data/minutes-text.ts';

/** Who is to adjust: among those who were there, or somebody by name. */
@Component({
  selector: 'sam-minutes-adjusters',
  imports: [Button, Choice, Choices, Field, Input, ProblemView],
  template: `
    @if (problem(); as problem) {
      <sam-problem [problem]="problem" />
    }
    <form class="sam-stack" (submit)="save($event)">
      @if (choices().length > 0) {
        <sam-choices [label]="labels.among">
          @for (choice of choices(); track choice.memberId) {
            <label samChoice>
              <input
                type="checkbox"
                [checked]="chosen().includes(choice.memberId)"
                (change)="toggle(choice.memberId)"
              />
              <span
                >{{ choice.name }}
                @if (choice.organisation) {
                  <span class="sam-quiet">, {{ choice.organisation }}</span>
                }
              </span>
            </label>
          }
        </sam-choices>
      } @else {
        <p class="sam-quiet" i18n="@@minutes.nobodyThere">Ingen är antecknad som närvarande än.</p>
      }
      <sam-field [label]="labels.other" [hint]="labels.otherHint">
        <input
          samInput
          name="other"
          maxlength="400"
          autocomplete="off"
          [value]="other()"
          (input)="other.set(valueOf($event))"
        />
      </sam-field>
      <div class="sam-buttons">
        <button samButton type="submit" [busy]="busy()" i18n="@@minutes.saveAdjusters">Spara justerare</button>
      </div>
    </form>
  `,
})
export class MinutesAdjusters {
  readonly minutes = input.required<Minutes>();
  readonly saved = output<Minutes>();

  private readonly api = inject(MinutesApi);
  private readonly messages = inject(Messages);
  protected readonly labels = {
    among: $localize`:@@minutes.among:Bland dem som var med`,
    other: $localize`:@@minutes.other:Någon annan`,
    otherHint: $localize`:@@minutes.otherHint:Namn. Flera skiljs åt med komma. En planerare antecknar åt den som inte är med i gruppen.`,
  };
  protected readonly choices = computed(() => adjusterChoices(this.minutes()));
  protected readonly chosen = linkedSignal(() =>
    this.minutes().adjusters.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])),
  );
  protected readonly other = linkedSignal(() => namedAdjusters(this.minutes()).join(', '));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected toggle(memberId: string): void {
    this.chosen.update((ids) => (ids.includes(memberId) ? ids.filter((id) => id !== memberId) : [...ids, memberId]));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const names = this.other()
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    try {
      const adjusters = [...this.chosen().map((memberId) => ({ memberId })), ...names.map((name) => ({ name }))];
      this.saved.emit(await this.api.putAdjusters(this.minutes(), { adjusters }));
      this.messages.say($localize`:@@minutes.adjustersSaved:Justerarna är sparade.`);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
