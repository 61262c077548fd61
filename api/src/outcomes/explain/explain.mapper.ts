import { pages, type Explanation, type OutcomeDisplay } from '@samhandling/contracts';
import {
  explainPlaces,
  PROTECTED_NUMBER,
  SEX_LABELS,
  type HeldRole,
  type Label,
  type Locale,
  type Sex,
} from '@samhandling/domain';
import { entryRight } from '../entry-right.ts';
import { placesOf, sexesOf } from '../visible-figures.ts';
import type { Sheet, SheetIndicator } from '../outcomes.repository.ts';
import { visibleFigures } from '../visible-figures.ts';
import { explainCell } from './explain-cell.ts';
import { cellSource } from './explain-sources.ts';
import type { ExplainFacts } from './explain.repository.ts';
import { baselineWords, targetWords } from './target-sentence.ts';

export interface Asked {
  /** Null: the county, combined where the indicator is per municipality. */
  readonly municipalityCode: string | null;
  readonly sex: Sex;
  readonly protectAll: boolean;
  readonly roles: readonly HeldRole[];
  readonly locale: Locale;
}

const REDEFINED: Label = {
  sv: 'Indikatorn mäts på ett nytt sätt sedan värdena lämnades.',
  en: 'The indicator is measured in a new way since the values were given.',
};

/** Null where the indicator has no such figure: another municipality's, or women's where it is not divided by sex. */
export function toExplanation(
  sheet: Sheet,
  indicator: SheetIndicator,
  facts: ExplainFacts,
  asked: Asked,
): Explanation | null {
  const { definition } = indicator;
  const { municipalityCode, sex, locale } = asked;
  const places = placesOf(definition.breakdown, sheet.municipalities);
  const isCombined = municipalityCode === null && definition.breakdown === 'municipality';
  if (!isCombined && !places.includes(municipalityCode)) return null;
  if (isCombined ? sex !== 'total' : !sexesOf(definition.bySex).includes(sex)) return null;
  const sees = (place: string | null): boolean =>
    !asked.protectAll && entryRight(asked.roles, sheet.round, indicator.responsibleIds, place).sees;
  const visible = visibleFigures(definition, places, indicator.outcomes, sees, indicator);
  const display = isCombined ? visible.combined : visible.cell(municipalityCode, sex);
  const { id, label, state, versionNumber } = facts.round;
  const frame = {
    indicator: definition.text,
    place: placeWords(nameOf(sheet, municipalityCode), sex, locale),
    round: { id, label, state, versionNumber },
    display,
    target: targetWords(indicator, facts, display, municipalityCode, sex, locale),
    baseline: baselineWords(definition, sex, locale),
  };
  if (display.state === 'protected') {
    return { ...frame, target: '', formula: PROTECTED_NUMBER[locale], sources: [], leftOut: [] };
  }
  const told = isCombined
    ? combined(sheet, indicator, facts, asked, visible.cell.bind(visible), display)
    : explainCell(sheet, indicator, facts, asked, display);
  const isRedefined =
    facts.definitionVersion !== null && facts.definitionVersion !== definition.definitionVersion && state === 'adopted';
  return { ...frame, ...told, formula: isRedefined ? `${told.formula} ${REDEFINED[locale]}` : told.formula };
}

function combined(
  sheet: Sheet,
  indicator: SheetIndicator,
  facts: ExplainFacts,
  { locale }: Asked,
  cell: (place: string, sex: Sex) => OutcomeDisplay,
  display: OutcomeDisplay,
): Pick<Explanation, 'formula' | 'sources' | 'leftOut'> {
  const places = sheet.municipalities.map(({ code, name }) => ({ code, name, display: cell(code, 'total') }));
  const { formula, leftOut } = explainPlaces(
    indicator.definition,
    places.map(({ code, name, display: shown }) => ({
      name,
      state: shown.state,
      value: shown.state === 'value' ? shown.value : null,
      denominator: shown.state === 'value' ? shown.denominator : null,
      isAsked: !indicator.leftOut.includes(code),
      declined: facts.declined.includes(code),
    })),
    indicator.overlap,
    display.state === 'protected',
  );
  const link = `${pages.outcomes(facts.planSlug, facts.round.label)}?indelning=kommun`;
  return {
    formula: formula[locale],
    sources: places.flatMap(({ code, name, display: shown }) =>
      shown.state === 'value' || shown.state === 'protected'
        ? [cellSource(indicator, code, 'total', name, shown, link, locale)]
        : [],
    ),
    leftOut: leftOut.map(({ name, reason }) => ({ label: name, reason: reason[locale], link })),
  };
}

/** "Granåsa, kvinnor". */
function placeWords(name: string, sex: Sex, locale: Locale): string {
  return sex === 'total' ? name : `${name}, ${SEX_LABELS[sex][locale].toLocaleLowerCase(locale)}`;
}

function nameOf(sheet: Sheet, municipalityCode: string | null): string {
  if (municipalityCode === null) return sheet.county;
  return sheet.municipalities.find(({ code }) => code === municipalityCode)?.name ?? municipalityCode;
}
