import type { Breakdown, IndicatorKind, Label, Recurrence } from '@samhandling/domain';

/** What a follow-up sentence seems to ask for. A proposal only: a person accepts, changes or refuses it. */
export interface IndicatorProposal {
  kind: IndicatorKind;
  /** What is counted or measured ("träffar", "kommuner", "%"), lower case; null when the sentence does not say. */
  unit: string | null;
  breakdown: Breakdown;
  /** Times per year: 10, 1, 0.5 for every second year; null when nothing is said. */
  cadencePerYear: number | null;
  recurrence: Recurrence | null;
  target: number | null;
  /** Which words led to the proposal. */
  reason: Label;
}

interface Cadence {
  perYear: number;
  /** A number of times that is promised, and so a target ("10 gånger per år"). */
  times: number | null;
  words: string;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
};
const NUMBER = String.raw`(\d{1,6}|${Object.keys(NUMBER_WORDS).join('|')})`;
const EDGE = String.raw`(?<![\p{L}\p{N}])`;
const TIMES_PER_YEAR = new RegExp(
  String.raw`${EDGE}${NUMBER}\s+(?:gång(?:er)?|träffar|möten|tillfällen)\s*(?:per|om|\/|varje)\s*år(?:et)?`,
  'iu',
);
const FIXED_CADENCE: readonly { pattern: RegExp; perYear: number }[] = [
  { pattern: /(?<!\p{L})vartannat\s+år/iu, perYear: 0.5 },
  { pattern: /(?<!\p{L})vart\s+tredje\s+år/iu, perYear: 1 / 3 },
  { pattern: /(?<!\p{L})vart\s+fjärde\s+år/iu, perYear: 0.25 },
  {
    pattern: /(?<!\p{L})(?:varje\s+halvår|halvårsvis|halvårsvisa?|varje\s+termin|per\s+termin)(?!\p{L})/iu,
    perYear: 2,
  },
  { pattern: /(?<!\p{L})(?:varje\s+kvartal|kvartalsvis|per\s+kvartal)(?!\p{L})/iu, perYear: 4 },
  { pattern: /(?<!\p{L})(?:varje\s+månad|månadsvis|per\s+månad)(?!\p{L})/iu, perYear: 12 },
  { pattern: /(?<!\p{L})(?:årlig(?:a|t|en)?|varje\s+år|per\s+år|om\s+året)(?!\p{L})|\/år(?!\p{L})/iu, perYear: 1 },
];
const MUNICIPALITY =
  /(?<!\p{L})(?:per|i\s+varje|för\s+varje|fördela[dt]\s+på|uppdela[dt]e?\s+(?:per|på|efter))\s+kommun(?:er)?(?!\p{L})|kommunvis/iu;
const COUNT = /(?<!\p{L})ant(?:a)?l(?:et)?(?!\p{L})/iu;
const SHARE = /(?<!\p{L})(?:andel(?:en|ar)?|procent(?:andel)?(?:en)?)(?!\p{L})|%/iu;
const MEASURE =
  /(?<!\p{L})(?:genomsnitt(?:et|lig(?:t|a)?)?|medel(?:värde|ålder)\p{L}*|index|poäng|kronor|timmar|liter|promille)(?!\p{L})/iu;
const COUNTY_TOTAL = new RegExp(String.raw`(?:länets|alla|samtliga)\s+${NUMBER}\s+(\p{L}+)`, 'iu');
const AT_LEAST = new RegExp(String.raw`(?<!\p{L})(?:minst|högst|totalt|sammanlagt)\s+${NUMBER}\s*(%|\p{L}+)`, 'iu');
const DONE_FIRST =
  /^(?:(?:årlig|gemensam|regional|länsgemensam|ny)(?:a|t)?\s+)?(?:genomför[dt]a?|framtag(?:en|et|na)|beslutad|antag(?:en|et)|upprätta[dt]|färdig(?:ställ[dt])?|etablera[dt]|lansera[dt]|publicera[dt])(?!\p{L})/iu;
const DONE_LAST =
  /(?<!\p{L})(?:genomför[dt]a?|framtag(?:en|et|na)|är\s+(?:beslutad|klar|framtagen|antagen)|beslutad|insamlade?|finns|antag(?:en|et)|upprätta[dt]|klart?|färdig(?:ställ[dt]a?)?|etablera[dt]|lansera[dt]|publicera[dt])\s*[.!]?$/iu;
const ONE_OFF =
  /^(?:sammanställning|redovisning|dialogmöte|enkät|rapport|kartläggning|inventering|utvärdering)(?:en|et)?(?!\p{L})/iu;
/** Sentences that count occasions take a promised number of occasions as their target. */
const OCCASION = /träff|möte|sammankomst|tillfälle|gång|besök|tillsyn/iu;

/**
 * Proposes how a follow-up sentence is measured. The activity's own text may hold the frequency and the target
 * ("ska träffas 10 gånger per år"), which then serve the sentences that count occasions.
 */
