import type { RuleMethod } from './event.ts';

/** A kind of event as the county names it. */
export interface NamedKind {
  readonly id: string;
  readonly name: string;
}

export interface ProposedRule {
  readonly method: RuleMethod;
  /** Ids of kinds that were given; empty: events of every kind. */
  readonly kindIds: readonly string[];
  /** The words of the sentence it was read from. */
  readonly because: string;
}

/** Says nothing of what is counted, so it may stand before it. */
const PASSING = new Set(
  `genomförda hållna anordnade arrangerade ordnade gemensamma regionala lokala länsgemensamma länsövergripande
  kommunövergripande årliga utförda riktade olika nya fysiska digitala öppna samordnade avslutade drogförebyggande
  brottsförebyggande förebyggande större mindre särskilda interna externa oanmälda anmälda`.split(/\s+/u),
);
/** What stands between the thing counted and the rest of the sentence. */
const ENDS_SUBJECT = new Set('som där i på med vid till för inom från av under hos kring om mot per mellan'.split(' '));
const NOT_YET = /\b(?:planer\p{L}*|kommande|framtida)\b/iu;
/** Offered is not held. */
const OFFERED = /^erbjud(?:na|en|et)$/u;
const TAKING_PART =
  /\b(?:deltagit|deltar|deltog|delta|medverkat|medverkar|närvarat|gått|genomgått|utbildats|utbildat|besökts|nåtts|nås|fått|erbjudits|haft|hållit|genomfört|genomförts|anordnat|anordnats|arrangerat)\b/iu;
const MUNICIPALITY = /^kommun(?:er|erna|ers)?$/u;
const ORGANISATION =
  /^(?:organisation(?:er|erna)?|aktör(?:er|erna)?|förening(?:ar|arna)?|myndighet(?:er|erna)?|verksamhet(?:er|erna)?|skol(?:a|or|orna)|företag(?:en)?)$/u;
const PARTICIPANT = /^(?:deltagare|deltagarna|besökare|åhörare)$/u;
const PERSON =
  /^(?:person(?:er|erna)?|personal|medarbetare|föräldrar|vårdnadshavare|elever|ungdomar|ledare|anställda|handläggare|lärare|chefer|politiker|medborgare)$/u;
const TRAINED = /^utbildade$/u;
const VISITED = /^besökta$/u;
const TAKING_PART_WORD = /^(?:deltagande|medverkande)$/u;
const REACHED = /^nådda$/u;
/** Endings a Swedish noun may have after its stem: plural, definite, genitive. */
const ENDING = '(?:ar|arna|er|erna|or|orna|n|na|en|et|s|r|ns|rna)?';
/** Second parts that still name the event: utbildningstillfällen, träffdagar. */
const OCCASION = '(?:s?(?:tillfäll(?:e|en)|dag(?:ar|en)?|pass(?:en)?|insats(?:er)?|träff(?:ar)?))?';
/** The last part of a kind's name, which people use alone: träffar, möten, besök. */
const HEADS = ['träff', 'möte', 'besök', 'utbildning', 'kampanj', 'konferens'] as const;

/**
 * Reads an indicator's published sentence and proposes how it could be computed from events, or null when the sentence
 * does not say. Only sentences that begin with "Antal" are read. It is a proposal: a rule is never set without a
 * person's yes (product, section 3), so a doubtful sentence gives null rather than a guess. Never throws.
 */
