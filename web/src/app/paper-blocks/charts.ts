import type { JudgementsBar, MunicipalityFigure, MunicipalityRow } from '@samhandling/charts';
import { type Judgement, type Locale, JUDGEMENTS, capitalised, formatNumber } from '@samhandling/domain';
import type { BlockOf, FigureCell, FigureTable } from '@samhandling/report-model';

type ChartBlock = BlockOf<'chart'>;

function isJudgement(tone: string): tone is Judgement {
  return JUDGEMENTS.some((judgement) => judgement === tone);
}

/** Stacked bars of the report as the chart library counts them. */
export function barsOf(block: ChartBlock): JudgementsBar[] {
  return block.categories.map((name, index) => {
    const counts: Record<Judgement, number> = {
      not_started: 0,
      on_track: 0,
      needs_support: 0,
      completed: 0,
      cancelled: 0,
    };
    let notJudged = 0;
    for (const series of block.series) {
      const value = series.values[index] ?? 0;
      if (isJudgement(series.tone)) counts[series.tone] += value;
      else notJudged += value;
    }
    const total = Object.values(counts).reduce((sum, count) => sum + count, notJudged);
    return { name, counts: { ...counts, notJudged, total } };
  });
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A share is drawn as its percentage; its words have the denominator. */
function figureOf(cell: FigureCell): MunicipalityFigure {
  if (cell.state !== 'value' || cell.value === null) return { value: null, text: cell.text };
  if (cell.denominator === null) return { value: cell.value, text: cell.text };
  return { value: cell.denominator > 0 ? (cell.value / cell.denominator) * 100 : null, text: cell.text };
}

/**
 * Municipalities of a chart in the report. The figures of the same report have them in words, with the kinds of empty and
 * the denominators; a chart whose indicator is not among them is read from the chart alone.
 */
export function municipalityRowsOf(block: ChartBlock, figures: FigureTable | null, locale: Locale): MunicipalityRow[] {
  const caption = plain(block.caption.text);
  const row = figures?.rows.find(
    (figure) => plain(`${figure.indicator.replace(/\.\s*$/, '')} (${figure.references})`) === caption,
  );
  if (figures && row && row.places.length > 0) {
    const names = new Map(figures.places.map((place) => [place.code, place.name]));
    return row.places.map((place) => ({
      name: names.get(place.code) ?? place.code,
      now: figureOf(place.now),
      last: place.last === null ? null : figureOf(place.last),
    }));
  }
  const [now, last] = block.series;
  const figure = (value: number | null | undefined, words: string): MunicipalityFigure =>
    value === null || value === undefined
      ? { value: null, text: words }
      : { value, text: formatNumber(value, block.decimals, locale) };
  return block.categories.map((category, index) => {
    // What has no figure says why in parentheses: "Alvmark (inte rapporterat)".
    const [, name = category, words = '–'] = /^(.*) \(([^()]*)\)$/.exec(category) ?? [];
    const known = now?.values[index] !== null;
    return {
      name: known ? category : name,
      now: figure(now?.values[index], capitalised(words)),
      last: last ? figure(last.values[index], '–') : null,
    };
  });
}
