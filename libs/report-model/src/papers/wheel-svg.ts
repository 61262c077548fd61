import {
  drawWheel,
  formatDayRange,
  layLabels,
  middleOf,
  monthName,
  pointAt,
  WHEEL,
  type Day,
  type Label,
  type Locale,
  type WheelEntry,
  type WheelMark,
  type WheelRing,
} from '@samhandling/domain';

/** An entry as it is drawn on paper: with the number it has in the list, and what it is called. */
export interface DrawnEntry extends WheelEntry {
  readonly number: number;
  readonly title: string;
  readonly isCancelled: boolean;
}

/** The drawing in its own units: the wheel with room for labels on both sides, or the wheel alone. */
export const WHEEL_SVG = { width: 1210, height: 900 } as const;
export const BARE_WHEEL_SVG = { width: 700, height: 700 } as const;
const COLOURS: Readonly<Record<WheelRing, string>> = {
  meeting: '#0a5a66',
  round: '#1b5691',
  data: '#8f3f0c',
  work_plan: '#4c5957',
};
/** Short enough for the middle of the wheel. */
const RING_WORDS: Readonly<Record<WheelRing, Label>> = {
  meeting: { sv: 'Möten', en: 'Meetings' },
  round: { sv: 'Uppföljning', en: 'Follow-up' },
  data: { sv: 'Datum', en: 'Dates' },
  work_plan: { sv: 'Att göra', en: 'To do' },
};
const [INK, QUIET, LINE, STRONG, SOFT] = ['#17211f', '#4c5957', '#d6dedc', '#71807d', '#f4f7f6'];
const LABELS_AT = WHEEL.band + 36;
const LABEL_LETTERS = 27;
const LINE_HEIGHT = 19;
/** Of a dot's radius: two figures fill it, three just go in. */
const NUMBER_SIZE = 1.25;
const LONG_NUMBER_SIZE = 1.02;
/** Smaller than this a dot has no number: its label has it, if there are labels. */
const SMALLEST_DOT = 6;
const SMALLEST_BARE_DOT = 4;

/**
 * The year as a drawing for paper: every text is escaped, and nothing outside is named.
 * @param isBare without labels, so that the wheel can be larger: the numbers in it are those of the list
 */
export function wheelSvg(
  entries: readonly DrawnEntry[],
  year: number,
  today: Day | null,
  locale: Locale,
  isBare = false,
): string {
  const { rings, months, weeks, marks } = drawWheel(entries, year);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const parts: string[] = [];
  rings.forEach(({ inner, outer }, index) => {
    const fill = index % 2 === 0 ? SOFT : '#ffffff';
    parts.push(circle((inner + outer) / 2, `fill="none" stroke="${fill}" stroke-width="${outer - inner}"`));
  });
  for (const edge of [...rings.map(({ inner }) => inner), WHEEL.rim, WHEEL.band])
    parts.push(circle(edge, `fill="none" stroke="${LINE}"`));
  for (const { tick } of weeks) parts.push(path(tick, `stroke="${STRONG}" stroke-width="0.7"`));
  for (const { line, name, month, startsQuarter } of months) {
    parts.push(path(line, `stroke="${startsQuarter ? STRONG : LINE}"`));
    parts.push(
      text(monthName(month, locale).slice(0, 3), name.x, name.y + 6, 'middle', `font-size="17" fill="${QUIET}"`),
    );
  }
  parts.push(text(String(year), 0, 4, 'middle', `font-size="44" font-weight="600" fill="${INK}"`));
  if (today?.startsWith(String(year)))
    parts.push(path(radius(middleOf(today)), `stroke="${COLOURS.meeting}" stroke-width="2"`));
  if (!isBare) parts.push(...labels(marks, byKey, locale));
  for (const mark of marks) parts.push(drawn(mark, byKey.get(mark.key), isBare ? SMALLEST_BARE_DOT : SMALLEST_DOT));
  parts.push(...legend(locale));
  const { width, height } = isBare ? BARE_WHEEL_SVG : WHEEL_SVG;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-width / 2} ${-height / 2} ${width} ${height}" font-family="Source Sans 3">${parts.join('')}</svg>`;
}

