import type { Indicator, OutcomeDisplay } from '@samhandling/contracts';
import {
  boundWords,
  capitalised,
  DEFAULT_TARGET_MARGIN,
  figureStatus,
  placeTarget,
  targetStatusWords,
  type Label,
  type Locale,
  type Sex,
} from '@samhandling/domain';
import type { SheetIndicator } from '../outcomes.repository.ts';
import type { ExplainFacts } from './explain.repository.ts';
import { figureWords, levelWords } from './figure-words.ts';

const ROUNDS_OWN: Label = { sv: ' i den här omgången', en: ' in this round' };

/** Targets are set for all: one sex alone is not held to them. */
const FOR_ALL: Label = {
  sv: ' och gäller kvinnor och män tillsammans',
  en: ' and holds for women and men together',
};

/** "Målvärdet är minst 10. 9 når inte målet, men är inom 10 % av målet." Empty without a target. */
export function targetWords(
  indicator: SheetIndicator,
  { targetIsRounds }: ExplainFacts,
  display: OutcomeDisplay,
  municipalityCode: string | null,
  sex: Sex,
  locale: Locale,
): string {
  const { definition } = indicator;
  const own = indicator.targets.find((each) => each.municipalityCode === municipalityCode)?.value ?? null;
  const target = municipalityCode === null ? indicator.target : placeTarget(own, indicator.target, definition);
  if (target === null) return '';
  const isRounds = municipalityCode === null ? targetIsRounds : own !== null;
  const bound = boundWords(definition.direction, (each) => levelWords(target, definition, each))[locale];
  const where = isRounds ? ROUNDS_OWN[locale] : '';
  const sentence = locale === 'sv' ? `Målvärdet${where} är ${bound}` : `The target${where} is ${bound}`;
  if (sex !== 'total') return `${sentence}${FOR_ALL[locale]}.`;
  const margin = definition.targetMargin ?? DEFAULT_TARGET_MARGIN;
  const status = figureStatus(display, target, definition);
  const says = targetStatusWords(status, margin)[locale];
  return says === ''
    ? `${sentence}.`
    : `${sentence}. ${capitalised(`${figureWords(display, definition, locale)} ${says}.`)}`;
}

/** "Baslinje 3 (2023, enkät)." Empty without a value, and for one sex: it is given for all. */
export function baselineWords(definition: Indicator, sex: Sex, locale: Locale): string {
  const { baselineValue, baselineYear, baselineSource } = definition;
  if (baselineValue === null || sex !== 'total') return '';
  const about = [baselineYear === null ? '' : String(baselineYear), baselineSource].filter((part) => part !== '');
  const known = about.length === 0 ? '' : ` (${about.join(', ')})`;
  return `${locale === 'sv' ? 'Baslinje' : 'Baseline'} ${levelWords(baselineValue, definition, locale)}${known}.`;
}
