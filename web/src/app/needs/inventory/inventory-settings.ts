import { Component, Injector, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { NeedsInventory, Problem } from '@samhandling/contracts';
import { NEEDS_ANONYMITY_WORDS, isDay } from '@samhandling/domain';
import {
  Button,
  Choice,
  Choices,
  Field,
  Input,
  ProblemView,
  formatDay,
  injectLocale,
  injectSay,
} from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { problemOf } from '../../core/problem.ts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import { UnsavedChanges } from '../../core/unsaved-changes.ts';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';
import { chosenSides, isInventory } from '../data/stale-inventory.ts';
import { NeedsApi } from '../data/needs-api.ts';

interface Settings {
  readonly title: string;
  readonly intro: string;
  readonly isAnonymous: boolean;
  readonly due: string;
}

const settingsOf = ({ title, intro, isAnonymous, due }: NeedsInventory): Settings => ({
  title,
  intro,
  isAnonymous,
  due,
});

/** What whoever answers is told. Once it is sent only the last day can be moved. */
@Component({
  selector: 'sam-inventory-settings',
  imports: [Autosize, Button, Choice, Choices, Field, Input, ProblemView],
  template: `
    <form class="sam-stack form" (submit)="send($event)">
      @if (isDraft()) {
        <sam-field required [label]="labels.title" [error]="reasons('/title')">
          <input samInput maxlength="200" [value]="values().title" (input)="typed('title', $event)" />
        </sam-field>
        <sam-field [label]="labels.intro" [hint]="labels.introHint">
          <textarea
            samInput
            samAutosize
            rows="3"
            maxlength="4000"
            [value]="values().intro"
            (input)="typed('intro', $event)"
          ></textarea>
        </sam-field>
        <sam-choices [label]="labels.how" [hint]="promise()">
          <label samChoice>
            <input type="radio" name="how" [checked]="values().isAnonymous" (change)="change({ isAnonymous: true })" />
            <span i18n="@@needs.anonymous">Anonymt</span>
          </label>
          <label samChoice>
            <input
              type="radio"
              name="how"
              [checked]="!values().isAnonymous"
              (change)="change({ isAnonymous: false })"
            />
            <span i18n="@@needs.named">Med namn</span>
          </label>
        </sam-choices>
      }
      <sam-field required [label]="labels.due" [error]="reasons('/due')">
        <input samInput type="date" [value]="values().due" (change)="typed('due', $event)" />
      </sam-field>
      @if (shown(); as problem) {
        <sam-problem [problem]="problem" />
      }
      @if (dirty()) {
        <div class="sam-buttons">
          <button samButton type="submit" [busy]="busy()" i18n="@@needs.settings.save">Spara</button>
          <button samButton="quiet" type="button" (click)="undo()" i18n="@@needs.question.undo">
            Ångra ändringarna
          </button>
        </div>
      }
    </form>
  `,
  styles: `
    .form {
      max-width: 40rem;
    }
  `,
})
export class InventorySettings {
  readonly inventory = input.required<NeedsInventory>();
  readonly saved = output<NeedsInventory>();

  private readonly api = inject(NeedsApi);
  private readonly injector = inject(Injector);
  private readonly locale = injectLocale();
  private readonly say = injectSay();
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = signal<NeedsInventory | null>(null);
  protected readonly isDraft = computed(() => this.inventory().state === 'draft');
  protected readonly values = signal<Settings>({ title: '', intro: '', isAnonymous: true, due: '' });
  readonly dirty = computed(() => {
    const base = this.base();
    return base !== null && !same(this.values(), settingsOf(base));
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() => besideFields(this.problem(), ['/title', '/due']));
  protected readonly promise = computed(() =>
    this.say(NEEDS_ANONYMITY_WORDS[this.values().isAnonymous ? 'anonymous' : 'named']),
  );
  protected readonly labels = {
    title: $localize`:@@needs.settings.title:Rubrik`,
    intro: $localize`:@@needs.settings.intro:Inledning`,
    introHint: $localize`:@@needs.settings.introHint:Vad svaren ska användas till. Det är det första som de som svarar läser.`,
    how: $localize`:@@needs.new.how:Hur visas svaren?`,
    due: $localize`:@@needs.new.due:Sista dag att svara`,
  };

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
    effect(() => {
      const inventory = this.inventory();
      const settings = settingsOf(inventory);
      const base = untracked(this.base);
      const isDirty = untracked(this.dirty);
      // What is written is never thrown away: it meets the other version when it is saved.
      if (isDirty && base && !same(settings, settingsOf(base))) return;
      this.base.set(inventory);
      if (!isDirty) this.values.set(settings);
    });
  }

  protected reasons(pointer: string): readonly string[] {
    return reasonsAt(this.problem(), pointer);
  }

  protected change(part: Partial<Settings>): void {
    this.values.update((values) => ({ ...values, ...part }));
  }

  protected typed(name: 'title' | 'intro' | 'due', event: Event): void {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      this.change({ [name]: event.target.value });
  }

  protected undo(): void {
    const inventory = this.inventory();
    this.base.set(inventory);
    this.values.set(settingsOf(inventory));
    this.problem.set(null);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (isDay(this.values().due) && !this.busy()) await this.save();
  }

  private async save(): Promise<void> {
    const base = this.base();
    if (!base) return;
    this.busy.set(true);
    this.problem.set(null);
    const { due, ...rest } = this.values();
    try {
      const saved = await this.api.update(base, this.isDraft() ? { due, ...rest } : { due });
      this.base.set(saved);
      this.values.set(settingsOf(saved));
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isInventory(problem.current)) await this.choose(base, problem.current);
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(base: NeedsInventory, theirs: NeedsInventory): Promise<void> {
    const [mine, stored] = [this.values(), settingsOf(theirs)];
    const { title, intro, how, due } = this.labels;
    const labels = { title, intro, isAnonymous: how, due };
    const fields = staleFields(settingsOf(base), mine, stored, labels, (field, side) => this.words(field, side));
    const chosen = await chosenSides(this.injector, fields);
    if (chosen === null) return;
    this.values.set(mergedByChoice(mine, stored, chosen));
    this.base.set(theirs);
    await this.save();
  }

  private words(field: keyof Settings, values: Settings): string {
    switch (field) {
      case 'isAnonymous':
        return values.isAnonymous ? $localize`:@@needs.anonymous:Anonymt` : $localize`:@@needs.named:Med namn`;
      case 'due':
        return isDay(values.due) ? formatDay(values.due, this.locale) : values.due;
      default:
        return values[field];
    }
  }
}

function same(one: Settings, other: Settings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
