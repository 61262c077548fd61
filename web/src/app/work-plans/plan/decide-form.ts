import { Component, computed, input, output, signal } from '@angular/core';
import type { Problem, WorkPlanMaterial, WorkPlanTransitionRequest } from '@samhandling/contracts';
import { dayOf, isDay } from '@samhandling/domain';
import { Button, Field, Input, ProblemView, formatDay, injectLocale } from '@samhandling/ui';
import { besideFields, reasonsAt } from '../../session/field-reasons.ts';

/** By which decision: one of a group's, or one that stands elsewhere. */
@Component({
  selector: 'sam-decide-form',
  imports: [Button, Field, Input, ProblemView],
  template: `
    <form class="sam-stack form" (submit)="send($event)">
      <p i18n="@@workPlans.decide.text">
        När planen är beslutad ändras den inte mer. Den fryses som Word och PDF med en kontrollsumma.
      </p>
      @if (decisions().length > 0) {
        <sam-field [label]="labels.decision" [error]="reasons('/decisionId')">
          <select samInput (change)="typed('decisionId', $event)">
            <option value="" i18n="@@workPlans.decide.other">Ett beslut som inte står i registret</option>
            @for (one of decisions(); track one.id) {
              <option [value]="one.id">{{ one.number }}, {{ day(one.on) }}: {{ one.text }}</option>
            }
          </select>
        </sam-field>
      }
      @if (decisionId() === '') {
        <sam-field required [label]="labels.reference" [hint]="labels.referenceHint" [error]="referenceError()">
          <input samInput maxlength="300" [value]="reference()" (input)="typed('reference', $event)" />
        </sam-field>
        <sam-field required [label]="labels.on" [error]="reasons('/decidedOn')">
          <input samInput type="date" [value]="on()" (change)="typed('on', $event)" />
        </sam-field>
      }
      @if (shown(); as problem) {
        <sam-problem [problem]="problem" />
      }
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()" i18n="@@workPlans.decide.yes">
          Besluta och frys
        </button>
        <button samButton type="button" (click)="cancelled.emit()" i18n="@@workPlans.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    .form {
      max-width: 40rem;
    }
  `,
})
export class DecideForm {
  readonly decisions = input.required<WorkPlanMaterial['decisions']>();
  readonly problem = input<Problem | null>(null);
  readonly busy = input(false);
  readonly sent = output<WorkPlanTransitionRequest>();
  readonly cancelled = output<void>();

  private readonly locale = injectLocale();
  private readonly tried = signal(false);
  protected readonly decisionId = signal('');
  protected readonly reference = signal('');
  protected readonly on = signal(dayOf(new Date()));
  protected readonly shown = computed(() => besideFields(this.problem(), ['/decisionId', '/decidedOn']));
  protected readonly referenceError = computed(() =>
    this.tried() && this.decisionId() === '' && this.reference().trim() === ''
      ? [$localize`:@@workPlans.decide.missing:Skriv vilket beslut det är, till exempel ”Samrådsgruppen § 12”.`]
      : [],
  );
  protected readonly labels = {
    decision: $localize`:@@workPlans.decide.decision:Beslut`,
    reference: $localize`:@@workPlans.decide.reference:Vilket beslut?`,
    referenceHint: $localize`:@@workPlans.decide.referenceHint:Vem som beslutade, paragraf eller diarienummer.`,
    on: $localize`:@@workPlans.decide.on:Beslutad den`,
  };

  protected day(value: string): string {
    return formatDay(value, this.locale);
  }

  protected reasons(pointer: string): readonly string[] {
    return reasonsAt(this.problem(), pointer);
  }

  protected typed(name: 'decisionId' | 'reference' | 'on', event: Event): void {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)
      this[name].set(event.target.value);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.decisionId() !== '') this.sent.emit({ transition: 'decide', decisionId: this.decisionId() });
    else if (this.reference().trim() !== '' && isDay(this.on()))
      this.sent.emit({ transition: 'decide', decisionReference: this.reference().trim(), decidedOn: this.on() });
  }
}
