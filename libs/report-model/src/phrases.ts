import { formatNumber, joinList, type Locale } from '@samhandling/domain';

const count = (value: number, locale: Locale): string => formatNumber(value, 0, locale);

/** How the values of the round were reported, counted. `asked` is every cell where the question applies. */
export interface ReportingCounts {
  readonly asked: number;
  readonly reported: number;
  readonly notReported: number;
  readonly notApplicable: number;
  /** Reported, but too small to be shown, or told by what is shown. */
  readonly protected: number;
  readonly zero: number;
}

/** How many of the indicators with a target reached it. The four add up to `total`. */
export interface TargetCounts {
  readonly total: number;
  readonly reached: number;
  readonly near: number;
  readonly missed: number;
  readonly unknown: number;
}

/** Swedish puts the verb first in the first clause. */
const TARGET_CLAUSES: Readonly<
  Record<Locale, Readonly<Record<'reached' | 'near' | 'missed', (number: string, isFirst: boolean) => string>>>
> = {
  sv: {
    reached: (number, isFirst) => (isFirst ? `har ${number} nått målet` : `${number} har nått målet`),
    near: (number, isFirst) => (isFirst ? `är ${number} nära målet` : `${number} är nära målet`),
    missed: (number, isFirst) => (isFirst ? `har ${number} inte nått målet` : `${number} har inte nått målet`),
  },
  en: {
    reached: (number) => `${number} reached it`,
    near: (number) => `${number} came near it`,
    missed: (number) => `${number} did not reach it`,
  },
};

