import {
  capitalised,
  countJudgements,
  formatNumber,
  joinList,
  NO_BREAK_SPACE,
  type Judgement,
} from '@samhandling/domain';
import { ACTIVITY_TONES, SYMBOLS, toneWord, type ReportContext } from './context.ts';
import { comparable, figureText, unitText } from './figure-text.ts';
import type { ChartBlock } from './model.ts';
import type { ReportIndicator } from './source.ts';

/** One bar: a name and the judgements it counts. */
export interface JudgementBar {
  readonly name: string;
  readonly judgements: readonly (Judgement | null)[];
}

/**
 * Stacked bars of activities by judgement. Judgements that no bar has are left out, so that the legend is short. Empty
 * when there is nothing to count.
 */
export function judgementChart(context: ReportContext, caption: string, bars: readonly JudgementBar[]): ChartBlock[] {
  const counted = bars.map(({ name, judgements }) => ({ name, counts: countJudgements(judgements) }));
  const countOf = (counts: (typeof counted)[number]['counts'], tone: (typeof ACTIVITY_TONES)[number]): number =>
    tone === 'not_judged' ? counts.notJudged : counts[tone];
  const tones = ACTIVITY_TONES.filter((tone) => counted.some(({ counts }) => countOf(counts, tone) > 0));
  if (tones.length === 0) return [];
  const sentences = counted.map(({ name, counts }) => {
    const parts = tones
      .filter((tone) => countOf(counts, tone) > 0)
      .map(
        (tone) =>
          `${toneWord(context, tone).toLocaleLowerCase('sv')} ${formatNumber(countOf(counts, tone), 0, context.locale)}`,
      );
    return `${name}: ${parts.length > 0 ? joinList(parts, context.locale) : '0'}.`;
  });
  return [
    {
      kind: 'chart',
      caption: { label: '', text: caption },
      form: 'stacked',
      categories: counted.map(({ name }) => name),
      series: tones.map((tone) => ({
        name: toneWord(context, tone),
        symbol: SYMBOLS[tone],
        tone,
        values: counted.map(({ counts }) => countOf(counts, tone)),
      })),
      valueTitle: capitalised(context.words.activity.many),
      decimals: 0,
      altText: sentences.join(' '),
    },
  ];
}

/** Municipalities side by side, this round and the last. Null when fewer than two figures may be shown. */
export function municipalityChart(context: ReportContext, indicator: ReportIndicator): ChartBlock | null {
  const { source, locale, label } = context;
  const names = new Map(source.municipalities.map(({ code, name }) => [code, name]));
  const shown = indicator.places.filter(({ now }) => comparable(indicator, now) !== null);
  if (shown.length < 2 || indicator.kind === 'milestone') return null;
  const category = (code: string, now: (typeof indicator.places)[number]['now']): string => {
    const name = names.get(code) ?? code;
    return now.state === 'value' ? name : `${name} (${source.terms.empty[now.state][locale].toLocaleLowerCase('sv')})`;
  };
  const last = source.lastRound;
  const hasLast =
    last !== null &&
    indicator.places.some((place) => place.last !== null && comparable(indicator, place.last) !== null);
  const unit = indicator.kind === 'share' ? label('percent') : capitalised(unitText(context, indicator));
  const sentences = indicator.places.map((place) => {
    const now = figureText(context, indicator, place.now);
    const before =
      hasLast && place.last !== null ? ` (${last.label}: ${figureText(context, indicator, place.last)})` : '';
    return `${names.get(place.code) ?? place.code}: ${now}${before}.`;
  });
  return {
    kind: 'chart',
    caption: {
      label: '',
      text: `${indicator.text.replace(/\.\s*$/, '')} (${indicator.activities.join(`,${NO_BREAK_SPACE}`)})`,
    },
    form: 'grouped',
    categories: indicator.places.map(({ code, now }) => category(code, now)),
    series: [
      {
        name: source.round.label,
        symbol: '',
        tone: 'now',
        values: indicator.places.map(({ now }) => comparable(indicator, now)),
      },
      ...(hasLast
        ? [
            {
              name: last.label,
              symbol: '',
              tone: 'last' as const,
              values: indicator.places.map((place) => (place.last === null ? null : comparable(indicator, place.last))),
            },
          ]
        : []),
    ],
    valueTitle: unit === label('nothing') ? '' : unit,
    decimals: indicator.kind === 'share' ? 0 : indicator.decimals,
    altText: sentences.join(' '),
  };
}
