import { Component, computed, inject, input, output, signal } from '@angular/core';
import { IndicatorChart } from '@samhandling/charts';
import type { IndicatorSeries } from '@samhandling/contracts';
import {
  BREAKDOWN_LABELS,
  DEFAULT_TARGET_MARGIN,
  DIRECTION_LABELS,
  INDICATOR_KIND_LABELS,
  figureStatus,
  seriesTotal,
  targetStatusWords,
} from '@samhandling/domain';
import { Disclosure, Skeleton, injectLocale, nextId } from '@samhandling/ui';
import { Table } from '@samhandling/ui/work';
import { Session } from '../../core/session.ts';
import { ExplainButton } from '../../explain/explain-button.ts';
import { Sparkline } from '../../explain/sparkline.ts';
import { TargetsButton } from '../../targets/targets-button.ts';
import { roundName } from '../data/plan-words.ts';
import { coverageWords, outcomeWords, targetWords } from './outcome-words.ts';

/** One indicator over the rounds: what it says, how it is counted, and its figures with the target beside. */
@Component({
  selector: 'sam-indicator-figures',
  imports: [Disclosure, ExplainButton, IndicatorChart, Skeleton, Sparkline, Table, TargetsButton],
  templateUrl: './indicator-figures.html',
  styleUrl: './indicator-figures.scss',
})
export class IndicatorFigures {
  readonly series = input.required<IndicatorSeries>();
  /** Targets were changed: what is shown is no longer what holds. */
  readonly changed = output<void>();
  private readonly session = inject(Session);
  /** Numbers are explained, and targets read, by those who may read rounds. */
  protected readonly mayExplain = computed(() => this.session.may('round.read'));
  protected readonly mayAim = computed(() => this.session.may('round.manage'));
  protected readonly headingId = nextId('indikator');
  private readonly locale = injectLocale();
  /** The chart is fetched when somebody asks for it: the table says the same. */
  protected readonly charted = signal(false);
  protected readonly labels = {
    round: $localize`:@@plans.round.label:Omgång`,
    outcome: $localize`:@@plans.outcome:Utfall`,
    target: $localize`:@@plans.target:Målvärde`,
    chart: $localize`:@@plans.indicator.chart:Visa som diagram`,
  };

  /** How it is counted, in a line. A proposal says so: its kind and target are nobody's decision yet. */
  protected readonly how = computed(() => {
    const { kind, breakdown, direction, settled } = this.series().indicator;
    const parts = [
      INDICATOR_KIND_LABELS[kind][this.locale],
      BREAKDOWN_LABELS[breakdown][this.locale].toLocaleLowerCase('sv'),
    ];
    if (direction !== 'none') parts.push(DIRECTION_LABELS[direction][this.locale].toLocaleLowerCase('sv'));
    if (!settled) parts.push($localize`:@@plans.indicator.proposal:förslag, inte bestämt än`);
    return parts.join(', ');
  });
  protected readonly baseline = computed(() => {
    const { indicator } = this.series();
    if (indicator.baselineValue === null) return '';
    const value = outcomeWords(
      { state: 'value', value: indicator.baselineValue, denominator: null, day: null, text: '', of: 1, reported: 1 },
      // A baseline is one number, whatever the indicator combines.
      { ...indicator, kind: indicator.kind === 'count' ? 'count' : 'measure' },
      this.locale,
    );
    const year = indicator.baselineYear === null ? '' : ` ${String(indicator.baselineYear)}`;
    const source = indicator.baselineSource === '' ? '' : ` (${indicator.baselineSource})`;
    return $localize`:@@plans.indicator.baseline:Baslinje${year}:year:: ${value}:value:${source}:source:`;
  });
  /** One figure alone makes no line, and words none at all. */
  protected readonly drawable = computed(() => {
    const { indicator, points } = this.series();
    if (indicator.kind === 'text' || (indicator.kind === 'milestone' && indicator.breakdown === 'none')) return false;
    return points.filter(({ display }) => display.state === 'value' && display.value !== null).length > 1;
  });
  /** Newest first, as the history above it. */
  protected readonly rows = computed(() => {
    const { indicator, points } = this.series();
    return [...points].reverse().map((point) => ({
      id: point.round.id,
      label: point.round.label,
      aim: this.aimWords(point),
      explain: $localize`:@@explain.forRound:Förklara talet för omgång ${point.round.label}:round:`,
      targets: $localize`:@@targets.forRound:Målvärden för omgång ${point.round.label}:round:`,
      isExplained: point.display.state !== 'not_reported' || point.display.of > 1,
      round: roundName(point.round),
      outcome: outcomeWords(point.display, indicator, this.locale),
      empty: point.display.state !== 'value',
      coverage: coverageWords(point.display, this.locale),
      target: targetWords(point.target, indicator, this.locale),
      breaks: point.breaksBefore,
    }));
  });

  /** The rounds put together as the definition states, where that says more than the rounds do. */
  protected readonly total = computed(() => {
    const { indicator, points } = this.series();
    const words = seriesTotal(
      points.map(({ round, display, breaksBefore }) => ({
        label: round.label,
        cell:
          display.state !== 'value'
            ? { state: display.state }
            : display.value === null
              ? { state: 'not_reported' }
              : { state: 'value', value: display.value },
        denominator: display.state === 'value' ? display.denominator : null,
        breaksBefore,
      })),
      { ...indicator, decimals: indicator.kind === 'count' ? 0 : indicator.decimals },
    );
    return words?.[this.locale] ?? '';
  });

  /** How the round stands against its target, the margin said aloud; empty where nothing can be said. */
  private aimWords({ display, target }: IndicatorSeries['points'][number]): string {
    const { indicator } = this.series();
    const margin = indicator.targetMargin ?? DEFAULT_TARGET_MARGIN;
    return targetStatusWords(figureStatus(display, target, indicator), margin)[this.locale];
  }
}