export function proposeRule(text: string, kinds: readonly NamedKind[]): ProposedRule | null {
  const sentence = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const [first = ''] = sentence.split(/[.!?](?:\s|$)/u);
  const match = /^antal(?:et)? (.+)$/iu.exec(first);
  const said = match?.[1]?.toLocaleLowerCase('sv') ?? '';
  if (said === '' || /\b(?:antal(?:et)?|andel(?:en)?|procent)\b/u.test(said) || NOT_YET.test(said)) return null;
  const words = said
    .replace(/\/år\b/u, '')
    .split(' ')
    .map((word) => word.replace(/^[("”]+|[,;:)"”]+$/gu, ''));
  const end = words.findIndex((word) => ENDS_SUBJECT.has(word));
  const subject = end < 0 ? words : words.slice(0, end);
  const rest = end < 0 ? [] : words.slice(end);
  if (subject.some((word) => OFFERED.test(word))) return null;
  const found = readSubject(subject, rest, kinds);
  return found && { ...found, because: becauseOf(first, found.counted) };
}

type Found = Omit<ProposedRule, 'because'> & { readonly counted: number };

function readSubject(subject: readonly string[], rest: readonly string[], kinds: readonly NamedKind[]): Found | null {
  const named = subject.filter((word) => !PASSING.has(word));
  const head = named.find((word) => [MUNICIPALITY, ORGANISATION, PARTICIPANT, PERSON].some((is) => is.test(word)));
  const before = named.find((word) => [TRAINED, VISITED, TAKING_PART_WORD, REACHED].some((is) => is.test(word)));
  const inRest = kindsIn(rest, kinds);
  const whole = subject.length + rest.length;
  const found = (method: RuleMethod, kindIds: readonly string[], counted = whole): Found => ({
    method,
    kindIds,
    counted,
  });
  if (before !== undefined && TRAINED.test(before)) {
    const trainings = kindsIn(['utbildning'], kinds);
    if (head === undefined || PERSON.test(head))
      return trainings.length > 0 ? found('sum_participants', trainings) : null;
    return null;
  }
  if (head !== undefined && (MUNICIPALITY.test(head) || ORGANISATION.test(head))) {
    const method = MUNICIPALITY.test(head) ? 'distinct_municipalities' : 'distinct_organisations';
    if (before !== undefined && VISITED.test(before)) {
      const visits = kindsIn(['besök'], kinds).filter(
        (id) => method === 'distinct_municipalities' || isNotMunicipal(id, kinds),
      );
      return visits.length > 0 ? found(method, visits) : null;
    }
    if (before !== undefined) return found(method, inRest);
    if ((rest[0] !== 'som' && rest[0] !== 'där') || !TAKING_PART.test(rest.join(' '))) return null;
    const visits = /\bbesökts\b/u.test(rest.join(' ')) ? kindsIn(['besök'], kinds) : [];
    const kindIds = inRest.length > 0 ? inRest : visits;
    return kindIds.length > 0 ? found(method, kindIds) : null;
  }
  if (head !== undefined && PARTICIPANT.test(head)) {
    if (rest.length > 0 && rest[0] !== 'per' && inRest.length === 0) return null;
    return named.length === 1 ? found('sum_participants', inRest) : null;
  }
  if (head !== undefined) {
    const trained = /\b(?:utbildats|utbildning(?:en|ar|arna)?)\b/u.test(rest.join(' '));
    const kindIds = inRest.length > 0 ? inRest : trained ? kindsIn(['utbildning'], kinds) : [];
    const takesPart = (rest[0] === 'som' && TAKING_PART.test(rest.join(' '))) || before !== undefined;
    return takesPart && kindIds.length > 0 ? found('sum_participants', kindIds) : null;
  }
  const counted = kindsIn(named, kinds);
  const strange = named.filter(
    (word) => word !== 'och' && word !== 'eller' && word !== 'samt' && kindsIn([word], kinds).length === 0,
  );
  return counted.length > 0 && strange.length <= 1 ? found('count_events', counted, subject.length) : null;
}

/** Kinds that any of the words names, in the county's order. A word that is the last part of several kinds names them all. */
function kindsIn(words: readonly string[], kinds: readonly NamedKind[]): string[] {
  return kinds.filter(({ name }) => words.some((word) => isNamedBy(name, word))).map(({ id }) => id);
}

function isNamedBy(kindName: string, word: string): boolean {
  const name = kindName.normalize('NFC').trim().toLocaleLowerCase('sv');
  if (name.length < 3 || word.length < 3) return false;
  const stems = [name, ...HEADS.filter((head) => name !== head && name.endsWith(head))];
  return stems.some((stem) => new RegExp(`^${stemOf(stem)}(?:${ENDING}|${OCCASION})$`, 'u').test(word));
}

/** The stem with what a regular expression would read as signs made harmless; a final vowel may change or fall. */
function stemOf(name: string): string {
  const [last = ''] = name.slice(-1);
  const kept = /[ae]/u.test(last) ? name.slice(0, -1) : name;
  const safe = kept.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
  return kept === name ? safe : `${safe}${last}?`;
}

function isNotMunicipal(id: string, kinds: readonly NamedKind[]): boolean {
  return !/kommun/iu.test(kinds.find((kind) => kind.id === id)?.name ?? '');
}

/** "Antal" and as many words as were read, as published. */
function becauseOf(sentence: string, words: number): string {
  return sentence
    .split(' ')
    .slice(0, words + 1)
    .join(' ')
    .replace(/[,;:]+$/u, '');
}
