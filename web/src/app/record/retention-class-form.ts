import { Component, Injector, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Problem, RetentionClass } from '@samhandling/contracts';
import { Button, Choice, Choices, Field, Input, ProblemView } from '@samhandling/ui';
import { Messages } from '../core/messages.ts';
import { problemOf } from '../core/problem.ts';
import { mergedByChoice, staleFields } from '../core/stale.ts';
import { UnsavedChanges } from '../core/unsaved-changes.ts';
import { RecordApi } from './data/record-api.ts';
import { type ClassValues, classRequest, classValues, isYears } from './data/retention-values.ts';

/** How long one kind of thing is kept, and by which decision. */
@Component({
  selector: 'sam-retention-class-form',
  imports: [Button, Choice, Choices, Field, Input, ProblemView],
  templateUrl: './retention-class-form.html',
  styles: `
    :host {
      display: block;
    }
    form {
      max-width: 40rem;
    }
    .short {
      max-width: 7rem;
    }
  `,
})
export class RetentionClassForm {
  readonly rule = input.required<RetentionClass>();
  readonly saved = output<RetentionClass>();
  readonly closed = output();

  private readonly api = inject(RecordApi);
  private readonly injector = inject(Injector);
  private readonly messages = inject(Messages);
  /** What was loaded; moves on when somebody else has saved meanwhile. */
  private readonly base = linkedSignal(() => this.rule());
  protected readonly values = linkedSignal<ClassValues>(() => classValues(this.rule()));
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly labels = {
    name: $localize`:@@record.retention.name:Namn`,
    appliesTo: $localize`:@@record.retention.appliesTo:Gäller`,
    isKept: $localize`:@@record.retention.isKept:Hur länge`,
    years: $localize`:@@record.retention.years:Antal år`,
    decisionReference: $localize`:@@record.retention.decision:Beslut`,
  };
  protected readonly decisionHint = $localize`:@@record.retention.decisionHint:Till exempel diarienummer för gallringsbeslutet eller informationshanteringsplanen.`;
  protected readonly pointers = { '/name': this.labels.name, '/years': this.labels.years };
  protected readonly nameError = computed(() =>
    this.tried() && this.values().name.trim() === ''
      ? $localize`:@@record.retention.nameMissing:Skriv ett namn.`
      : null,
  );
  protected readonly yearsError = computed(() =>
    this.tried() && !this.values().isKept && !isYears(this.values().years)
      ? $localize`:@@record.retention.yearsWrong:Skriv ett heltal från 1 till 100.`
      : null,
  );
  protected readonly dirty = computed(() => JSON.stringify(this.values()) !== JSON.stringify(classValues(this.base())));

  constructor() {
    inject(UnsavedChanges).watch(() => this.dirty());
  }

  protected set(name: 'name' | 'appliesTo' | 'years' | 'decisionReference', event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const { value } = target;
    this.values.update((values) => ({ ...values, [name]: value }));
  }

  protected keep(isKept: boolean): void {
    this.values.update((values) => ({ ...values, isKept }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.nameError() !== null || this.yearsError() !== null) return;
    await this.save();
  }

  private async save(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = await this.api.updateClass(this.base(), classRequest(this.values()));
      this.base.set(saved);
      this.values.set(classValues(saved));
      this.messages.say($localize`:@@record.retention.saved:${saved.name}:name: är sparat.`);
      this.saved.emit(saved);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'stale' && isRule(problem.current)) await this.choose(problem.current);
      else this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else saved first: the person chooses field by field, and then it is saved on top of theirs. */
  private async choose(current: RetentionClass): Promise<void> {
    const theirs = classValues(current);
    const fields = staleFields(classValues(this.base()), this.values(), theirs, this.labels, (name, values) => {
      if (name !== 'isKept') return values[name];
      return values.isKept
        ? $localize`:@@record.retention.kept:Bevaras`
        : $localize`:@@record.retention.disposed:Gallras`;
    });
    const { askAboutStale } = await import('../core/stale-dialog.ts');
    const who = current.updatedBy?.name ?? '';
    const answer = fields.length > 0 ? await askAboutStale(this.injector, { who, fields }) : {};
    if (answer === null) return;
    this.values.set(mergedByChoice(this.values(), theirs, answer));
    this.base.set(current);
    await this.save();
  }
}

function isRule(value: unknown): value is RetentionClass {
  return typeof value === 'object' && value !== null && 'appliesTo' in value && 'version' in value;
}
