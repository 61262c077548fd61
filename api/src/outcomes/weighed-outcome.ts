import type { PutOutcomeRequest } from '@samhandling/contracts';
import { formatNumber, type Label } from '@samhandling/domain';
import type { FieldProblem } from '../platform/http/problem-exception.ts';
import type { StoredContent } from './outcome-changes.repository.ts';
import type { ReadOutcome, TypedOutcome } from './typed-outcome.ts';

/** What a cell shall hold when what was typed has been weighed against what the events give. */
export type WeighedOutcome =
  | { readonly state: 'empty' }
  | {
      readonly state: 'outcome';
      readonly outcome: TypedOutcome;
      readonly fromEvents: boolean;
      readonly keptReason: string;
      readonly keptAgainst: number | null;
    }
  | { readonly state: 'refused'; readonly errors: readonly FieldProblem[] };

type Choice = Pick<PutOutcomeRequest, 'useComputed' | 'keptReason'>;

const NOTHING_COMPUTED: Label = {
  sv: 'Det finns inga händelser att räkna här, så det går inte att använda deras antal.',
  en: 'There are no events to count here, so their number cannot be used.',
};
const NOTHING_TO_WEIGH: Label = {
  sv: 'Det inskrivna skiljer sig inte från vad händelserna ger, så inget behöver förklaras.',
  en: 'What is typed does not differ from what the events give, so nothing needs explaining.',
};

/**
 * A person chooses between what is typed and what the events give, and says why when the typed one is kept (product,
 * section 4). What is kept is kept against the computed value of that moment; when it moves, the question is new. Taking
 * a typed value away lets the computed one take its place: something is registered, so it is not unreported.
 */
export function weighAgainstEvents(
  { useComputed, keptReason }: Choice,
  read: ReadOutcome,
  computed: number | null,
  stored: Pick<StoredContent, 'value' | 'keptReason' | 'keptAgainst'> | undefined,
): WeighedOutcome {
  if (useComputed === true) {
    return computed === null ? refuse('/useComputed', 'nothing_computed', NOTHING_COMPUTED) : fromEvents(computed);
  }
  if (read.state === 'refused') return read;
  if (keptReason !== undefined) return keep(keptReason.trim(), read, computed);
  if (read.state === 'empty') return computed === null ? read : fromEvents(computed);
  const isStillKept = stored !== undefined && stored.keptAgainst !== null && stored.value === read.outcome.value;
  return {
    state: 'outcome',
    outcome: read.outcome,
    fromEvents: false,
    keptReason: isStillKept ? stored.keptReason : '',
    keptAgainst: isStillKept ? stored.keptAgainst : null,
  };
}

function keep(
  keptReason: string,
  read: Exclude<ReadOutcome, { readonly state: 'refused' }>,
  computed: number | null,
): WeighedOutcome {
  if (read.state === 'empty' || computed === null || read.outcome.value === computed)
    return refuse('/keptReason', 'nothing_to_weigh', NOTHING_TO_WEIGH);
  if (keptReason === '') return refuse('/keptReason', 'missing', reasonMissing(computed));
  return { state: 'outcome', outcome: read.outcome, fromEvents: false, keptReason, keptAgainst: computed };
}

function reasonMissing(computed: number): Label {
  return {
    sv: `Skriv varför det inskrivna ska gälla fast händelserna ger ${formatNumber(computed, 0, 'sv')}.`,
    en: `Write why what is typed is to stand although the events give ${formatNumber(computed, 0, 'en')}.`,
  };
}

function fromEvents(value: number): WeighedOutcome {
  return {
    state: 'outcome',
    outcome: { state: 'value', value, denominator: null, day: null, text: '' },
    fromEvents: true,
    keptReason: '',
    keptAgainst: null,
  };
}

function refuse(pointer: string, code: string, reason: Label): WeighedOutcome {
  return { state: 'refused', errors: [{ pointer, code, reason }] };
}
