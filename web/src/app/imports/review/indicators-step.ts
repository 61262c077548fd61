import { Component, ElementRef, afterRenderEffect, computed, inject, input, output, signal } from '@angular/core';
import type { ImportIndicator, ImportIndicatorDecision } from '@samhandling/contracts';
import { INDICATOR_KINDS, INDICATOR_KIND_LABELS, type IndicatorKind } from '@samhandling/domain';
import { Button, Icon, injectLocale } from '@samhandling/ui';
import { FilterChip } from '@samhandling/ui/work';
import { Messages } from '../../core/messages.ts';
import { DecisionWords } from './decision-words.ts';
import { IndicatorForm } from './indicator-form.ts';
import { ReviewStore } from './review-store.ts';
import { showInPane } from './scroll.ts';

type Show = 'alla' | 'vantar' | 'klara';

/** What saying yes to the proposal means. */
export function acceptedDecision({ proposal }: ImportIndicator): ImportIndicatorDecision {
  const { kind, unit, breakdown, cadencePerYear, target } = proposal;
  return { answer: 'accepted', kind, unit, breakdown, cadencePerYear, target };
}

/** Each sentence about follow-up with what it could be measured as. Nothing is set without somebody's yes. */
@Component({
  selector: 'sam-indicators-step',
  imports: [Button, FilterChip, Icon, IndicatorForm],
  templateUrl: './indicators-step.html',
  styleUrl: './decision-rows.scss',
})
export class IndicatorsStep {
  readonly chosen = input.required<number | null>();
  readonly pane = input.required<HTMLElement>();
  readonly choose = output<number>();

  protected readonly store = inject(ReviewStore);
  protected readonly words = inject(DecisionWords);
  private readonly messages = inject(Messages);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly locale = injectLocale();
  protected readonly show = signal<Show>('alla');
  protected readonly kind = signal<IndicatorKind | null>(null);
  protected readonly editing = signal<string | null>(null);
  protected readonly indicators = computed(() => this.store.review()?.indicators ?? []);
  private readonly waiting = computed(() => this.indicators().filter((indicator) => indicator.decision === null));
  protected readonly filters = computed(() => {
    const all = this.indicators().length;
    const waiting = this.waiting().length;
    return [
      { show: 'alla' as const, label: $localize`:@@imports.show.all:Alla`, count: all },
      { show: 'vantar' as const, label: $localize`:@@imports.show.waiting:Väntar på svar`, count: waiting },
      { show: 'klara' as const, label: $localize`:@@imports.show.done:Klara`, count: all - waiting },
    ];
  });
  private readonly byAnswer = computed(() => {
    const show = this.show();
    return this.indicators().filter(
      (indicator) => show === 'alla' || (indicator.decision === null) === (show === 'vantar'),
    );
  });
  protected readonly kinds = computed(() =>
    INDICATOR_KINDS.map((kind) => ({
      kind,
      label: INDICATOR_KIND_LABELS[kind][this.locale],
      count: this.byAnswer().filter((indicator) => indicator.proposal.kind === kind).length,
    })).filter((one) => one.count > 0 || one.kind === this.kind()),
  );
  protected readonly shown = computed(() => {
    const kind = this.kind();
    return this.byAnswer().filter((indicator) => kind === null || indicator.proposal.kind === kind);
  });
  protected readonly shownWaiting = computed(() => this.shown().filter((indicator) => indicator.decision === null));
  protected readonly acceptShownLabel = computed(
    () => $localize`:@@imports.indicators.acceptShown:Godta de ${this.shownWaiting().length}:count: som visas`,
  );

  constructor() {
    afterRenderEffect(() => {
      const chosen = this.chosen();
      const row = chosen === null ? null : this.host.querySelector<HTMLElement>(`[data-line="${String(chosen)}"]`);
      if (row) showInPane(this.pane(), row);
    });
  }

  protected lineName(indicator: ImportIndicator): string {
    return $localize`:@@imports.indicator.where:${indicator.activity}:activity:, rad ${indicator.line}:line:`;
  }

  protected answer(indicator: ImportIndicator): string {
    return indicator.decision ? this.words.indicator(indicator.decision) : '';
  }

  protected acceptLabel(name: string): string {
    return $localize`:@@imports.acceptNamed:Godta förslaget för ${name}:name:`;
  }

  protected changeLabel(name: string): string {
    return $localize`:@@imports.changeNamed:Ändra ${name}:name:`;
  }

  protected refuseLabel(name: string): string {
    return $localize`:@@imports.refuseNamed:Avböj förslaget för ${name}:name:`;
  }

  protected accept(indicator: ImportIndicator): void {
    this.decide(indicator, acceptedDecision(indicator));
  }

  protected decide(indicator: ImportIndicator, decision: ImportIndicatorDecision): void {
    this.editing.set(null);
    this.store.change({ indicators: [{ key: indicator.key, decision }] });
  }

  protected acceptShown(): void {
    const shown = this.shownWaiting();
    this.store.change({ indicators: shown.map((one) => ({ key: one.key, decision: acceptedDecision(one) })) });
    this.messages.say($localize`:@@imports.indicators.accepted:${shown.length}:count: förslag godtagna`, {
      label: $localize`:@@imports.undo:Ångra`,
      run: () => this.store.change({ indicators: shown.map(({ key }) => ({ key, decision: null })) }),
    });
  }
}
