import type { FlagCode, FlagValues } from './flags.ts';

export interface NameReading {
  names: string[];
  groups: string[];
  openEnded: boolean;
  habits: { code: FlagCode; values: FlagValues }[];
}

const NONE = /^(?:[-–—−_.\s]+|ingen|inga|saknas|n\/a|ej aktuellt)$/iu;
const OPEN_ENDING =
  /(?<![\p{L}\p{N}])(?:och\s+)?(?:m\.?\s?fl|med\s+flera|m\.?\s?m|med\s+mera|etc|osv|o\.\s?s\.\s?v)(?![\p{L}\p{N}])\.?/giu;
const OPEN_BEGINNING = /(?<![\p{L}\p{N}])(?:bl\.?\s?a\.?|bland\s+annat|t\.?\s?ex\.?|till\s+exempel|exempelvis)\s+/giu;
const GROUP_WORD = /grupp|råd|nätverk|kommitté|team|utskott|forum|styrelse|nämnd|beredning|samverkan|bord/iu;
const COUNTY_MUNICIPALITIES =
  /^(?:(?:alla|samtliga)\s+)?(?:länets\s+(?:(?:alla|samtliga|\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\s+)?kommuner|kommunerna(?:\s+i\s+länet)?|kommuner\s+i\s+länet|(?<=(?:alla|samtliga)\s+)kommuner)$/iu;

/**
 * An actor's name as it is kept: one spacing, no list mark, no closing punctuation, first letter upper. The county's
 * municipalities taken together have one name, "Kommunerna", however they are written.
 */
export function normaliseActorName(raw: string): string {
  const name = raw
    .replace(/\s+/gu, ' ')
    .replace(/^[\s•▪●*–—-]+/u, '')
    .replace(/[\s.,;:]+$/u, '');
  if (COUNTY_MUNICIPALITIES.test(name)) return 'Kommunerna';
  return name.charAt(0).toLocaleUpperCase('sv') + name.slice(1);
}

/**
 * Reads a printed list of actors. Commas and semicolons divide; "och" divides unless it stands inside one name; a slash
 * never divides (a planner writes it for a pair that acts as one). A parenthesis after the responsible is the group they
 * act through; among partners it stays in the name.
 */
export function readNames(text: string, parenthesisIsGroup: boolean): NameReading {
  const reading: NameReading = { names: [], groups: [], openEnded: false, habits: [] };
  let rest = text.replace(/\s+/gu, ' ').trim();
  if (rest === '' || NONE.test(rest)) return reading;

  const ending = rest.match(OPEN_ENDING) ?? rest.match(OPEN_BEGINNING);
  if (ending) {
    reading.openEnded = true;
    reading.habits.push({ code: 'open_ended', values: { text: (ending[0] ?? '').trim() } });
    rest = rest.replace(OPEN_ENDING, ' ').replace(OPEN_BEGINNING, ' ').replace(/\s+/gu, ' ').trim();
  }
  if (parenthesisIsGroup) rest = takeGroups(rest, reading);
  const full = !reading.openEnded && /\p{L}\.$/u.test(rest);

  const seen = new Set<string>();
  for (const segment of splitOutsideParentheses(rest)) {
    for (const raw of splitAtAnd(segment, reading)) add(raw, reading, seen);
  }
  if (full) reading.habits.push({ code: 'name_full_stop', values: { name: reading.names.at(-1) ?? '' } });
  return reading;
}

function add(raw: string, reading: NameReading, seen: Set<string>): void {
  const name = normaliseActorName(raw);
  if (!/[\p{L}\p{N}]/u.test(name)) return;
  if (seen.has(name)) {
    reading.habits.push({ code: 'duplicate_name', values: { name } });
    return;
  }
  if (/\p{L}\s?\/\s?\p{L}/u.test(name)) reading.habits.push({ code: 'name_with_slash', values: { name } });
  seen.add(name);
  reading.names.push(name);
}

function takeGroups(text: string, reading: NameReading): string {
  const rest = text.replace(/\(([^()]*)(?:\)|$)/gu, (whole, inner: string) => {
    const group = normaliseActorName(inner);
    if (group === '') return ' ';
    if (/^[\p{Lu}\d/-]+$/u.test(group) || (!GROUP_WORD.test(group) && /^\p{Ll}/u.test(inner.trim()))) {
      reading.habits.push({ code: 'name_parenthesis', values: { text: whole } });
      return whole;
    }
    if (!reading.groups.includes(group)) reading.groups.push(group);
    return ' ';
  });
  if (reading.groups.length > 1)
    reading.habits.push({ code: 'several_groups', values: { text: reading.groups.join(', ') } });
  return rest
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,;.])/gu, '$1')
    .trim();
}

