import type { IndicatorRule, IndicatorRuleProposal, RuleList } from '@samhandling/contracts';
import type { Locale, RuleMethod } from '@samhandling/domain';

export type RuleItem = RuleList['items'][number];

/** What the page can be narrowed to. */
export const RULE_VIEWS = ['all', 'proposed', 'ruled', 'none'] as const;
export type RuleView = (typeof RULE_VIEWS)[number];

const VIEW_WORDS: Readonly<Record<RuleView, string | null>> = {
  all: null,
  proposed: 'forslag',
  ruled: 'med-regel',
  none: 'utan-regel',
};

export function viewOf(word: string | undefined): RuleView {
  return RULE_VIEWS.find((view) => VIEW_WORDS[view] === word) ?? 'all';
}

export function viewWord(view: RuleView): string | null {
  return VIEW_WORDS[view];
}

/** A proposal nobody has said yes to; with a rule set there is nothing to propose. */
export function openProposal(item: Pick<IndicatorRule, 'method' | 'proposal'>): IndicatorRuleProposal | null {
  return item.method === null ? item.proposal : null;
}

export function inView(item: RuleItem, view: RuleView): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'ruled':
      return item.method !== null;
    case 'proposed':
      return openProposal(item) !== null;
    case 'none':
      return item.method === null && item.proposal === null;
  }
}

/** The rule as it is being written, in words: what will count, so that nobody has to guess what a choice does. */
export function previewWords(
  method: RuleMethod,
  kinds: readonly string[],
  references: readonly string[],
  locale: Locale,
): string {
  const where = references.join(', ');
  const which =
    kinds.length === 0
      ? $localize`:@@events.preview.everyKind:händelser av alla typer`
      : $localize`:@@events.preview.kinds:händelser av typen ${listed(kinds, locale)}:kinds:`;
  switch (method) {
    case 'count_events':
      return $localize`:@@events.preview.count:Räknar ${which}:which: under ${where}:where:. Varje händelse räknas en gång.`;
    case 'sum_participants':
      return $localize`:@@events.preview.sum:Lägger ihop deltagarna vid ${which}:which: under ${where}:where:.`;
    case 'distinct_municipalities':
      return $localize`:@@events.preview.municipalities:Räknar kommuner som var med vid ${which}:which: under ${where}:where:. Varje kommun räknas en gång.`;
    case 'distinct_organisations':
      return $localize`:@@events.preview.organisations:Räknar organisationer som deltog vid ${which}:which: under ${where}:where:. Varje organisation räknas en gång.`;
  }
}

/** "nätverksträff, utbildning eller kampanj" */
function listed(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    names.map((name) => name.toLocaleLowerCase(locale)),
  );
}