/** The longer sentences of the report, in both languages. Numbers in them come from the same counts as the tables. */
export const PHRASES = {
  draftNotice: (locale: Locale): string =>
    locale === 'sv'
      ? 'Det här är ett utkast. Omgången är inte fastställd, och både texter och siffror kan ändras.'
      : 'This is a draft. The round is not adopted, and both texts and figures may change.',
  lastTime: (label: string, sentence: string, locale: Locale): string =>
    locale === 'sv' ? `Förra omgången (${label}): ${sentence}` : `Last round (${label}): ${sentence}`,
  reporting: (counts: ReportingCounts, locale: Locale): string => {
    if (counts.asked === 0)
      return locale === 'sv' ? 'Inga utfall efterfrågades i omgången.' : 'No outcomes were asked for in the round.';
    const number = (value: number): string => count(value, locale);
    const sentence =
      counts.notReported === 0
        ? locale === 'sv'
          ? `Alla efterfrågade utfall har rapporterats: ${number(counts.asked)}.`
          : `All outcomes asked for were reported: ${number(counts.asked)}.`
        : locale === 'sv'
          ? `Av ${number(counts.asked)} efterfrågade utfall har ${number(counts.reported)} rapporterats och ${number(counts.notReported)} har inte rapporterats.`
          : `Of ${number(counts.asked)} outcomes asked for, ${number(counts.reported)} ${counts.reported === 1 ? 'was' : 'were'} reported and ${number(counts.notReported)} ${counts.notReported === 1 ? 'was' : 'were'} not.`;
    return `${sentence}${PHRASES.protectedValues(counts.protected, locale)}${notApplicable(counts.notApplicable, locale)}`;
  },
  targets: (counts: TargetCounts, locale: Locale): string => {
    if (counts.total === 0) return locale === 'sv' ? 'Inga indikatorer har målvärden.' : 'No indicators have targets.';
    const known = counts.total - counts.unknown;
    const unknown =
      counts.unknown === 0
        ? ''
        : locale === 'sv'
          ? ` För ${count(counts.unknown, 'sv')} går det inte att säga.`
          : ` For ${count(counts.unknown, 'en')} it cannot be said.`;
    if (known === 0)
      return locale === 'sv'
        ? `Målvärde finns för ${count(counts.total, 'sv')} ${counts.total === 1 ? 'indikator' : 'indikatorer'}, men det går inte att säga om målet är nått för någon av dem.`
        : `There are targets for ${count(counts.total, 'en')} ${counts.total === 1 ? 'indicator' : 'indicators'}, but for none of them can it be said whether the target was reached.`;
    const clauses = (['reached', 'near', 'missed'] as const)
      .filter((status) => counts[status] > 0)
      .map((status, index) => TARGET_CLAUSES[locale][status](count(counts[status], locale), index === 0));
    return locale === 'sv'
      ? `Av ${count(counts.total, 'sv')} ${counts.total === 1 ? 'indikator' : 'indikatorer'} med målvärde ${joinList(clauses, 'sv')}.${unknown}`
      : `Of ${count(counts.total, 'en')} ${counts.total === 1 ? 'indicator' : 'indicators'} with a target, ${joinList(clauses, 'en')}.${unknown}`;
  },
  /** `none` is "Ingen aktivitet", "No activities". */
  noSupport: (none: string, locale: Locale): string =>
    locale === 'sv' ? `${none} har bedömts behöva stöd.` : `${none} have been judged to need support.`,
  noneCancelled: (none: string, locale: Locale): string =>
    locale === 'sv' ? `${none} utgår.` : `${none} are cancelled.`,
  firstRound: (locale: Locale): string =>
    locale === 'sv'
      ? 'Det här är den första uppföljningen av planen, så det finns ingen tidigare omgång att jämföra med.'
      : 'This is the first follow-up of the plan, so there is no earlier round to compare with.',
  protectedValues: (number: number, locale: Locale): string => {
    if (number === 0) return '';
    return locale === 'sv'
      ? ` Av de rapporterade är ${count(number, 'sv')} ${number === 1 ? 'skyddat' : 'skyddade'} och visas inte.`
      : ` Of those reported, ${count(number, 'en')} ${number === 1 ? 'is protected and is' : 'are protected and are'} not shown.`;
  },
  noIndicators: (locale: Locale): string =>
    locale === 'sv' ? 'Här finns inga uppföljningsindikatorer.' : 'There are no indicators here.',
  noText: (locale: Locale): string =>
    locale === 'sv' ? 'Ingen text har skrivits till bedömningen.' : 'No text was written with the judgement.',
  partReported: (reported: number, of: number, locale: Locale): string =>
    locale === 'sv'
      ? `${count(reported, 'sv')} av ${count(of, 'sv')} kommuner`
      : `${count(reported, 'en')} of ${count(of, 'en')} municipalities`,
  placesReached: (reached: number, of: number, locale: Locale): string =>
    locale === 'sv'
      ? `${count(reached, 'sv')} av ${count(of, 'sv')} har nått`
      : `${count(reached, 'en')} of ${count(of, 'en')} reached`,
  placesAnswered: (reported: number, of: number, locale: Locale): string =>
    locale === 'sv'
      ? `${count(reported, 'sv')} av ${count(of, 'sv')} har svarat`
      : `${count(reported, 'en')} of ${count(of, 'en')} answered`,
  shareOf: (unit: string, locale: Locale): string => {
    if (unit === '') return locale === 'sv' ? 'andel' : 'share';
    return locale === 'sv' ? `andel av ${unit}` : `share of ${unit}`;
  },
  atLeast: (value: string, locale: Locale): string => (locale === 'sv' ? `minst ${value}` : `at least ${value}`),
  atMost: (value: string, locale: Locale): string => (locale === 'sv' ? `högst ${value}` : `at most ${value}`),
  partialNote: (locale: Locale): string =>
    locale === 'sv'
      ? '”6 av 8 kommuner” betyder att siffran bygger på svar från sex av de åtta kommuner där frågan är aktuell.'
      : '“6 of 8 municipalities” means that the figure is made of answers from six of the eight municipalities where the question applies.',
  proposalNote: (locale: Locale): string =>
    locale === 'sv'
      ? 'Indikatorer märkta med * har ännu inte fått enhet och målvärde beslutade.'
      : 'For indicators marked with * unit and target have not been decided yet.',
  breakNote: (locale: Locale): string =>
    locale === 'sv'
      ? 'Indikatorer märkta med † mäts på ett nytt sätt. Jämför dem inte med förra omgången.'
      : 'Indicators marked with † are measured in a new way. Do not compare them with last round.',
} as const;

function notApplicable(number: number, locale: Locale): string {
  if (number === 0) return '';
  return locale === 'sv'
    ? ` Dessutom är ${count(number, 'sv')} ej ${number === 1 ? 'tillämpligt' : 'tillämpliga'}.`
    : ` A further ${count(number, 'en')} ${number === 1 ? 'is' : 'are'} not applicable.`;
}
