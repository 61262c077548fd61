import type { Indicator, OutcomeDisplay } from '@samhandling/contracts';
import {
  boundWords,
  capitalised,
  compareToTarget,
  DEFAULT_TARGET_MARGIN,
  placeTarget,
  targetStatusWords,
  type Label,
  type Locale,
  type TargetCoverage,
} from '@samhandling/domain';
import type { SheetIndicator } from '../outcomes.repository.ts';
import type { ExplainFacts } from './explain.repository.ts';
import { figureWords, levelWords } from './figure-words.ts';

const ROUNDS_OWN: Label = { sv: ' i den här omgången', en: ' in this round' };

/** "Målvärdet är minst 10. 9 når inte målet, men är inom 10 % av målet." Empty without a target. */
export function targetWords(
  indicator: SheetIndicator,
  { targetIsRounds }: ExplainFacts,
  display: OutcomeDisplay,
  municipalityCode: string | null,
  locale: Locale,
): string {
  const { definition } = indicator;
  const own = indicator.targets.find((each) => each.municipalityCode === municipalityCode)?.value ?? null;
  const target = municipalityCode === null ? indicator.target : placeTarget(own, indicator.target, definition);
  if (target === null) return '';
  const isRounds = municipalityCode === null ? targetIsRounds : own !== null;
  const bound = boundWords(definition.direction, (each) => levelWords(target, definition, each))[locale];
  const where = isRounds ? ROUNDS_OWN[locale] : '';
  const sentence = locale === 'sv' ? `Målvärdet${where} är ${bound}.` : `The target${where} is ${bound}.`;
  const margin = definition.targetMargin ?? DEFAULT_TARGET_MARGIN;
  const { status } = compareToTarget(
    comparable(display, definition),
    target,
    definition.direction,
    margin,
    coverageIn(display, definition),
  );
  const says = targetStatusWords(status, margin)[locale];
  return says === '' ? sentence : `${sentence} ${capitalised(`${figureWords(display, definition, locale)} ${says}.`)}`;
}

/** The number to stand against a target: a share in per cent. Null where there is nothing to compare. */
export function comparable(display: OutcomeDisplay, { kind }: Pick<Indicator, 'kind'>): number | null {
  if (display.state !== 'value' || kind === 'milestone' || kind === 'text') return null;
  if (kind !== 'share' || display.denominator === null) return display.value;
  return display.value === null ? null : (display.value / display.denominator) * 100;
}

export function coverageIn(
  display: OutcomeDisplay,
  { kind, combinePlaces }: Pick<Indicator, 'kind' | 'combinePlaces'>,
): TargetCoverage {
  if (display.reported >= display.of) return 'whole';
  return kind !== 'share' && combinePlaces !== 'mean' ? 'part_of_sum' : 'part';
}

/** "Baslinje 3 (2023, enkät)." Empty without a value. */
export function baselineWords(definition: Indicator, locale: Locale): string {
  const { baselineValue, baselineYear, baselineSource } = definition;
  if (baselineValue === null) return '';
  const about = [baselineYear === null ? '' : String(baselineYear), baselineSource].filter((part) => part !== '');
  const known = about.length === 0 ? '' : ` (${about.join(', ')})`;
  return `${locale === 'sv' ? 'Baslinje' : 'Baseline'} ${levelWords(baselineValue, definition, locale)}${known}.`;
}
