import type { GoalJudgement, Judgement, JudgementCounts } from './judgement.ts';
import type { Locale } from './locale.ts';
import { formatNumber } from './number-format.ts';
import { countOf, type Word } from './words.ts';

/** "a", "a och b", "a, b och c": no comma before the last, in either language. */
export function joinList(items: readonly string[], locale: Locale): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${locale === 'sv' ? 'och' : 'and'} ${items.at(-1) ?? ''}`;
}

/** Goals counted by judgement; `total` is the sum of all. */
export type GoalJudgementCounts = Readonly<Record<GoalJudgement, number>> & {
  readonly notJudged: number;
  readonly total: number;
};

export function countGoalJudgements(judgements: readonly (GoalJudgement | null)[]): GoalJudgementCounts {
  const counts: Record<GoalJudgement, number> = { secured: 0, within_reach: 0, needs_support: 0, at_risk: 0 };
  let notJudged = 0;
  for (const judgement of judgements) {
    if (judgement === null) notJudged += 1;
    else counts[judgement] += 1;
  }
  return { ...counts, notJudged, total: judgements.length };
}

/** The forms that agree with the noun: "är genomförd", "är genomfört", "är genomförda". */
type Agreement = 'n' | 't' | 'many';

/** What is said about some of the activities or goals: a verb, and what follows it. */
interface Predicate {
  readonly verb: string;
  readonly rest: string;
}

const agree = (form: Agreement, n: string, t: string, many: string): string => ({ n, t, many })[form];

const ACTIVITY_PREDICATES: Readonly<
  Record<Locale, Readonly<Record<Judgement | 'notJudged', (form: Agreement) => Predicate>>>
> = {
  sv: {
    completed: (form) => ({ verb: 'är', rest: agree(form, 'genomförd', 'genomfört', 'genomförda') }),
    on_track: () => ({ verb: 'pågår', rest: 'enligt plan' }),
    needs_support: () => ({ verb: 'behöver', rest: 'stöd' }),
    not_started: (form) => ({ verb: 'är', rest: agree(form, 'ej påbörjad', 'ej påbörjat', 'ej påbörjade') }),
    cancelled: () => ({ verb: 'utgår', rest: '' }),
    notJudged: (form) => ({ verb: 'är', rest: agree(form, 'inte bedömd', 'inte bedömt', 'inte bedömda') }),
  },
  en: {
    completed: (form) => ({ verb: form === 'many' ? 'are' : 'is', rest: 'completed' }),
    on_track: (form) => ({ verb: form === 'many' ? 'are' : 'is', rest: 'on track' }),
    needs_support: (form) => ({ verb: form === 'many' ? 'need' : 'needs', rest: 'support' }),
    not_started: (form) => ({ verb: form === 'many' ? 'have' : 'has', rest: 'not started' }),
    cancelled: (form) => ({ verb: form === 'many' ? 'are' : 'is', rest: 'cancelled' }),
    notJudged: (form) => ({ verb: form === 'many' ? 'are' : 'is', rest: 'not judged' }),
  },
};

/** Swedish infinitives after "bedöms"; English predicates after "judged". */
const GOAL_JUDGED: Readonly<Record<Locale, Readonly<Record<GoalJudgement, (form: Agreement) => string>>>> = {
  sv: {
    secured: (form) => `vara ${agree(form, 'säkrad', 'säkrat', 'säkrade')}`,
    within_reach: () => 'vara inom räckhåll',
    needs_support: () => 'behöva stöd',
    at_risk: () => 'äventyras',
  },
  en: {
    secured: () => 'secured',
    within_reach: () => 'within reach',
    needs_support: () => 'to need support',
    at_risk: () => 'at risk',
  },
};

/** The order in which sentences and tables tell: best first, what is not known last. */
const ACTIVITY_ORDER = ['completed', 'on_track', 'needs_support', 'not_started', 'cancelled', 'notJudged'] as const;
const GOAL_ORDER = ['secured', 'within_reach', 'needs_support', 'at_risk'] as const;

const formOf = (count: number, word: Word): Agreement => (count === 1 ? word.gender : 'many');
const number = (count: number, locale: Locale): string => formatNumber(count, 0, locale);
const said = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** "Den enda aktiviteten", "Båda delmålen", "Alla 12 aktiviteter": the subject when the same holds for all. */
function everyOne(count: number, word: Word, locale: Locale): string {
  if (locale === 'en') {
    if (count === 1) return `The only ${word.one}`;
    return count === 2 ? `Both ${word.many}` : `All ${number(count, 'en')} ${word.many}`;
  }
  if (count === 1) return `${word.gender === 'n' ? 'Den' : 'Det'} enda ${word.theOne}`;
  return count === 2 ? `Båda ${word.theMany}` : `Alla ${number(count, 'sv')} ${word.many}`;
}

/** What holds for none of them, with its forms. */
const NONE = {
  judged: { n: 'bedömd', t: 'bedömt', en: 'is judged', enNot: 'is not judged' },
  begun: { n: 'påbörjad', t: 'påbörjat', en: 'has started', enNot: 'has not started' },
} as const;

/** "Ingen av de 12 aktiviteterna är bedömd." reads better than all of them not being it. */
function noneOf(count: number, word: Word, locale: Locale, what: keyof typeof NONE): string {
  const { en, enNot, ...participle } = NONE[what];
  if (locale === 'en') {
    if (count === 1) return `${everyOne(1, word, 'en')} ${enNot}.`;
    return `${count === 2 ? 'Neither' : 'None'} of the ${number(count, 'en')} ${word.many} ${en}.`;
  }
  if (count === 1) return `${everyOne(1, word, 'sv')} är inte ${participle[word.gender]}.`;
  return `${word.gender === 'n' ? 'Ingen' : 'Inget'} av de ${number(count, 'sv')} ${word.theMany} är ${participle[word.gender]}.`;
}

function noneAtAll(word: Word, locale: Locale): string {
  return locale === 'sv' ? `Det finns inga ${word.many}.` : `There are no ${word.many}.`;
}

function ofAll(total: number, word: Word, locale: Locale): string {
  return locale === 'sv' ? `Av ${number(total, 'sv')} ${word.many}` : `Of ${number(total, 'en')} ${word.many},`;
}

/**
 * How the activities stand, in one sentence: "Av 12 aktiviteter är 9 genomförda, 2 pågår enligt plan och 1 behöver
 * stöd." The plan's own word is used, with its forms. The numbers of the sentence add up to its total, and there is no
 * percentage.
 */
export function activitySentence(counts: JudgementCounts, word: Word, locale: Locale): string {
  if (counts.total === 0) return noneAtAll(word, locale);
  if (counts.notJudged === counts.total) return noneOf(counts.total, word, locale, 'judged');
  if (counts.not_started === counts.total) return noneOf(counts.total, word, locale, 'begun');
  const present = ACTIVITY_ORDER.filter((key) => counts[key] > 0);
  const predicates = present.map((key) => ({
    count: counts[key],
    ...ACTIVITY_PREDICATES[locale][key](formOf(counts[key], word)),
  }));
  const [first] = predicates;
  if (first && predicates.length === 1) return `${said(everyOne(first.count, word, locale), first.verb, first.rest)}.`;
  const clauses = predicates.map(({ count, verb, rest }, index) =>
    locale === 'sv' && index === 0 ? said(verb, number(count, locale), rest) : said(number(count, locale), verb, rest),
  );
  return `${ofAll(counts.total, word, locale)} ${joinList(clauses, locale)}.`;
}

/**
 * How the goals stand: "Av 6 delmål bedöms 3 vara inom räckhåll och 2 behöva stöd, medan 1 inte är bedömt." Same
 * promises as for activities.
 */
export function goalSentence(counts: GoalJudgementCounts, word: Word, locale: Locale): string {
  if (counts.total === 0) return noneAtAll(word, locale);
  if (counts.notJudged === counts.total) return noneOf(counts.total, word, locale, 'judged');
  const present = GOAL_ORDER.filter((key) => counts[key] > 0);
  const judge = (key: GoalJudgement): string => GOAL_JUDGED[locale][key](formOf(counts[key], word));
  const [only] = present;
  if (only && present.length === 1 && counts.notJudged === 0) {
    const verb = locale === 'sv' ? 'bedöms' : counts.total === 1 ? 'is judged' : 'are judged';
    return `${said(everyOne(counts.total, word, locale), verb, judge(only))}.`;
  }
  const clauses = present.map((key, index) => {
    const verb = index > 0 ? '' : locale === 'sv' ? 'bedöms' : counts[key] === 1 ? 'is judged' : 'are judged';
    return locale === 'sv'
      ? said(verb, number(counts[key], locale), judge(key))
      : said(number(counts[key], locale), verb, judge(key));
  });
  const sentence = `${ofAll(counts.total, word, locale)} ${joinList(clauses, locale)}`;
  if (counts.notJudged === 0) return `${sentence}.`;
  const left = number(counts.notJudged, locale);
  const form = formOf(counts.notJudged, word);
  return locale === 'sv'
    ? `${sentence}, medan ${left} inte är ${agree(form, 'bedömd', 'bedömt', 'bedömda')}.`
    : `${sentence}, while ${left} ${form === 'many' ? 'are' : 'is'} not judged.`;
}

/** Verbs that only tie a predicate to its subject, and are left out of a short count. */
const LINKING_VERBS: ReadonlySet<string> = new Set(['är', 'is', 'are', 'has', 'have']);

/** "9 genomförda", "1 behöver stöd", "2 utgår": one number of a summary by itself, agreeing with the word counted. */
export function judgementCountText(
  judgement: Judgement | 'notJudged',
  count: number,
  word: Word,
  locale: Locale,
): string {
  const { verb, rest } = ACTIVITY_PREDICATES[locale][judgement](formOf(count, word));
  return said(number(count, locale), LINKING_VERBS.has(verb) ? '' : verb, rest);
}

/** "Ingen aktivitet", "Inget delmål", "1 aktivitet", "12 aktiviteter": for headings and empty states. */
export function noneOrCount(count: number, word: Word, locale: Locale): string {
  if (count > 0) return countOf(word, count);
  if (locale === 'en') return `No ${word.many}`;
  return `${word.gender === 'n' ? 'Ingen' : 'Inget'} ${word.one}`;
}
