import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { Indicator } from '@samhandling/contracts';
import { INDICATOR_KIND_LABELS } from '@samhandling/domain';
import { Button, Choice, Disclosure, Field, Icon, Input, injectLocale } from '@samhandling/ui';
import { Autosize } from '@samhandling/ui/work';
import { EditingApi } from '../data/editing-api.ts';
import { IndicatorRules } from '../data/indicator-rules.ts';
import { EditSession } from '../edit-session.ts';
import { EditStore } from '../edit-store.ts';
import { SaveBar } from '../fields/save-bar.ts';

/** One indicator: its sentence, and how it is measured. The latter may be settled after adoption too. */
@Component({
  selector: 'sam-indicator-definition',
  imports: [Autosize, Button, Choice, Disclosure, Field, Icon, Input, SaveBar],
  providers: [EditSession],
  templateUrl: './indicator-definition.html',
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
      gap: var(--sam-space-3) var(--sam-space-4);
      align-items: start;
    }
    .sentence {
      max-width: var(--sam-measure);
      white-space: pre-wrap;
    }
  `,
})
export class IndicatorDefinition {
  readonly indicator = input.required<Indicator>();
  readonly first = input(false);
  readonly last = input(false);
  readonly moved = output<-1 | 1>();

  protected readonly store = inject(EditStore);
  protected readonly session = inject<EditSession<Indicator>>(EditSession);
  protected readonly rules = inject(IndicatorRules);
  private readonly locale = injectLocale();
  protected readonly open = signal(false);
  protected readonly labels = this.rules.labels;
  protected readonly kind = computed(() => this.session.text('kind'));
  protected readonly measured = computed(() => this.kind() !== 'text' && this.kind() !== 'milestone');
  protected readonly note = computed(() => {
    const { kind, unit, settled } = this.indicator();
    const words = [INDICATOR_KIND_LABELS[kind][this.locale], unit].filter((part) => part !== '').join(', ');
    return settled
      ? words
      : $localize`:@@editing.indicator.proposal:${words}:words: (förslag som ingen har godtagit än)`;
  });
  protected readonly summary = $localize`:@@editing.indicator.how:Så mäts den`;
  protected readonly saveLabel = $localize`:@@editing.indicator.save:Spara indikatorn`;

  constructor() {
    const api = inject(EditingApi);
    this.session.begin(
      {
        ...this.rules.form,
        save: (indicator, version, value, base) =>
          api.updateIndicator(indicator.id, version, this.rules.requestOf(value, base)),
      },
      (indicator) => this.store.putIndicator(indicator),
    );
    effect(() => {
      const indicator = this.indicator();
      untracked(() => this.session.load(indicator));
    });
  }

  protected save(event: Event): void {
    event.preventDefault();
    void this.session.save();
  }

  /** Yes to the proposal as it stands. */
  protected accept(): Promise<void> {
    return this.store.settleIndicator(this.indicator());
  }

  protected async remove(): Promise<void> {
    await this.store.remove('indicator', this.indicator(), $localize`:@@editing.indicator.theOne:indikatorn`, '');
  }
}
