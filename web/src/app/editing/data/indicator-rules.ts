import { Service } from '@angular/core';
import type { Indicator, UpdateIndicatorRequest } from '@samhandling/contracts';
import {
  BREAKDOWNS,
  BREAKDOWN_LABELS,
  type Breakdown,
  DIRECTIONS,
  DIRECTION_LABELS,
  type Direction,
  INDICATOR_KINDS,
  INDICATOR_KIND_LABELS,
  type IndicatorKind,
  PLACE_COMBINATIONS,
  type PlaceCombination,
} from '@samhandling/domain';
import { injectLocale } from '@samhandling/ui';
import { yesOrNo } from '../../core/stale.ts';
import { type EditRules, type FieldErrors, type FormValue, changedFields } from '../edit-session.ts';
import { numberText, readNumber } from './form-values.ts';

const NUMBERS = [
  'decimals',
  'target',
  'targetMargin',
  'baselineValue',
  'baselineYear',
  'smallNumberThreshold',
] as const;

/** How the definition of an indicator becomes a form, and back. */
@Service()
export class IndicatorRules {
  private readonly locale = injectLocale();

  readonly labels: Readonly<Record<string, string>> = {
    text: $localize`:@@editing.indicator.text:Mening`,
    kind: $localize`:@@editing.indicator.kind:Slag`,
    breakdown: $localize`:@@editing.indicator.breakdown:Uppdelning`,
    combinePlaces: $localize`:@@editing.indicator.combine:Länets värde av kommunernas`,
    direction: $localize`:@@editing.indicator.direction:Vad är bra?`,
    unit: $localize`:@@editing.indicator.unit:Enhet`,
    decimals: $localize`:@@editing.indicator.decimals:Decimaler`,
    target: $localize`:@@editing.indicator.target:Målvärde`,
    targetMargin: $localize`:@@editing.indicator.margin:Nära målet är inom (procent)`,
    baselineValue: $localize`:@@editing.indicator.baseline:Baslinje`,
    baselineYear: $localize`:@@editing.indicator.baselineYear:Baslinjens år`,
    baselineSource: $localize`:@@editing.indicator.baselineSource:Baslinjens källa`,
    smallNumberThreshold: $localize`:@@editing.indicator.threshold:Skydda värden under`,
    bySex: $localize`:@@editing.indicator.bySex:Kvinnor och män`,
  };
  readonly hints: Readonly<Record<string, string>> = {
    unit: $localize`:@@editing.indicator.unitHint:Till exempel träffar eller kommuner`,
    targetMargin: $localize`:@@editing.indicator.marginHint:0 till 100. Tomt ger 10 procent`,
    smallNumberThreshold: $localize`:@@editing.indicator.thresholdHint:Tomt ger det vanliga skyddet`,
  };
  readonly selects = [
    {
      name: 'kind',
      options: INDICATOR_KINDS.map((code) => ({ code: String(code), label: INDICATOR_KIND_LABELS[code][this.locale] })),
    },
    {
      name: 'breakdown',
      options: BREAKDOWNS.map((code) => ({ code: String(code), label: BREAKDOWN_LABELS[code][this.locale] })),
    },
    {
      name: 'combinePlaces',
      options: PLACE_COMBINATIONS.map((code) => ({ code: String(code), label: combinationWord(code) })),
    },
    {
      name: 'direction',
      options: DIRECTIONS.map((code) => ({ code: String(code), label: DIRECTION_LABELS[code][this.locale] })),
    },
  ];
  readonly texts = [
    'unit',
    'decimals',
    'target',
    'targetMargin',
    'baselineValue',
    'baselineYear',
    'baselineSource',
    'smallNumberThreshold',
  ] as const;

  /** Whether a field means anything for this kind of indicator. */
  applies(name: string, kind: string, breakdown: string): boolean {
    if (name === 'kind') return true;
    if (name === 'combinePlaces') return breakdown === 'municipality' && kind !== 'text';
    if (name === 'breakdown') return true;
    if (kind === 'text') return false;
    if (kind === 'milestone') return false;
    if (name === 'decimals') return kind === 'measure' || kind === 'share';
    if (name === 'unit') return kind !== 'share';
    return true;
  }

