import { RULE_METHOD_LABELS, type RuleMethod } from './event.ts';
import type { Locale } from './locale.ts';

function listed(names: readonly string[], word: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

/**
 * What a rule counts, in words: "Antal händelser av typen dialogmöte eller utbildning, under 2.2/5". `references` are the
 * activities the indicator serves; none is said to be anything. Kinds are named as the county writes them.
 */
export function ruleWords(
  method: RuleMethod,
  kindNames: readonly string[],
  references: readonly string[],
  locale: Locale,
): string {
  const isSwedish = locale === 'sv';
  const names = listed(kindNames.map(lowerFirst), isSwedish ? 'eller' : 'or');
  const what = RULE_METHOD_LABELS[method][locale];
  const events = ((): string => {
    if (method === 'count_events') {
      if (names === '') return '';
      return isSwedish ? ` av typen ${names}` : ` of the kind ${names}`;
    }
    if (names === '') return isSwedish ? ' i alla händelser' : ' in all events';
    return isSwedish ? ` i händelser av typen ${names}` : ` in events of the kind ${names}`;
  })();
  const under = listed(references, isSwedish ? 'och' : 'and');
  return `${what}${events}${under === '' ? '' : `, under ${under}`}`;
}

/** "Nätverksträff" within a sentence; an abbreviation such as "ANDT-träff" keeps its capitals. */
function lowerFirst(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase('sv') + name.slice(1) : name;
}
