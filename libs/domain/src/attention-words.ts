import type { AttentionFinding, IndicatorFacts, ShareOf } from './attention.ts';
import { addDays, formatDay } from './date-text.ts';
import { freshnessWords } from './freshness.ts';
import type { Label, Locale } from './locale.ts';
import { formatNumber, formatOf, formatShare, formatWithUnit } from './number-format.ts';
import { joinList } from './prose.ts';
import { marginWords } from './target-words.ts';

const daysSv = (days: number): string => (days === 1 ? '1 dag' : `${formatNumber(days, 0, 'sv')} dagar`);
const daysEn = (days: number): string => (days === 1 ? '1 day' : `${formatNumber(days, 0, 'en')} days`);

function amount(value: number, { decimals, unit }: IndicatorFacts, locale: Locale): string {
  return formatWithUnit(value, decimals, unit, locale);
}

/** A figure: "12 träffar"; a share with what it is of, "70 % (14 av 20)". */
function figure(value: number, share: ShareOf | null | undefined, indicator: IndicatorFacts, locale: Locale): string {
  return share ? formatShare(share.numerator, share.denominator, locale) : amount(value, indicator, locale);
}

/** An indicator's published sentence without its full stop, so that it can stand before a colon. */
function subject({ text }: IndicatorFacts): string {
  return text.trim().replace(/\.+$/, '');
}

/** The words of one reason. Numbers and days stand in the words, so that nobody needs to open the page to see them. */
export function attentionWords(finding: AttentionFinding): Label {
  switch (finding.code) {
    case 'overdue':
      return {
        sv: `Svaret är ${daysSv(finding.days)} försenat. Det skulle ha kommit senast ${formatDay(finding.dueOn, 'sv')}.`,
        en: `The answer is ${daysEn(finding.days)} late. It was due on ${formatDay(finding.dueOn, 'en')}.`,
      };
    case 'returned':
      return finding.on === null
        ? { sv: 'Svaret har skickats tillbaka med en fråga.', en: 'The answer was returned with a question.' }
        : {
            sv: `Svaret skickades tillbaka med en fråga ${formatDay(finding.on, 'sv')}.`,
            en: `The answer was returned with a question on ${formatDay(finding.on, 'en')}.`,
          };
    case 'no_reporter':
      return { sv: 'Ingen är utsedd att svara.', en: 'Nobody is appointed to answer.' };
    case 'decision_open':
      return decisionWords(finding);
    case 'no_answer_for_days':
      return { sv: `Inget svar på ${daysSv(finding.days)}.`, en: `No answer for ${daysEn(finding.days)}.` };
    case 'value_differs':
      return differsWords(finding);
    case 'value_below_target':
      return 'below' in finding ? placesBelowWords(finding) : belowWords(finding);
    case 'falling': {
      const { indicator } = finding;
      const value = (locale: Locale): string => figure(finding.value, indicator.share, indicator, locale);
      const before = (locale: Locale): string => figure(finding.before, indicator.shareBefore, indicator, locale);
      return {
        sv: `${subject(indicator)}: ${value('sv')}, sämre än förra omgången: ${before('sv')}.`,
        en: `${subject(indicator)}: ${value('en')}, worse than last round: ${before('en')}.`,
      };
    }
    case 'value_missing':
      return finding.of === 1
        ? {
            sv: `${subject(finding.indicator)}: värdet saknas.`,
            en: `${subject(finding.indicator)}: the value is missing.`,
          }
        : {
            sv: `${subject(finding.indicator)}: ${formatOf(finding.missing, finding.of, 'sv')} värden saknas.`,
            en: `${subject(finding.indicator)}: ${formatOf(finding.missing, finding.of, 'en')} values are missing.`,
          };
    case 'partner_not_confirmed':
      return partnerWords(finding);
    case 'not_fresh': {
      const today = addDays(finding.on, finding.days);
      return {
        sv: `Uppgiften är ${freshnessWords(finding.on, today, 'sv')}, ${daysSv(finding.days)} gammal.`,
        en: `The information is ${freshnessWords(finding.on, today, 'en')}, ${daysEn(finding.days)} old.`,
      };
    }
    case 'indicator_proposal':
      return proposalWords(finding.count, finding.of);
    case 'not_discussed_since':
      return finding.on === null
        ? { sv: 'Har inte tagits upp på något möte.', en: 'Has not been up in any meeting.' }
        : {
            sv: `Har inte tagits upp på möte sedan ${formatDay(finding.on, 'sv')}.`,
            en: `Has not been up in a meeting since ${formatDay(finding.on, 'en')}.`,
          };
  }
}

