import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  EMPTY_LABELS,
  INDICATOR_KIND_LABELS,
  SEX_LABELS,
  type IndicatorKind,
  type Locale,
  type Sex,
} from '@samhandling/domain';
import type { RoundFigure, RoundFigures } from './outcomes.service.ts';
import type { CsvValue } from '../platform/files/csv.ts';

const WORDS = {
  sv: {
    header: [
      'Omgång',
      'Aktiviteter',
      'Indikator',
      'Typ',
      'Enhet',
      'Kommunkod',
      'Plats',
      'Kön',
      'Läge',
      'Värde',
      'Nämnare',
      'Dag',
      'Text',
      'Rapporterat av',
      'Antal platser',
      'Målvärde',
    ],
    value: 'Värde finns',
    milestone: ['nej', 'ja'],
    all: 'Alla kommuner sammanräknat',
  },
  en: {
    header: [
      'Round',
      'Activities',
      'Indicator',
      'Kind',
      'Unit',
      'Municipality code',
      'Place',
      'Sex',
      'State',
      'Value',
      'Denominator',
      'Day',
      'Text',
      'Reported by',
      'Places',
      'Target',
    ],
    value: 'Has a value',
    milestone: ['no', 'yes'],
    all: 'All municipalities combined',
  },
} as const;

/**
 * Every figure of a round as anybody who may read the round sees it, one row per indicator, place and sex; small numbers are
 * protected. The column of state tells the four kinds of empty apart in words: not reported, not applicable and protected have
 * no value, and zero is a value.
 */
export function outcomeRows({ round, previousRound, figures }: RoundFigures, locale: Locale): CsvValue[][] {
  const words = WORDS[locale];
  const rows = (
    label: string,
    pick: (cell: { now: OutcomeDisplay; before: OutcomeDisplay | null }) => OutcomeDisplay | null,
  ) => figures.flatMap((figure) => figureRows(figure, label, pick, locale));
  return [
    [...words.header],
    ...rows(round.label, ({ now }) => now),
    ...(previousRound ? rows(previousRound.label, ({ before }) => before) : []),
  ];
}

function figureRows(
  figure: RoundFigure,
  label: string,
  pick: (cell: { now: OutcomeDisplay; before: OutcomeDisplay | null }) => OutcomeDisplay | null,
  locale: Locale,
): CsvValue[][] {
  const { indicator } = figure;
  const row = (code: string | null, place: string, sex: Sex, display: OutcomeDisplay | null): CsvValue[][] =>
    display === null
      ? []
      : [
          [
            label,
            figure.activities.join(', '),
            indicator.text,
            INDICATOR_KIND_LABELS[indicator.kind][locale],
            indicator.unit,
            code,
            place,
            SEX_LABELS[sex][locale],
            ...displayed(indicator.kind, display, locale),
            figure.target,
          ],
        ];
  const cells = figure.cells.flatMap(({ municipalityCode, name, sex, display, previous }) =>
    row(municipalityCode, name, sex, pick({ now: display, before: previous })),
  );
  const together = pick({ now: figure.combined, before: figure.previousCombined });
  return indicator.breakdown === 'municipality'
    ? [...cells, ...row(null, WORDS[locale].all, 'total', together)]
    : cells;
}

/** A milestone is a yes or a no, not a 1 or a 0. */
function displayed(kind: IndicatorKind, display: OutcomeDisplay, locale: Locale): CsvValue[] {
  const { of, reported } = display;
  if (display.state !== 'value') return [EMPTY_LABELS[display.state][locale], null, null, null, null, reported, of];
  const { value, denominator, day, text } = display;
  const shown =
    kind === 'milestone' && of === 1 && value !== null ? WORDS[locale].milestone[value === 1 ? 1 : 0] : value;
  return [WORDS[locale].value, shown ?? null, denominator, day, text, reported, of];
}