function splitOutsideParentheses(text: string): string[] {
  const segments: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (char === ',' || char === ';' || char === '•')) {
      segments.push(text.slice(start, at));
      start = at + 1;
    }
  }
  segments.push(text.slice(start));
  return joinHanging(segments)
    .map((segment) => segment.trim().replace(/^(?:och|samt|&)\s+/iu, ''))
    .filter((segment) => segment !== '');
}

/** "Barn-, ungdoms- och familjehälsan" is one name: a part that ends with a hyphen waits for the rest of its word. */
function joinHanging(segments: readonly string[]): string[] {
  const joined: string[] = [];
  let hanging = '';
  for (const segment of segments) {
    const whole = hanging === '' ? segment : `${hanging},${segment}`;
    hanging = /\p{L}-\s*$/u.test(segment) ? whole : '';
    if (hanging === '') joined.push(whole);
  }
  if (hanging !== '') joined.push(hanging);
  return joined;
}

/** Plural adjectives, as in "kommunala och regionala myndigheter". */
const ADJECTIVE = /^\p{L}+(?:ala|ella|iga|iska|ska|iva|ära|ata|ösa|bara|burna|drivna|ade|ande|ende|ria|unga|äldre)$/iu;
const PREPOSITION = /\s(?:för|inom|mot|kring|om|av|i|på|till|med|mellan|hos|från)\s/iu;
/** Words that are an actor of their own wherever they stand. */
const ACTOR =
  /^(?:länets\s+kommuner|kommunerna|polis(?:en|myndigheten)|länsstyrelsen|regionen|region\s+\p{Lu}\p{L}*|skolan|skolorna|näringslivet|föreningslivet|civilsamhället|socialtjänsten|(?:ideella|idéburna)\s+organisationer|brukarorganisationer|arbetsförmedlingen|försäkringskassan|skatteverket|systembolaget|tullverket|kronofogden|kriminalvården)$/iu;
/** Fixed pairs that name one activity field or one administration. */
const PAIR =
  /^(?:kultur och fritid|vård och omsorg|barn och unga|barn och ungdom|barn och utbildning|stöd och omsorg|individ och familj|miljö och hälsa|miljö och bygg|arbete och välfärd|stöd och behandling|brott och straff|hem och skola)/iu;
const DEFINITE = /(?:en|et|n|erna|arna|orna|ena)$/iu;
const PLURAL = /(?:er|ar|or|förbund|företag|lag|ombud)$/iu;

/** Longer than any name: such a segment is running text, and is kept whole rather than weighed word by word. */
const LONGEST_SEGMENT = 400;

function splitAtAnd(segment: string, reading: NameReading): string[] {
  if (segment.length > LONGEST_SEGMENT) return [segment];
  const parts = segment.split(/\s+(och|samt|&)\s+(?![^()]*\))/iu);
  const names: string[] = [];
  let current = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const and = parts[at] ?? 'och';
    const right = parts[at + 1] ?? '';
    const whole = `${current} ${and} ${right}`;
    const verdict = judgeAnd(current, and, right);
    if (verdict === 'one' || verdict === 'one?') {
      if (verdict === 'one?')
        reading.habits.push({ code: 'name_with_and', values: { name: normaliseActorName(whole) } });
      current = whole;
      continue;
    }
    if (verdict === 'two?') reading.habits.push({ code: 'names_split_at_and', values: { name: whole } });
    names.push(current);
    current = right;
  }
  names.push(current);
  return names;
}

/** Whether "left och right" is one actor or two; a question mark says that a person should look. */
function judgeAnd(left: string, and: string, right: string): 'one' | 'one?' | 'two' | 'two?' {
  if (/-$/u.test(left)) return 'one';
  if (and.toLocaleLowerCase('sv') === 'samt') return 'two';
  const bare = right.replace(/\.$/u, '');
  if (PAIR.test(`${left} och ${bare}`)) return 'one?';
  const adjectives = left.split(' ');
  if (adjectives.every((word) => ADJECTIVE.test(word)) && bare.includes(' ')) return 'one?';
  if (ACTOR.test(bare))
    return PREPOSITION.test(` ${left} `) && !/\sRegion\s/u.test(` ${left} `) && !ACTOR.test(left) ? 'two?' : 'two';
  if (PREPOSITION.test(` ${left} `)) return /^\p{Lu}/u.test(bare) ? 'two?' : 'one?';
  if (/^\p{Lu}/u.test(bare)) return 'two';
  const lastLeft = left.split(' ').at(-1) ?? '';
  const lastRight = bare.split(' ').at(-1) ?? '';
  if (DEFINITE.test(lastLeft) && DEFINITE.test(lastRight)) return 'two';
  if (PLURAL.test(lastRight) && (PLURAL.test(lastLeft) || DEFINITE.test(lastLeft))) return 'two';
  return 'two?';
}
