import { Component, effect, inject, input, output, untracked } from '@angular/core';
import type { Lift } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { EditSession } from '../../editing/edit-session.ts';
import { FIRST_WRONG, focusWithin } from '../../session/focus-within.ts';
import { DecisionsApi } from '../data/decisions-api.ts';
import { type LiftValues, liftChanges, liftValues } from '../data/lift-values.ts';
import { restoredWords } from '../data/restored-words.ts';

/** Changing a question while it waits for its answer. */
@Component({
  selector: 'sam-lift-form',
  imports: [Autosize, Button, Field, Input, ProblemView],
  providers: [EditSession],
  template: `
    <form class="sam-stack" novalidate (submit)="send($event)">
      @if (session.restoredFrom(); as when) {
        <p class="sam-quiet" role="status">{{ restored(when) }}</p>
      }
      @if (session.problem(); as problem) {
        <sam-problem [problem]="problem" [labels]="pointers" />
      }
      <sam-field required [label]="labels.question" [error]="session.errors()['question']">
        <textarea
          samInput
          samAutosize
          rows="3"
          lang="sv"
          maxlength="4000"
          [value]="session.text('question')"
          (input)="set('question', $event)"
        ></textarea>
      </sam-field>
      <sam-field [label]="labels.proposal" [hint]="labels.proposalHint">
        <textarea
          samInput
          samAutosize
          rows="3"
          lang="sv"
          maxlength="4000"
          [value]="session.text('proposal')"
          (input)="set('proposal', $event)"
        ></textarea>
      </sam-field>
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="session.busy()" i18n="@@decisions.lift.save">
          Spara frågan
        </button>
        <button samButton type="button" (click)="cancel()" i18n="@@decisions.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    form {
      max-width: 46rem;
    }
  `,
})
export class LiftForm {
  readonly lift = input.required<Lift>();
  readonly saved = output<Lift>();
  /** As it is stored now: saved here, or somebody else's version, which what is written here is then compared with. */
  readonly overtaken = output<Lift>();
  readonly cancelled = output();

  protected readonly session = inject<EditSession<Lift, LiftValues>>(EditSession);
  private readonly focus = focusWithin();
  private stored: Lift | null = null;
  protected readonly restored = restoredWords();
  protected readonly labels = {
    question: $localize`:@@decisions.lift.question:Fråga`,
    proposal: $localize`:@@decisions.lift.proposal:Förslag till beslut`,
    proposalHint: $localize`:@@decisions.lift.proposalHint:Det ni vill att gruppen beslutar. Kan lämnas tomt.`,
  };
  protected readonly pointers = { '/question': this.labels.question, '/proposal': this.labels.proposal };

  constructor() {
    const api = inject(DecisionsApi);
    const { question, proposal } = this.labels;
    this.session.begin(
      {
        name: 'lift',
        labels: { question, proposal },
        valueOf: liftValues,
        shown: (field, value) => value[field],
        check: ({ question: asked }) => (asked.trim() === '' ? MISSING : {}),
        save: ({ id }, version, value, base) => api.updateLift({ id, version }, liftChanges(base, value)),
      },
      (lift) => {
        this.stored = lift;
        this.overtaken.emit(lift);
      },
    );
    effect(() => {
      const lift = this.lift();
      untracked(() => this.session.load(lift));
    });
    this.focus('textarea');
  }

  protected set(name: keyof LiftValues, { target }: Event): void {
    if (target instanceof HTMLTextAreaElement) this.session.set(name, target.value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.session.dirty()) return this.cancel();
    if (!(await this.session.save())) this.focus(FIRST_WRONG);
    else if (this.stored) this.saved.emit(this.stored);
  }

  protected cancel(): void {
    this.session.discard();
    this.cancelled.emit();
  }
}

const MISSING = { question: [$localize`:@@decisions.lift.questionMissing:Skriv frågan.`] };