function drawn(mark: WheelMark, entry: DrawnEntry | undefined, smallest: number): string {
  const colour = COLOURS[mark.ring];
  const line =
    mark.path === ''
      ? ''
      : path(mark.path, `stroke="${colour}" stroke-opacity="0.4" stroke-width="${mark.radius}" stroke-linecap="round"`);
  const dashes = entry?.isCancelled ? ' stroke-dasharray="3 2"' : '';
  const [fill, ink] = entry?.isCancelled ? ['#ffffff', colour] : [colour, '#ffffff'];
  const dot = `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" fill="${fill}" stroke="${colour}" stroke-width="1.5"${dashes}/>`;
  const figures = String(entry?.number ?? '');
  const size = Math.round(mark.radius * (figures.length > 2 ? LONG_NUMBER_SIZE : NUMBER_SIZE) * 10) / 10;
  const number =
    mark.radius < smallest
      ? ''
      : text(figures, mark.x, mark.y + size * 0.35, 'middle', `font-size="${size}" font-weight="600" fill="${ink}"`);
  return line + dot + number;
}

/** The whole of what something is called, or its day alone: nothing is cut. Without room for that, the numbers do. */
function labels(marks: readonly WheelMark[], byKey: ReadonlyMap<string, DrawnEntry>, locale: Locale): string[] {
  const reach = WHEEL_SVG.height / 2 - 24;
  const tall = layLabels(marks, { height: 2 * LINE_HEIGHT + 4, reach, distance: LABELS_AT });
  const laid = tall ?? layLabels(marks, { height: LINE_HEIGHT + 2, reach, distance: LABELS_AT });
  const most = tall ? 2 : 1;
  return (laid ?? []).flatMap(({ key, side, at, leader }) => {
    const entry = byKey.get(key);
    if (!entry) return [];
    const day = `${entry.number}. ${formatDayRange(entry.from, entry.to, locale).replace(/ \d{4}$/, '')}`;
    const lines = wrapped(`${day}  ${entry.title}`, LABEL_LETTERS);
    const shown = lines.length <= most ? lines : [day];
    const anchor = side === 'right' ? 'start' : 'end';
    const x = side === 'right' ? at.x + 4 : at.x - 4;
    const top = at.y - ((shown.length - 1) * LINE_HEIGHT) / 2 + 6;
    return [
      path(leader, `stroke="${LINE}"`),
      ...shown.map((line, index) =>
        text(
          line,
          x,
          top + index * LINE_HEIGHT,
          anchor,
          `font-size="17" fill="${INK}"${entry.isCancelled ? ' text-decoration="line-through"' : ''}`,
        ),
      ),
    ];
  });
}

/** Which ring is which, in the middle, under the year. */
function legend(locale: Locale): string[] {
  return (Object.keys(COLOURS) as WheelRing[]).flatMap((ring, index) => {
    const y = 38 + index * 19;
    return [
      `<circle cx="-46" cy="${y - 5}" r="6" fill="${COLOURS[ring]}"/>`,
      text(RING_WORDS[ring][locale], -34, y, 'start', `font-size="15" fill="${INK}"`),
    ];
  });
}

/** Broken between words, each line at most so many letters; a word that is longer stands alone. */
function wrapped(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function radius(angle: number): string {
  const [from, to] = [pointAt(angle, WHEEL.hub), pointAt(angle, WHEEL.band)];
  return `M ${from.x} ${from.y} L ${to.x} ${to.y}`;
}

function circle(distance: number, look: string): string {
  return `<circle r="${distance}" ${look}/>`;
}

function path(line: string, look: string): string {
  return `<path d="${line}" fill="none" ${look}/>`;
}

function text(words: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', look: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" ${look}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