  readonly form: Omit<EditRules<Indicator>, 'save'> = {
    name: 'indicator',
    labels: this.labels,
    valueOf: (indicator) => this.valueOf(indicator),
    shown: (field, value) => this.shown(field, value),
    check: (value) => this.check(value),
  };

  upLabel(indicator: Indicator): string {
    return $localize`:@@editing.list.up:Flytta upp ${indicator.text}:name:`;
  }

  downLabel(indicator: Indicator): string {
    return $localize`:@@editing.list.down:Flytta ned ${indicator.text}:name:`;
  }

  removeLabel(indicator: Indicator): string {
    return $localize`:@@editing.list.remove:Ta bort ${indicator.text}:name:`;
  }

  requestOf(value: FormValue, base: FormValue): UpdateIndicatorRequest {
    const number = (name: string): number | null => readNumber(String(value[name]), this.locale).value;
    const all: UpdateIndicatorRequest = {
      text: String(value['text']),
      kind: String(value['kind']) as IndicatorKind,
      breakdown: String(value['breakdown']) as Breakdown,
      combinePlaces: String(value['combinePlaces']) as PlaceCombination,
      direction: String(value['direction']) as Direction,
      unit: String(value['unit']).trim(),
      decimals: number('decimals') ?? 0,
      target: number('target'),
      targetMargin: fraction(number('targetMargin')),
      baselineValue: number('baselineValue'),
      baselineYear: number('baselineYear'),
      baselineSource: String(value['baselineSource']).trim(),
      smallNumberThreshold: number('smallNumberThreshold'),
      bySex: value['bySex'] === true,
    };
    const changed = new Set(changedFields(value, base));
    return Object.fromEntries(Object.entries(all).filter(([name]) => changed.has(name)));
  }

  private valueOf(indicator: Indicator): FormValue {
    return {
      text: indicator.text,
      kind: indicator.kind,
      breakdown: indicator.breakdown,
      combinePlaces: indicator.combinePlaces,
      direction: indicator.direction,
      unit: indicator.unit,
      decimals: String(indicator.decimals),
      target: numberText(indicator.target, this.locale),
      targetMargin: numberText(indicator.targetMargin === null ? null : indicator.targetMargin * 100, this.locale),
      baselineValue: numberText(indicator.baselineValue, this.locale),
      baselineYear: String(indicator.baselineYear ?? ''),
      baselineSource: indicator.baselineSource,
      smallNumberThreshold: String(indicator.smallNumberThreshold ?? ''),
      bySex: indicator.bySex,
    };
  }

  private shown(field: string, value: FormValue): string {
    if (field === 'bySex') return yesOrNo(value[field] === true);
    const text = String(value[field]);
    return this.selects.find(({ name }) => name === field)?.options.find(({ code }) => code === text)?.label ?? text;
  }

  private check(value: FormValue): FieldErrors {
    const errors: Record<string, string[]> = {};
    if (String(value['text']).trim() === '') errors['text'] = [$localize`:@@editing.text.missing:Skriv en text.`];
    for (const name of NUMBERS) {
      const { reason } = readNumber(String(value[name]), this.locale);
      if (reason !== '') errors[name] = [reason];
    }
    const margin = readNumber(String(value['targetMargin']), this.locale).value;
    if (margin !== null && (margin < 0 || margin > 100)) {
      errors['targetMargin'] = [
        $localize`:@@editing.indicator.marginRange:Marginalen är från 0 till 100 procent av målvärdet.`,
      ];
    }
    return errors;
  }
}

/** People write per cent; stored is the fraction, with at most four decimals. */
function fraction(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * 100) / 10_000;
}

function combinationWord(code: PlaceCombination): string {
  switch (code) {
    case 'sum':
      return $localize`:@@editing.combine.sum:Summan`;
    case 'mean':
      return $localize`:@@editing.combine.mean:Medelvärdet`;
    case 'count_yes':
      return $localize`:@@editing.combine.countYes:Antalet som nått den`;
  }
}
