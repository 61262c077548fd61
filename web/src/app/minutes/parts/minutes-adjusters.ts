import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Minutes, Problem } from '@samhandling/contracts';
import { Button, Choice, Choices, Field, Input, ProblemView } from '@samhandling/ui';
import { Messages } from '../../core/messages.ts';
import { problemOf } from '../../core/problem.ts';
import { settled } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import {
  type AdjusterValues,
  adjusterChoices,
  adjusterValues,
  adjustersIn,
  amongOf,
  idsIn,
  isSameChoice,
} from '../data/adjuster-values.ts';
import { MinutesApi, isMinutes } from '../data/minutes-api.ts';

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
              <span>{{ choice.organisation ? choice.name + ', ' + choice.organisation : choice.name }}</span>
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
          [value]="values().other"
          (input)="change({ other: valueOf($event) })"
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
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);
  protected readonly labels = {
    among: $localize`:@@minutes.among:Bland dem som var med`,
    other: $localize`:@@minutes.other:Någon annan`,
    otherHint: $localize`:@@minutes.otherHint:Namn. Flera skiljs åt med komma. En planerare antecknar åt den som inte är med i gruppen.`,
  };
  protected readonly choices = computed(() => adjusterChoices(this.minutes()));
  /** What the choice began as; moves on with what others save elsewhere in the minutes. */
  private readonly base = signal<Minutes | null>(null);
  protected readonly values = signal<AdjusterValues>({ among: '', other: '' });
  protected readonly chosen = computed(() => idsIn(this.values()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly dirty = computed(() => {
    const base = this.base();
    return base !== null && !isSameChoice(this.values(), adjusterValues(base));
  });

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const minutes = this.minutes();
      untracked(() => this.take(minutes));
    });
  }

  protected toggle(memberId: string): void {
    const ids = this.chosen();
    this.change({ among: amongOf(ids.includes(memberId) ? ids.filter((id) => id !== memberId) : [...ids, memberId]) });
  }

  protected change(part: Partial<AdjusterValues>): void {
    this.values.update((values) => ({ ...values, ...part }));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const base = this.base();
    if (base === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.put(base);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async put(base: Minutes): Promise<void> {
    try {
      const stored = await this.api.putAdjusters(base, { adjusters: adjustersIn(this.values()) });
      this.base.set(stored);
      this.values.set(adjusterValues(stored));
      this.saved.emit(stored);
      this.messages.say($localize`:@@minutes.adjustersSaved:Justerarna är sparade.`);
    } catch (error) {
      const { code, current } = problemOf(error);
      if (code !== 'stale' || !isMinutes(current)) throw error;
      await this.choose(base, current);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(base: Minutes, theirs: Minutes): Promise<void> {
    const versions = { base: adjusterValues(base), mine: this.values(), theirs: adjusterValues(theirs) };
    const known = [base, theirs].flatMap((minutes) => [...adjusterChoices(minutes), ...minutes.adjusters]);
    const names = new Map(known.map(({ memberId, name }) => [memberId, name]));
    const { among, other } = this.labels;
    const chosen = await settled(this.injector, versions, {
      labels: { among, other },
      shown: (field, side) => (field === 'other' ? side.other : listed(idsIn(side).map((id) => names.get(id) ?? ''))),
    });
    if (chosen === null) return;
    this.values.set(chosen);
    this.base.set(theirs);
    await this.put(theirs);
  }

  /** What is chosen here is never thrown away: it meets the other choice when it is saved. */
  private take(minutes: Minutes): void {
    const before = this.base();
    if (before === null || !this.dirty()) this.values.set(adjusterValues(minutes));
    else if (!isSameChoice(adjusterValues(before), adjusterValues(minutes))) return;
    this.base.set(minutes);
  }
}

function listed(names: readonly string[]): string {
  return names.toSorted((a, b) => a.localeCompare(b, 'sv')).join(', ');
}
