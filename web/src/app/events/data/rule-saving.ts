import type { EventKind, Id, IndicatorRule, PutIndicatorRuleRequest } from '@samhandling/contracts';
import { type Locale, RULE_METHOD_LABELS, type RuleMethod } from '@samhandling/domain';
import { formatInstant } from '@samhandling/ui';
import type { PartRules } from '../../core/save-part.ts';
import type { EventsApi } from './events-api.ts';

/** A rule as fields that can be compared one by one; the order of its kinds says nothing. */
export interface RuleValues {
  readonly method: RuleMethod | null;
  readonly kindIds: string;
}

export function ruleValues(rule: IndicatorRule | PutIndicatorRuleRequest): RuleValues {
  const ids = 'kinds' in rule ? rule.kinds.map(({ id }) => id) : rule.kindIds;
  return { method: rule.method, kindIds: ids.toSorted().join(',') };
}

/** How a rule is saved, and what is said of its fields when somebody else has set it first. */
export function ruleSaving(
  api: Pick<EventsApi, 'putRule'>,
  kinds: readonly Pick<EventKind, 'id' | 'name'>[],
  locale: Locale,
): PartRules<IndicatorRule, RuleValues> {
  const names = new Map<Id, string>(kinds.map(({ id, name }) => [id, name]));
  return {
    send: (rule, part) => {
      const { method, kindIds } = { ...ruleValues(rule), ...part };
      // Somebody else took the rule away, and that was chosen: it stays so, whatever its kinds would have been.
      if (method === null) return Promise.resolve(rule);
      return api.putRule(rule.indicatorId, rule.version, { method, kindIds: idsIn(kindIds) });
    },
    isStored: isRule,
    valueOf: ruleValues,
    whoSaved: ({ updatedAt, updatedBy }) => {
      if (updatedAt === null || updatedBy === null) return '';
      const when = formatInstant(updatedAt, locale);
      return $localize`:@@events.one.savedBy:${updatedBy.name}:name: sparade ${when}:when:.`;
    },
    labels: {
      method: $localize`:@@events.rules.method:Vad räknas?`,
      kindIds: $localize`:@@events.rules.kinds:Händelsetyper`,
    },
    shown: (name, { method, kindIds }) => {
      if (method === null) return '';
      if (name === 'method') return RULE_METHOD_LABELS[method][locale];
      const ids = idsIn(kindIds);
      if (ids.length === 0) return $localize`:@@events.rules.everyKind:Alla typer`;
      return ids.map((id) => names.get(id) ?? id).join(', ');
    },
  };
}

function idsIn(kindIds: string): Id[] {
  return kindIds === '' ? [] : kindIds.split(',');
}

function isRule(value: unknown): value is IndicatorRule {
  return typeof value === 'object' && value !== null && 'indicatorId' in value && 'method' in value;
}
