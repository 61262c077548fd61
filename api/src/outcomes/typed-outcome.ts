import type { PutOutcomeRequest } from '@samhandling/contracts';
import {
  formatDay,
  formatNumber,
  parseDay,
  parseNumberText,
  parseShareText,
  type IndicatorKind,
  type Label,
  type Locale,
  type OutcomeState,
  type RefusedNumber,
} from '@samhandling/domain';
import type { FieldProblem } from '../platform/http/problem-exception.ts';

/** What a cell shall hold. */
export interface TypedOutcome {
  readonly state: OutcomeState;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly day: string | null;
  readonly text: string;
}

/** `empty`: not reported, the row is taken away. */
export type ReadOutcome =
  | { readonly state: 'empty' }
  | { readonly state: 'outcome'; readonly outcome: TypedOutcome }
  | { readonly state: 'refused'; readonly errors: readonly FieldProblem[] };

export interface TypedRule {
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly unit: string;
}

type Typed = Pick<PutOutcomeRequest, 'input' | 'denominatorInput' | 'day'>;

const NOTHING: TypedOutcome = { state: 'value', value: null, denominator: null, day: null, text: '' };
const EMPTY: ReadOutcome = { state: 'empty' };
const NOT_APPLICABLE: ReadOutcome = { state: 'outcome', outcome: { ...NOTHING, state: 'not_applicable' } };

const NUMERATOR_MISSING: Label = {
  sv: 'Skriv hur många av dem det gäller. Är det ingen, skriv 0.',
  en: 'Write how many of them it concerns. If none, write 0.',
};
const DENOMINATOR_MISSING: Label = {
  sv: 'Skriv av hur många. En andel utan nämnare går inte att tolka.',
  en: 'Write out of how many. A share without a denominator cannot be understood.',
};
const DENOMINATOR_ZERO: Label = {
  sv: 'Nämnaren måste vara minst 1. Fanns det ingen att räkna, skriv e.t. (ej tillämpligt).',
  en: 'The denominator must be at least 1. If there was nobody to count, write n/a (not applicable).',
};
const DAY_WITHOUT_YES: Label = {
  sv: 'En dag hör till ett ja. Ta bort dagen eller svara ja.',
  en: 'A day belongs to a yes. Take the day away or answer yes.',
};

/**
 * Reads what was typed or pasted into one cell by the indicator's kind, with the number rule of the domain. The kinds
 * of empty stay apart: nothing (or a dash) is not reported, "e.t." is stated not applicable, 0 is a value.
 *
 * Milestones take yes or no, or the day itself ("12 mars 2026" is a yes on that day), which may not lie after `today`. Today is asked for only
 * then: telling what day it is in Sweden costs more than all the rest of this.
 * `storedDay` stands when a yes comes without saying anything of the day.
 */
export function readTyped(
  typed: Typed,
  rule: TypedRule,
  today: () => string,
  storedDay: string | null = null,
): ReadOutcome {
  if (rule.kind === 'share') return readShare(typed);
  if (rule.kind === 'milestone') return readMilestone(typed, today, storedDay);
  const parsed = parseNumberText(typed.input, rule);
  if (parsed.state === 'not_reported') return EMPTY;
  if (parsed.state === 'not_applicable') return NOT_APPLICABLE;
  if (rule.kind === 'text') return { state: 'outcome', outcome: { ...NOTHING, text: typed.input.trim() } };
  if (parsed.state === 'refused') return refuse('/input', parsed, rule);
  return { state: 'outcome', outcome: { ...NOTHING, value: parsed.value } };
}

function readShare({ input, denominatorInput = '' }: Typed): ReadOutcome {
  const rule: TypedRule = { kind: 'share', decimals: 0, unit: '' };
  const inOne = parseShareText(input);
  if (inOne.state === 'value' && denominatorInput.trim() === '') return share(inOne.numerator, inOne.denominator);
  const numerator = parseNumberText(input, rule);
  const denominator = parseNumberText(denominatorInput, rule);
  if (numerator.state === 'refused') return refuse('/input', numerator, rule);
  if (denominator.state === 'refused') return refuse('/denominatorInput', denominator, rule);
  if (numerator.state === 'not_applicable') return NOT_APPLICABLE;
  if (numerator.state === 'not_reported') {
    return denominator.state === 'value' ? problem('/input', 'numerator_missing', NUMERATOR_MISSING) : EMPTY;
  }
  if (denominator.state !== 'value') return problem('/denominatorInput', 'denominator_missing', DENOMINATOR_MISSING);
  if (denominator.value === 0) return problem('/denominatorInput', 'denominator_zero', DENOMINATOR_ZERO);
  if (numerator.value > denominator.value) {
    return problem('/input', 'not_a_share', {
      sv: `Delen (${formatNumber(numerator.value, 0, 'sv')}) kan inte vara större än det hela (${formatNumber(denominator.value, 0, 'sv')}).`,
      en: `The part (${formatNumber(numerator.value, 0, 'en')}) cannot be greater than the whole (${formatNumber(denominator.value, 0, 'en')}).`,
    });
  }
  return share(numerator.value, denominator.value);
}

function share(value: number, denominator: number): ReadOutcome {
  return { state: 'outcome', outcome: { ...NOTHING, value, denominator } };
}

function readMilestone({ input, day }: Typed, askToday: () => string, storedDay: string | null): ReadOutcome {
  const typedDay = parseDay(input);
  const parsed = typedDay ? ({ state: 'value', value: 1 } as const) : parseNumberText(input, { kind: 'milestone' });
  if (parsed.state === 'refused') return refuse('/input', parsed, { kind: 'milestone', decimals: 0, unit: '' });
  const isYes = parsed.state === 'value' && parsed.value === 1;
  if (!isYes && day) return problem('/day', 'day_without_yes', DAY_WITHOUT_YES);
  if (parsed.state === 'not_reported') return EMPTY;
  if (parsed.state === 'not_applicable') return NOT_APPLICABLE;
  const reached = isYes ? (typedDay ?? (day === undefined ? storedDay : day)) : null;
  const today = reached === null ? '' : askToday();
  if (reached !== null && reached > today) {
    return problem(typedDay ? '/input' : '/day', 'day_in_future', {
      sv: `Dagen har inte varit än. Den kan vara senast i dag, ${formatDay(today, 'sv')}.`,
      en: `The day has not been yet. It can be no later than today, ${formatDay(today, 'en')}.`,
    });
  }
  return { state: 'outcome', outcome: { ...NOTHING, value: parsed.value, day: reached } };
}

function refuse(pointer: string, refused: RefusedNumber, rule: TypedRule): ReadOutcome {
  return problem(pointer, refused.code, withSuggestion(refused, rule));
}

function problem(pointer: string, code: string, reason: Label): ReadOutcome {
  return { state: 'refused', errors: [{ pointer, code, reason }] };
}

/** "12,5 st" → "Skriv bara talet: 12,5". The value is offered in the words, never taken in silence. */
function withSuggestion({ code, reason, suggestion }: RefusedNumber, { decimals }: TypedRule): Label {
  if (suggestion === null) return reason;
  const offered = (locale: Locale): string => formatNumber(suggestion, decimals, locale);
  if (code === 'unit_in_value') {
    return { sv: `Skriv bara talet: ${offered('sv')}`, en: `Write only the number: ${offered('en')}` };
  }
  return { sv: `${reason.sv} Menar du ${offered('sv')}?`, en: `${reason.en} Do you mean ${offered('en')}?` };
}
