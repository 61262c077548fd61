import { Component, ElementRef, afterNextRender, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { EventKind, Id, PutIndicatorRuleRequest } from '@samhandling/contracts';
import { RULE_METHODS, RULE_METHOD_LABELS, type RuleMethod } from '@samhandling/domain';
import { Button, Choice, Choices, injectLocale, nextId } from '@samhandling/ui';
import { type RuleItem, openProposal, previewWords } from '../data/rule-words.ts';

/** How one indicator is counted: method, kinds, and in words what that will count. */
@Component({
  selector: 'sam-rule-editor',
  imports: [Button, Choice, Choices],
  template: `
    <form class="sam-aside sam-stack" (submit)="send($event)" (keydown.escape)="cancelled.emit()">
      <sam-choices [label]="labels.method">
        @for (option of methods; track option.method) {
          <label samChoice>
            <input
              type="radio"
              [name]="name"
              [checked]="option.method === method()"
              (change)="method.set(option.method)"
            />
            <span>{{ option.label }}</span>
          </label>
        }
      </sam-choices>
      <sam-choices beside [label]="labels.kinds" [hint]="labels.kindsHint">
        @for (kind of kinds(); track kind.id) {
          <label samChoice>
            <input type="checkbox" [checked]="chosen().includes(kind.id)" (change)="toggle(kind.id)" />
            <span lang="sv">{{ kind.name }}</span>
          </label>
        }
      </sam-choices>
      <p class="preview" role="status">{{ preview() }}</p>
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()" i18n="@@events.rules.save">Spara regeln</button>
        <button samButton type="button" (click)="cancelled.emit()" i18n="@@events.one.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--sam-space-3);
    }
    .preview {
      padding-left: var(--sam-space-4);
      border-left: 3px solid var(--sam-accent);
      font-weight: 560;
    }
  `,
})
export class RuleEditor {
  readonly item = input.required<RuleItem>();
  readonly kinds = input.required<readonly Pick<EventKind, 'id' | 'name'>[]>();
  readonly busy = input(false);
  readonly saved = output<PutIndicatorRuleRequest>();
  readonly cancelled = output<void>();

  private readonly locale = injectLocale();
  protected readonly name = nextId('metod');
  protected readonly method = linkedSignal<RuleMethod>(
    () => this.item().method ?? openProposal(this.item())?.method ?? 'count_events',
  );
  protected readonly chosen = linkedSignal<readonly Id[]>(() => {
    const item = this.item();
    return item.method === null ? (item.proposal?.kindIds ?? []) : item.kinds.map(({ id }) => id);
  });
  protected readonly methods = RULE_METHODS.map((method) => ({
    method,
    label: RULE_METHOD_LABELS[method][this.locale],
  }));
  protected readonly preview = computed(() => {
    const names = this.kinds()
      .filter(({ id }) => this.chosen().includes(id))
      .map(({ name }) => name);
    return previewWords(this.method(), names, this.item().references, this.locale);
  });
  protected readonly labels = {
    method: $localize`:@@events.rules.method:Vad räknas?`,
    kinds: $localize`:@@events.rules.kinds:Händelsetyper`,
    kindsHint: $localize`:@@events.rules.kindsHint:Välj ingen för att räkna alla typer.`,
  };

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector<HTMLElement>('input:checked')?.focus());
  }

  protected toggle(id: Id): void {
    this.chosen.update((chosen) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.saved.emit({ method: this.method(), kindIds: this.chosen() });
  }
}