type Finding<Code extends AttentionFinding['code']> = Extract<AttentionFinding, { readonly code: Code }>;

function belowWords({
  indicator,
  value,
  target,
  margin,
}: Exclude<Finding<'value_below_target'>, { readonly below: readonly string[] }>): Label {
  const words = (locale: Locale, theTargetIs: string): string => {
    const near = margin === null ? '' : `, ${marginWords(margin)[locale]}`;
    return `${subject(indicator)}: ${figure(value, indicator.share, indicator, locale)}${near}. ${theTargetIs} ${bound(indicator, locale)} ${amount(target, indicator, locale)}.`;
  };
  return { sv: words('sv', 'Målvärdet är'), en: words('en', 'The target is') };
}

function placesBelowWords({
  indicator,
  below,
  of,
}: Extract<Finding<'value_below_target'>, { readonly below: readonly string[] }>): Label {
  return {
    sv: `${subject(indicator)}: ${formatOf(below.length, of, 'sv')} når inte sitt målvärde (${joinList(below, 'sv')}).`,
    en: `${subject(indicator)}: ${formatOf(below.length, of, 'en')} ${below.length === 1 ? 'does' : 'do'} not reach their target (${joinList(below, 'en')}).`,
  };
}

function differsWords({ indicator, differs }: Finding<'value_differs'>): Label {
  const { cells, of, typed, computed } = differs;
  if (typed !== null && computed !== null) {
    return {
      sv: `${subject(indicator)}: ${amount(typed, indicator, 'sv')} är inskrivet, händelserna ger ${amount(computed, indicator, 'sv')}.`,
      en: `${subject(indicator)}: ${amount(typed, indicator, 'en')} is typed, the events give ${amount(computed, indicator, 'en')}.`,
    };
  }
  return {
    sv: `${subject(indicator)}: ${formatOf(cells, of, 'sv')} inskrivna värden skiljer sig från händelserna.`,
    en: `${subject(indicator)}: ${formatOf(cells, of, 'en')} typed values ${cells === 1 ? 'differs' : 'differ'} from the events.`,
  };
}

function partnerWords({ partners, of }: Finding<'partner_not_confirmed'>): Label {
  const [only] = partners;
  if (partners.length === 1 && only !== undefined && of === 1) {
    return { sv: `${only} har inte bekräftat sin medverkan.`, en: `${only} has not confirmed taking part.` };
  }
  return {
    sv: `${formatOf(partners.length, of, 'sv')} har inte bekräftat sin medverkan: ${joinList(partners, 'sv')}.`,
    en: `${formatOf(partners.length, of, 'en')} ${partners.length === 1 ? 'has' : 'have'} not confirmed taking part: ${joinList(partners, 'en')}.`,
  };
}

function bound({ direction }: IndicatorFacts, locale: Locale): string {
  if (direction === 'down') return locale === 'sv' ? 'högst' : 'at most';
  return locale === 'sv' ? 'minst' : 'at least';
}

function decisionWords({ number, dueOn, isLate }: Extract<AttentionFinding, { code: 'decision_open' }>): Label {
  if (dueOn === null) {
    return { sv: `Beslut ${number} är inte genomfört.`, en: `Decision ${number} has not been carried out.` };
  }
  const [sv, en] = [formatDay(dueOn, 'sv'), formatDay(dueOn, 'en')];
  return isLate
    ? {
        sv: `Beslut ${number} skulle ha varit genomfört ${sv}.`,
        en: `Decision ${number} was to be carried out by ${en}.`,
      }
    : { sv: `Beslut ${number} ska vara genomfört ${sv}.`, en: `Decision ${number} is to be carried out by ${en}.` };
}

function proposalWords(count: number, of: number): Label {
  if (of === 1) {
    return {
      sv: 'Indikatorn är ett förslag som ingen har godkänt än.',
      en: 'The indicator is a proposal that nobody has accepted yet.',
    };
  }
  return {
    sv: `${formatOf(count, of, 'sv')} indikatorer är förslag som ingen har godkänt än.`,
    en: `${formatOf(count, of, 'en')} indicators are proposals that nobody has accepted yet.`,
  };
}
