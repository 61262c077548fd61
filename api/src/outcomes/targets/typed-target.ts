import { parseNumberText, type Label } from '@samhandling/domain';
import type { FieldProblem } from '../../platform/http/problem-exception.ts';
import type { StoredTargets } from './targets.repository.ts';

export type ReadTarget =
  | { readonly state: 'value'; readonly value: number }
  | { readonly state: 'none' }
  | { readonly state: 'refused'; readonly error: FieldProblem };

const TEXT: Label = {
  sv: 'Indikatorn följs upp i ord och kan inte ha något målvärde.',
  en: 'The indicator is followed up in words and can have no target.',
};
const PERCENT: Label = {
  sv: 'Målvärdet för en andel anges i procent, från 0 till 100.',
  en: 'The target of a share is given in per cent, from 0 to 100.',
};
const NOT_APPLICABLE: Label = {
  sv: 'Skriv ett tal, eller lämna fältet tomt om inget målvärde ska gälla.',
  en: 'Write a number, or leave the field empty if there is to be no target.',
};

/** Reads a target as typed, by the indicator's kind: a share in per cent, counts and milestones as whole numbers. */
export function readTarget(input: string, pointer: string, definition: StoredTargets['definition']): ReadTarget {
  const { kind, decimals, unit } = definition;
  const rule =
    kind === 'share'
      ? ({ kind: 'measure', unit: '%' } as const)
      : kind === 'measure'
        ? ({ kind: 'measure', decimals, unit } as const)
        : ({ kind: 'count' } as const);
  const parsed = parseNumberText(input, rule);
  const refuse = (code: string, reason: Label): ReadTarget => ({ state: 'refused', error: { pointer, code, reason } });
  if (parsed.state === 'not_reported') return { state: 'none' };
  if (parsed.state === 'not_applicable') return refuse('not_a_number', NOT_APPLICABLE);
  if (parsed.state === 'refused') return refuse(parsed.code, parsed.reason);
  if (kind === 'text') return refuse('no_target', TEXT);
  if (kind === 'share' && (parsed.value < 0 || parsed.value > 100)) return refuse('not_a_percentage', PERCENT);
  return { state: 'value', value: parsed.value };
}
