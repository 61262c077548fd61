import {
  capitalised,
  formatDayRange,
  formatTime,
  formatWeek,
  monthName,
  YEAR_ENTRY_KIND_LABELS,
  type Day,
  type Locale,
} from '@samhandling/domain';
import { cell, heading, paragraph, table } from '../context.ts';
import type { Block } from '../model.ts';
import type { PaperContext, PaperDefinition, PaperFacts } from './frame.ts';
import { BARE_WHEEL_SVG, WHEEL_SVG, wheelSvg, type DrawnEntry } from './wheel-svg.ts';

export const YEAR_WHEEL_FORM = 'samhandling.year_wheel.1';

export interface YearWheelFacts extends PaperFacts {
  readonly form: typeof YEAR_WHEEL_FORM;
  readonly plan: string;
  readonly year: number;
  readonly today: Day;
  /** By day, numbered from 1. */
  readonly entries: readonly YearEntryFacts[];
}
export interface YearEntryFacts extends DrawnEntry {
  readonly startsAt: string | null;
  readonly state: string;
  readonly detail: string;
}

type Context = PaperContext<YearWheelFacts>;
type Arrangement = 'labelled' | 'beside' | 'apart';

/** More than these do not all have their words around the wheel, nor stand in one column. */
const MOST_LABELLED = 30;
const COLUMNS = { labelled: 1, beside: 2, apart: 4 } as const satisfies Record<Arrangement, number>;
const MOST_COLUMNS = 4;
/** Of a dense list in points: a row of one line, each line more, and what the page has room for below the title. */
const DENSE = { row: 10.5, line: 9, room: 540, letters: 40 } as const;
/** Per cent of the sheet: as tall as there is room for under the title. */
const ALONE_WIDTH = 54;
const BESIDE = {
  labelled: { firstBeside: 66 },
  beside: { firstBeside: 52 },
  apart: { besideOthers: COLUMNS.apart },
} as const satisfies Record<Arrangement, object>;

/**
 * The year on one large sheet for the wall: the wheel, and beside it what stands in it. Never frozen: the year goes on.
 * What a county's year holds stands on one page; what does not gets the list on a page of its own.
 */
export const YEAR_WHEEL: PaperDefinition<YearWheelFacts> = {
  kind: 'year_wheel',
  form: YEAR_WHEEL_FORM,
  layout: (facts) => ({
    title: 'head',
    hasContents: false,
    hasChapters: false,
    size: 'a3',
    isLandscape: true,
    ...BESIDE[arrangementOf(facts)],
  }),
  title: { sv: 'Årshjul', en: 'Year wheel' },
  frozen: { sv: 'Skickad', en: 'Sent' },
  head: ({ facts, locale, label }) => ({
    eyebrow: facts.county.name,
    title: `${locale === 'sv' ? 'Årshjul' : 'Year wheel'} ${facts.year}`,
    subtitle: facts.plan,
    facts: [],
    name: String(facts.year),
    standing: `${label('made')} ${formatDayRange(facts.today, facts.today, locale)}`,
  }),
  sections: [
    { id: 'wheel', purpose: { sv: 'Året som hjul', en: 'The year as a wheel' }, build: wheel },
    ...Array.from({ length: MOST_COLUMNS }, (_, column) => ({
      id: column === 0 ? 'list' : `list_${column + 1}`,
      purpose: { sv: 'Året som lista', en: 'The year as a list' },
      build: (context: Context) => list(context, column),
    })),
  ],
};

/** Few: labels on the wheel and one list. Many: the bare wheel and two lists. More: the list on a page of its own. */
function arrangementOf({ entries }: YearWheelFacts): Arrangement {
  if (entries.length <= MOST_LABELLED) return 'labelled';
  const tallest = Math.max(...monthColumns(entries, COLUMNS.beside).map(heightOf));
  return tallest <= DENSE.room ? 'beside' : 'apart';
}

function wheel({ facts, locale }: Context): Block[] {
  const arrangement = arrangementOf(facts);
  const isBare = arrangement !== 'labelled';
  return [
    {
      kind: 'picture',
      svg: wheelSvg(facts.entries, facts.year, facts.today, locale, isBare),
      ratio: isBare ? BARE_WHEEL_SVG : WHEEL_SVG,
      width: arrangement === 'apart' ? ALONE_WIDTH : 100,
      altText: altText(facts, arrangement, locale),
    },
  ];
}

function altText({ year, entries }: YearWheelFacts, arrangement: Arrangement, locale: Locale): string {
  const count = entries.length;
  const isApart = arrangement === 'apart';
  return locale === 'sv'
    ? `Årshjul för ${year} med ${count} datum. Allt som står i hjulet står också i listan ${isApart ? 'på nästa sida' : 'bredvid'}.`
    : `Year wheel of ${year} with ${count} dates. All that is in the wheel is in the list ${isApart ? 'on the next page' : 'beside it'} too.`;
}

