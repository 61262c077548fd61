import type { Explanation, OutcomeDisplay } from '@samhandling/contracts';
import { formatNumber, OUTCOME_SOURCE_LABELS, type Locale, type Sex } from '@samhandling/domain';
import type { SheetIndicator, StoredOutcome } from '../outcomes.repository.ts';
import { figureWords } from './figure-words.ts';

export type Source = Explanation['sources'][number];

export function storedCell(
  { outcomes }: SheetIndicator,
  municipalityCode: string | null,
  sex: Sex,
): StoredOutcome | undefined {
  return outcomes.find((each) => each.municipalityCode === municipalityCode && each.sex === sex);
}

/** A stored value as a source: who, when and how. Of a protected one only that it is there: its note may name the number. */
export function cellSource(
  indicator: SheetIndicator,
  municipalityCode: string | null,
  sex: Sex,
  label: string,
  shown: OutcomeDisplay,
  link: string,
  locale: Locale,
): Source {
  const stored = storedCell(indicator, municipalityCode, sex);
  const isHidden = shown.state === 'protected';
  return {
    label,
    value: figureWords(shown, indicator.definition, locale),
    source: stored ? OUTCOME_SOURCE_LABELS[stored.source][locale] : '',
    person: isHidden ? null : (stored?.reportedBy ?? null),
    at: isHidden ? null : (stored?.reportedAt ?? null),
    note: isHidden || !stored ? '' : [stored.note, keptWords(stored, locale)].filter((part) => part !== '').join(' '),
    link,
  };
}

/** "Händelserna gav 4. Värdet behölls: …" */
function keptWords({ keptAgainst, keptReason }: StoredOutcome, locale: Locale): string {
  if (keptAgainst === null) return '';
  const number = formatNumber(keptAgainst, 0, locale);
  return locale === 'sv'
    ? `Händelserna gav ${number}. Det inskrivna behölls: ${keptReason}`
    : `The events gave ${number}. The typed value was kept: ${keptReason}`;
}
