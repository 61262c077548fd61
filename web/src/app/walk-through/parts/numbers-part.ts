import { Component, computed, input } from '@angular/core';
import type { IndicatorSeries } from '@samhandling/contracts';
import { DEFAULT_TARGET_MARGIN, figureStatus, targetStatusWords } from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import { Table } from '@samhandling/ui/work';
import { coverageWords, outcomeWords, targetWords } from '../../plans/activity/outcome-words.ts';

/** This round's figures beside last round's, with what they are of. Each kind of empty has its word. */
@Component({
  selector: 'sam-numbers-part',
  imports: [Table],
  template: `
    <table samTable stacked compact>
      <caption class="sam-visually-hidden" i18n="@@walk.numbers">
        Tal
      </caption>
      <thead>
        <tr>
          <th scope="col" i18n="@@walk.numbers.indicator">Indikator</th>
          <th scope="col" class="sam-num">{{ labels().last }}</th>
          <th scope="col" class="sam-num">{{ labels().now }}</th>
          <th scope="col" class="sam-num">{{ target }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row" lang="sv">{{ row.text }}</th>
            <td class="sam-num" [attr.data-label]="labels().last">
              <span [class.sam-quiet]="row.last.empty">{{ row.last.words }}</span>
              @if (row.last.coverage) {
                <span class="note">{{ row.last.coverage }}</span>
              }
            </td>
            <td class="sam-num" [attr.data-label]="labels().now">
              <span [class.sam-quiet]="row.now.empty" [class.figure]="!row.now.empty">{{ row.now.words }}</span>
              @if (row.now.coverage) {
                <span class="note">{{ row.now.coverage }}</span>
              }
              @if (row.aim) {
                <span class="note">{{ row.aim }}</span>
              }
              @if (row.breaks) {
                <span class="note" i18n="@@plans.indicator.break">Definitionen ändrades före den här omgången.</span>
              }
            </td>
            <td class="sam-num" [attr.data-label]="target">{{ row.target }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    table {
      font-size: inherit;
    }
    th[scope='row'] {
      min-width: 9rem;
      font-weight: 400;
    }
    .figure {
      font-weight: 620;
    }
    .note {
      display: block;
      color: var(--sam-ink-quiet);
      font-size: 0.875em;
      white-space: normal;
    }
  `,
})
export class NumbersPart {
  readonly numbers = input.required<readonly IndicatorSeries[]>();
  private readonly locale = injectLocale();
  protected readonly target = $localize`:@@plans.target:Målvärde`;
  protected readonly labels = computed(() => {
    const points = this.numbers().find(({ points }) => points.length > 0)?.points ?? [];
    return {
      now: points.at(-1)?.round.label ?? $localize`:@@walk.numbers.now:Nu`,
      last: points.at(-2)?.round.label ?? $localize`:@@walk.numbers.before:Förra omgången`,
    };
  });
  protected readonly rows = computed(() =>
    this.numbers().map(({ indicator, points }) => {
      const [last, now] = [points.at(-2), points.at(-1)];
      const shown = (point: typeof now) =>
        point
          ? {
              words: outcomeWords(point.display, indicator, this.locale),
              empty: point.display.state !== 'value',
              coverage: coverageWords(point.display, this.locale),
            }
          : { words: $localize`:@@walk.numbers.noRound:Ingen omgång`, empty: true, coverage: '' };
      const margin = indicator.targetMargin ?? DEFAULT_TARGET_MARGIN;
      return {
        id: indicator.id,
        text: indicator.text,
        last: shown(last),
        now: shown(now),
        target: targetWords(now?.target ?? null, indicator, this.locale),
        aim: now ? targetStatusWords(figureStatus(now.display, now.target, indicator), margin)[this.locale] : '',
        breaks: now?.breaksBefore ?? false,
      };
    }),
  );
}