export function proposeIndicator(sentence: string, activityText = ''): IndicatorProposal {
  const reasons: Label[] = [];
  const own = cadenceOf(sentence);
  const kind = kindOf(sentence, reasons);
  let unit = kind === 'share' ? '%' : kind === 'count' ? unitOf(sentence) : null;
  let target: number | null = null;

  const total = COUNTY_TOTAL.exec(sentence);
  const atLeast = AT_LEAST.exec(sentence);
  let finalKind = kind;
  if (total && kind !== 'share') {
    finalKind = 'count';
    target = numberOf(total[1] ?? '');
    unit = (total[2] ?? '').toLocaleLowerCase('sv');
    reasons.push({ sv: `”${total[0]}” ger målvärdet ${target}.`, en: `“${total[0]}” gives the target ${target}.` });
  } else if (atLeast && (kind === 'count' || kind === 'share' || kind === 'text')) {
    target = numberOf(atLeast[1] ?? '');
    if (kind === 'text') {
      finalKind = /%|procent/iu.test(atLeast[2] ?? '') ? 'share' : 'count';
      unit = finalKind === 'share' ? '%' : (atLeast[2] ?? '').toLocaleLowerCase('sv');
    }
    reasons.push({ sv: `”${atLeast[0]}” ger målvärdet ${target}.`, en: `“${atLeast[0]}” gives the target ${target}.` });
  }

  const borrowed = own === null || own.times === null ? cadenceOf(activityText) : null;
  const serves = borrowed !== null && finalKind === 'count' && OCCASION.test(sentence);
  const cadence = own?.times != null ? own : serves ? borrowed : own;
  if (cadence) {
    const where =
      cadence === own
        ? { sv: 'Meningen', en: 'The sentence' }
        : { sv: 'Aktivitetens text', en: 'The text of the activity' };
    reasons.push({ sv: `${where.sv} säger ”${cadence.words}”.`, en: `${where.en} says “${cadence.words}”.` });
    if (target === null && cadence.times !== null && finalKind !== 'share') {
      target = cadence.times;
      if (finalKind === 'text') finalKind = 'count';
    }
  }

  const breakdown: Breakdown = MUNICIPALITY.test(sentence) ? 'municipality' : 'none';
  if (breakdown === 'municipality')
    reasons.push({ sv: 'Värdet efterfrågas per kommun.', en: 'The value is asked for per municipality.' });
  const recurrence: Recurrence | null = cadence ? 'yearly' : finalKind === 'milestone' ? 'once' : null;
  const reason = { sv: reasons.map((part) => part.sv).join(' '), en: reasons.map((part) => part.en).join(' ') };
  return { kind: finalKind, unit, breakdown, cadencePerYear: cadence?.perYear ?? null, recurrence, target, reason };
}

function kindOf(sentence: string, reasons: Label[]): IndicatorKind {
  const share = SHARE.exec(sentence);
  if (share && !/^ant/iu.test(sentence)) {
    reasons.push({ sv: `”${share[0]}” tyder på en andel.`, en: `“${share[0]}” suggests a share.` });
    return 'share';
  }
  const count = COUNT.exec(sentence);
  if (count) {
    reasons.push({ sv: `”${count[0]}” tyder på ett antal.`, en: `“${count[0]}” suggests a count.` });
    return 'count';
  }
  const measure = MEASURE.exec(sentence);
  if (measure) {
    reasons.push({ sv: `”${measure[0]}” tyder på ett mått.`, en: `“${measure[0]}” suggests a measure.` });
    return 'measure';
  }
  const done = DONE_FIRST.exec(sentence) ?? DONE_LAST.exec(sentence) ?? ONE_OFF.exec(sentence);
  if (done) {
    reasons.push({
      sv: `”${done[0].trim()}” tyder på något som är gjort eller inte.`,
      en: `“${done[0].trim()}” suggests something that is done or not.`,
    });
    return 'milestone';
  }
  reasons.push({
    sv: 'Meningen nämner inget som kan räknas. Den följs upp med text.',
    en: 'The sentence names nothing that can be counted. It is followed up in words.',
  });
  return 'text';
}

function cadenceOf(text: string): Cadence | null {
  const times = TIMES_PER_YEAR.exec(text);
  if (times) {
    const count = numberOf(times[1] ?? '');
    return { perYear: count, times: count, words: times[0] };
  }
  for (const { pattern, perYear } of FIXED_CADENCE) {
    const found = pattern.exec(text);
    if (found) return { perYear, times: null, words: found[0] };
  }
  return null;
}

function numberOf(text: string): number {
  return NUMBER_WORDS[text.toLocaleLowerCase('sv')] ?? Number(text);
}

const UNIT_STOP =
  /^(?:som|där|vid|i|av|för|med|gällande|per|till|från|utifrån|och|eller|samt|enligt|mot|om|på|hos|inom|riktade|kopplade|uppdela[dt]|vilka|utöver|under|är|har)$/iu;
const UNIT_SKIP =
  /^(?:\p{L}*(?:ade|ande|ende|ella|iga|ala|ska|iva)|genomförda|erbjudna|nya|anmälda|gemensamma|olika|regelbundna|framtagna|inskickade|totala?|unika)$/iu;

/** The noun after "antal": adjectives before it are left out, and so is "/år" after it. */
function unitOf(sentence: string): string | null {
  let skipped: string | null = null;
  const rest = sentence.replace(/^.*?(?<!\p{L})ant(?:a)?l(?:et)?\s+/iu, '');
  for (const raw of rest.split(/\s+/u).slice(0, 6)) {
    const word = raw
      .replace(/\/år[.,]?$/iu, '')
      .replace(/[.,;:)”"]+$/u, '')
      .replace(/^[("”]/u, '')
      .toLocaleLowerCase('sv');
    if (UNIT_STOP.test(word)) return skipped;
    if (UNIT_SKIP.test(word)) {
      if (/[.,;:]$/u.test(raw)) return word;
      skipped = word;
      continue;
    }
    return /\p{L}/u.test(word) ? word : null;
  }
  return null;
}