function list({ facts, locale, label }: Context, column: number): Block[] {
  const words = locale === 'sv' ? 'Året i ordning' : 'The year in order';
  if (facts.entries.length === 0)
    return column > 0
      ? []
      : [
          heading(1, words),
          paragraph(
            locale === 'sv' ? 'Inget är planerat för året än.' : 'Nothing is planned for the year yet.',
            'quiet',
          ),
        ];
  const arrangement = arrangementOf(facts);
  const isDense = arrangement !== 'labelled';
  const columns = monthColumns(facts.entries, COLUMNS[arrangement]);
  const entries = columns[column] ?? [];
  if (entries.length === 0) return [];
  return [
    heading(1, columns.length === 1 ? words : monthsText(entries, locale)),
    table(
      locale === 'sv' ? 'Vad som händer under året' : 'What happens in the year',
      [
        { header: label('number'), align: 'end', width: isDense ? 8 : 9 },
        { header: locale === 'sv' ? 'Dag' : 'Day', align: 'start', width: isDense ? 30 : 33 },
        { header: label('what'), align: 'start', width: isDense ? 62 : 58 },
      ],
      entries.map((entry) => [
        cell(String(entry.number)),
        cell(when(entry, locale, isDense)),
        cell(what(entry, locale, isDense)),
      ]),
      { isDense },
    ),
  ];
}

/** Whole months, shared out over so many columns that the longest is as short as it can be; fewer where months are few. */
function monthColumns(entries: readonly YearEntryFacts[], columns: number): readonly (readonly YearEntryFacts[])[] {
  const months = [...Map.groupBy(entries, ({ from }) => from.slice(0, 7)).values()];
  const share = (
    left: readonly (readonly YearEntryFacts[])[],
    room: number,
  ): readonly (readonly YearEntryFacts[])[] => {
    if (room === 1 || left.length === 1) return [left.flat()];
    const ways = left
      .slice(0, -1)
      .map((_, at) => [left.slice(0, at + 1).flat(), ...share(left.slice(at + 1), room - 1)]);
    const height = (way: readonly (readonly YearEntryFacts[])[]): number => Math.max(...way.map(heightOf));
    return [[left.flat()], ...ways].reduce((best, way) => (height(way) < height(best) ? way : best));
  };
  return months.length === 0 ? [] : share(months, columns);
}

/** Of so many entries in a dense column, in points. */
function heightOf(entries: readonly YearEntryFacts[]): number {
  const more = ({ title }: YearEntryFacts): number => Math.max(0, Math.ceil(title.length / DENSE.letters) - 1);
  return entries.reduce((sum, entry) => sum + DENSE.row + more(entry) * DENSE.line, 0);
}

/** "Januari–maj", "December" */
function monthsText(entries: readonly YearEntryFacts[], locale: Locale): string {
  const name = (entry: YearEntryFacts | undefined): string =>
    entry === undefined ? '' : monthName(Number(entry.from.slice(5, 7)), locale);
  const [first, last] = [name(entries[0]), name(entries.at(-1))];
  return capitalised(first === last ? first : `${first}–${last}`);
}

/** Without the week where there is little room: the wheel has its ticks. */
function when({ from, to, startsAt }: YearEntryFacts, locale: Locale, isShort: boolean): string {
  const days = formatDayRange(from, to, locale).replace(/ \d{4}$/, '');
  if (isShort) {
    // Months as the wheel has them.
    const short = days.replace(/\p{L}{4,}/gu, (month) => month.slice(0, 3));
    return startsAt === null ? short : `${short}, ${formatTime(startsAt)}`;
  }
  const week = formatWeek(from, locale);
  return startsAt === null ? `${days}, ${week}` : `${days}, ${week}, ${formatTime(startsAt)}`;
}

/** Without what kind of day it is where there is little room: its ring says that. */
function what({ kind, title, state, isCancelled }: YearEntryFacts, locale: Locale, isShort: boolean): string {
  if (isShort && !isCancelled) return title;
  const more = kind === 'meeting' ? (isCancelled ? state : '') : YEAR_ENTRY_KIND_LABELS[kind][locale];
  // "Sista svarsdag, omgång 2026" says itself what it is.
  const isSaid = more === '' || title.toLocaleLowerCase('sv').startsWith(more.toLocaleLowerCase('sv').slice(0, 6));
  return isSaid ? title : `${title} (${more.charAt(0).toLocaleLowerCase('sv')}${more.slice(1)})`;
}
