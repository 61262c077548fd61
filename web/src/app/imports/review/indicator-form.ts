import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { ImportIndicator, ImportIndicatorDecision, ImportIndicatorSettings } from '@samhandling/contracts';
import {
  BREAKDOWNS,
  BREAKDOWN_LABELS,
  type Breakdown,
  INDICATOR_KINDS,
  INDICATOR_KIND_LABELS,
  type IndicatorKind,
  type Locale,
  formatExact,
  parseNumberText,
} from '@samhandling/domain';
import { Button, Field, Input, injectLocale } from '@samhandling/ui';

/** How a sentence should be measured, when the proposal is not quite right, or to be answered in words only. */
@Component({
  selector: 'sam-indicator-form',
  imports: [Button, Field, Input],
  template: `
    <form class="sam-aside" novalidate (submit)="save($event)">
      <div class="fields">
        <sam-field [label]="labels.kind">
          <select samInput (change)="kind.set($any($event.target).value)">
            @for (one of kinds; track one.code) {
              <option [value]="one.code" [selected]="one.code === kind()">{{ one.label }}</option>
            }
          </select>
        </sam-field>
        @if (kind() !== 'text') {
          <sam-field [label]="labels.breakdown">
            <select samInput (change)="breakdown.set($any($event.target).value)">
              @for (one of breakdowns; track one.code) {
                <option [value]="one.code" [selected]="one.code === breakdown()">{{ one.label }}</option>
              }
            </select>
          </sam-field>
          <sam-field [label]="labels.unit">
            <input
              samInput
              type="text"
              autocomplete="off"
              maxlength="60"
              [value]="unit()"
              (input)="unit.set($any($event.target).value)"
            />
          </sam-field>
          <sam-field [label]="labels.cadence" [error]="cadenceError()">
            <input
              samInput
              type="text"
              inputmode="decimal"
              autocomplete="off"
              [value]="cadence()"
              (input)="cadence.set($any($event.target).value)"
            />
          </sam-field>
          <sam-field [label]="labels.target" [error]="targetError()">
            <input
              samInput
              type="text"
              inputmode="decimal"
              autocomplete="off"
              [value]="target()"
              (input)="target.set($any($event.target).value)"
            />
          </sam-field>
        }
      </div>
      <div class="sam-buttons">
        <button samButton type="submit" i18n="@@imports.indicator.save">Spara valet</button>
        @if (!refused()) {
          <button
            samButton="quiet"
            type="button"
            (click)="decided.emit({ answer: 'refused' })"
            i18n="@@imports.indicator.refuse"
          >
            Besvara i ord i stället
          </button>
        }
        <button samButton="quiet" type="button" (click)="cancelled.emit()" i18n="@@imports.cancel">Avbryt</button>
      </div>
    </form>
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
      gap: var(--sam-space-3) var(--sam-space-4);
      align-items: start;
      margin-bottom: var(--sam-space-4);
    }
  `,
})
export class IndicatorForm {
  readonly indicator = input.required<ImportIndicator>();
  readonly decided = output<ImportIndicatorDecision>();
  readonly cancelled = output<void>();

  private readonly locale: Locale = injectLocale();
  protected readonly kinds = INDICATOR_KINDS.map((code) => ({ code, label: INDICATOR_KIND_LABELS[code][this.locale] }));
  protected readonly breakdowns = BREAKDOWNS.map((code) => ({ code, label: BREAKDOWN_LABELS[code][this.locale] }));
  protected readonly labels = {
    kind: $localize`:@@imports.indicator.kindLabel:Slag`,
    breakdown: $localize`:@@imports.indicator.breakdownLabel:Uppdelning`,
    unit: $localize`:@@imports.indicator.unitLabel:Enhet`,
    cadence: $localize`:@@imports.indicator.cadenceLabel:Gånger per år`,
    target: $localize`:@@imports.indicator.targetLabel:Målvärde`,
  };
  private readonly start = computed<ImportIndicatorSettings>(() => {
    const { decision, proposal } = this.indicator();
    return decision && decision.answer !== 'refused' ? decision : proposal;
  });
  protected readonly refused = computed(() => this.indicator().decision?.answer === 'refused');
  protected readonly kind = linkedSignal<IndicatorKind>(() => this.start().kind);
  protected readonly breakdown = linkedSignal<Breakdown>(() => this.start().breakdown);
  protected readonly unit = linkedSignal(() => this.start().unit);
  protected readonly cadence = linkedSignal(() => written(this.start().cadencePerYear, this.locale));
  protected readonly target = linkedSignal(() => written(this.start().target, this.locale));
  private readonly asked = signal(false);
  protected readonly cadenceError = computed(() => (this.asked() ? this.read(this.cadence()).error : null));
  protected readonly targetError = computed(() => (this.asked() ? this.read(this.target()).error : null));

  protected save(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    const cadence = this.read(this.cadence());
    const target = this.read(this.target());
    if (cadence.error !== null || target.error !== null) return;
    const settings: ImportIndicatorSettings =
      this.kind() === 'text'
        ? { kind: 'text', unit: '', breakdown: 'none', cadencePerYear: null, target: null }
        : {
            kind: this.kind(),
            unit: this.unit().trim(),
            breakdown: this.breakdown(),
            cadencePerYear: cadence.value,
            target: target.value,
          };
    this.decided.emit({ answer: same(settings, this.indicator().proposal) ? 'accepted' : 'changed', ...settings });
  }

  private read(text: string): { readonly value: number | null; readonly error: string | null } {
    if (text.trim() === '') return { value: null, error: null };
    const parsed = parseNumberText(text, { kind: 'measure' });
    if (parsed.state === 'value') return { value: parsed.value, error: null };
    const reason =
      parsed.state === 'refused'
        ? parsed.reason[this.locale]
        : $localize`:@@imports.indicator.notNumber:Skriv ett tal, eller lämna fältet tomt.`;
    return { value: null, error: reason };
  }
}

function written(value: number | null, locale: Locale): string {
  return value === null ? '' : formatExact(value, locale);
}

function same(one: ImportIndicatorSettings, other: ImportIndicatorSettings): boolean {
  return (['kind', 'unit', 'breakdown', 'cadencePerYear', 'target'] as const).every(
    (name) => one[name] === other[name],
  );
}
