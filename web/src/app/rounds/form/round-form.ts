import { Component, ElementRef, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Problem, RoundInput } from '@samhandling/contracts';
import { Button, Field, Input, ProblemView } from '@samhandling/ui';

const FIELDS = ['label', 'from', 'to', 'opens', 'due'] as const satisfies readonly (keyof RoundInput)[];

/** Name and days of a round, for a new one and for one whose days change. */
@Component({
  selector: 'sam-round-form',
  imports: [Button, Field, Input, ProblemView],
  template: `
    <form class="sam-stack" novalidate (submit)="send($event)">
      @if (problem(); as problem) {
        <sam-problem [problem]="problem" [labels]="pointerLabels" />
      }
      @for (field of fields; track field.name) {
        <sam-field
          class="field"
          required
          [attr.data-field]="field.name"
          [label]="field.label"
          [hint]="field.hint"
          [error]="errors()[field.name] ?? null"
        >
          <input
            samInput
            [type]="field.name === 'label' ? 'text' : 'date'"
            [attr.maxlength]="field.name === 'label' ? 40 : null"
            [value]="value()[field.name]"
            (input)="typed(field.name, $event)"
          />
        </sam-field>
      }
      <div class="sam-buttons">
        <button samButton="primary" type="submit" [busy]="busy()">{{ saveWords() }}</button>
        <button samButton type="button" (click)="cancelled.emit()" i18n="@@rounds.form.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    .field {
      max-width: 24rem;
    }
  `,
})
export class RoundForm {
  readonly initial = input.required<RoundInput>();
  readonly saveWords = input.required<string>();
  readonly problem = input<Problem | null>(null);
  readonly busy = input(false);
  readonly sent = output<RoundInput>();
  readonly cancelled = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly value = linkedSignal(() => this.initial());
  private readonly missing = signal<readonly (keyof RoundInput)[]>([]);
  readonly dirty = computed(() => FIELDS.some((name) => this.value()[name] !== this.initial()[name]));
  protected readonly fields = [
    {
      name: 'label',
      label: $localize`:@@rounds.form.label:Namn`,
      hint: $localize`:@@rounds.form.labelHint:Oftast året, till exempel 2027. Står i adresser och rapporter.`,
    },
    { name: 'from', label: $localize`:@@rounds.form.from:Första dagen som följs upp`, hint: '' },
    { name: 'to', label: $localize`:@@rounds.form.to:Sista dagen som följs upp`, hint: '' },
    {
      name: 'opens',
      label: $localize`:@@rounds.form.opens:Öppnar för svar`,
      hint: $localize`:@@rounds.form.opensHint:Omgången öppnar inte av sig själv. En planerare öppnar den.`,
    },
    { name: 'due', label: $localize`:@@rounds.form.due:Sista svarsdag`, hint: '' },
  ] as const;
  readonly labels = Object.fromEntries(this.fields.map(({ name, label }) => [name, label])) as Readonly<
    Record<keyof RoundInput, string>
  >;
  protected readonly pointerLabels = Object.fromEntries(this.fields.map((field) => [`/${field.name}`, field.label]));
  protected readonly errors = computed(() => {
    const found: Partial<Record<keyof RoundInput, string[]>> = {};
    for (const name of this.missing()) found[name] = [$localize`:@@rounds.form.missing:Fyll i fältet.`];
    for (const { pointer, reason } of this.problem()?.errors ?? []) {
      const name = FIELDS.find((field) => pointer === `/${field}`);
      if (name) (found[name] ??= []).push(reason);
    }
    return found;
  });

  protected typed(name: keyof RoundInput, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const text = event.target.value;
    this.value.update((value) => ({ ...value, [name]: text }));
    this.missing.update((missing) => missing.filter((each) => each !== name));
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    this.missing.set(FIELDS.filter((name) => this.value()[name].trim() === ''));
    const [first] = this.missing();
    if (first === undefined) this.sent.emit({ ...this.value(), label: this.value().label.trim() });
    else this.host.querySelector<HTMLElement>(`[data-field="${first}"] input`)?.focus();
  }
}
