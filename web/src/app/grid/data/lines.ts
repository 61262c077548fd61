import type { Indicator, OutcomeDisplay, OutcomePlace, OutcomeRow } from '@samhandling/contracts';
import {
  INDICATOR_KIND_LABELS,
  type Locale,
  NO_BREAK_SPACE,
  SEXES,
  SEX_LABELS,
  formatExact,
  formatNumber,
  type Sex,
} from '@samhandling/domain';
import type { SheetCell, SheetColumn, SheetLine, SheetTool } from '../sheet/sheet-model.ts';
import { combinedText, coverageWords, displayText } from './cell-text.ts';
import { cellKey } from './cell-view.ts';
import { targetLook } from './target-look.ts';

/** A combined figure as it stands now, which follows every save. */
export type CombinedNow = (indicatorId: string) => OutcomeDisplay | undefined;

/** What a reader may do with a row's facts; null for what is not theirs to do. */
export interface RowTools {
  readonly targets: (row: OutcomeRow) => SheetTool | null;
  readonly explain: (row: OutcomeRow) => SheetTool | null;
}

const NO_TOOLS: RowTools = { targets: () => null, explain: () => null };
const NOTHING: SheetCell = { kind: 'fact', text: '', note: '' };

function sexesOf(indicator: Indicator): readonly Sex[] {
  return indicator.bySex ? SEXES : ['total'];
}

/** "Målvärde": with its unit where there is one; a dash where none is set. */
export function targetText(target: number | null, indicator: Indicator, locale: Locale): string {
  if (target === null) return '';
  if (indicator.kind !== 'share')
    return formatNumber(target, indicator.kind === 'measure' ? indicator.decimals : 0, locale);
  return `${formatExact(target, locale)}${locale === 'sv' ? NO_BREAK_SPACE : ''}%`;
}

function combinedCell(row: OutcomeRow, now: CombinedNow, tools: RowTools, locale: Locale): SheetCell {
  const display = now(row.indicator.id) ?? row.combined;
  const isWhole = row.indicator.breakdown === 'municipality';
  return {
    kind: 'fact',
    text: isWhole ? combinedText(display, row.indicator, locale) : displayText(display, row.indicator, locale),
    note: isWhole ? coverageWords(display, locale) : '',
    status: isWhole ? targetLook(display, row.target, row.indicator, false, locale) : null,
    tool: isWhole ? tools.explain(row) : null,
  };
}

function noteOf(row: OutcomeRow, sex: Sex, locale: Locale): string {
  const { indicator, activities } = row;
  const kind = INDICATOR_KIND_LABELS[indicator.kind][locale].toLocaleLowerCase(locale);
  const parts = [activities.join(', '), indicator.unit === '' ? kind : `${kind}, ${indicator.unit}`];
  return indicator.bySex && sex !== 'total' ? SEX_LABELS[sex][locale] : parts.filter((part) => part !== '').join(' · ');
}

/** One line per indicator and sex, one column per place, and the target and the county's figure after. */
export function linesByPlace(
  rows: readonly OutcomeRow[],
  places: readonly OutcomePlace[],
  now: CombinedNow,
  locale: Locale,
  tools: RowTools = NO_TOOLS,
): SheetLine[] {
  const withCombined = places.length > 1;
  return rows.flatMap((row) =>
    sexesOf(row.indicator).map((sex): SheetLine => {
      const isFirst = sex === 'total';
      const facts: SheetCell[] = isFirst
        ? [
            {
              kind: 'fact',
              text: targetText(row.target, row.indicator, locale),
              note: '',
              tool: tools.targets(row),
            },
          ]
        : [NOTHING];
      if (withCombined) facts.push(isFirst ? combinedCell(row, now, tools, locale) : NOTHING);
      return {
        key: `${row.indicator.id}|${sex}`,
        heading: row.indicator.text,
        note: noteOf(row, sex, locale),
        continues: !isFirst,
        cells: [
          ...places.map((place): SheetCell => ({
            kind: 'value',
            key: cellKey(row.indicator.id, place.municipalityCode, sex),
          })),
          ...facts,
        ],
      };
    }),
  );
}

export function columnsByPlace(places: readonly OutcomePlace[]): SheetColumn[] {
  return [
    ...places.map((place): SheetColumn => ({
      key: place.municipalityCode ?? 'county',
      heading: place.name,
      kind: 'value',
    })),
    { key: 'target', heading: $localize`:@@grid.column.target:Målvärde`, kind: 'fact' },
    ...(places.length > 1
      ? [{ key: 'combined', heading: $localize`:@@grid.column.combined:Länet`, kind: 'fact' } as const]
      : []),
  ];
}

/**
 * One indicator by itself: a line per place and sex, the value and last round's. Reads well on a phone and under a long
 * wording.
 */
export function linesOfIndicator(row: OutcomeRow, places: readonly OutcomePlace[], locale: Locale): SheetLine[] {
  const previous = (place: OutcomePlace, sex: Sex): string => {
    const cell = row.cells.find((each) => each.municipalityCode === place.municipalityCode && each.sex === sex);
    return cell?.previous ? displayText(cell.previous, row.indicator, locale) : '';
  };
  return places.flatMap((place) =>
    sexesOf(row.indicator).map((sex): SheetLine => ({
      key: `${place.municipalityCode ?? ''}|${sex}`,
      heading: place.name,
      note: sex === 'total' ? '' : SEX_LABELS[sex][locale],
      continues: sex !== 'total',
      cells: [
        { kind: 'value', key: cellKey(row.indicator.id, place.municipalityCode, sex) },
        { kind: 'fact', text: previous(place, sex), note: '' },
      ],
    })),
  );
}
