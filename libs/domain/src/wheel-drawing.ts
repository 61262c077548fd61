import type { Day } from './date-text.ts';
import {
  arcOf,
  clipToYear,
  layInLanes,
  middleOf,
  monthArcs,
  ringOf,
  spread,
  weekArcs,
  WHEEL_RINGS,
  type WheelRing,
  type YearEntryKind,
} from './year-wheel.ts';

/** What the wheel needs to know of an entry. */
export interface WheelEntry {
  readonly key: string;
  readonly kind: YearEntryKind;
  readonly from: Day;
  readonly to: Day;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In units of the drawing, with the middle of the wheel at 0, 0. */
export interface WheelDrawing {
  readonly months: readonly {
    readonly month: number;
    readonly line: string;
    readonly name: Point;
    readonly startsQuarter: boolean;
  }[];
  readonly weeks: readonly { readonly week: number; readonly tick: string }[];
  readonly rings: readonly { readonly ring: WheelRing; readonly inner: number; readonly outer: number }[];
  /** In the order of the entries given; without those that are not in the year. */
  readonly marks: readonly WheelMark[];
}
export interface WheelMark extends Point {
  readonly key: string;
  readonly kind: YearEntryKind;
  readonly ring: WheelRing;
  /** From the middle to the dot, for drawing it on another day. */
  readonly distance: number;
  readonly radius: number;
  /** What it stands at, degrees from the top. */
  readonly angle: number;
  /** The line along the days it lasts, as an SVG path; empty for a single day. */
  readonly path: string;
}

export const WHEEL = {
  hub: 112,
  /** Outer edge of the rings, and of the band with the months. */
  rim: 300,
  band: 334,
} as const;
const BIGGEST_DOT = 13;
const LANE_FILL = 0.46;
/** Degrees on both sides of an entry that no other in its lane may come into: more where the ring is small. */
const ROOM: Readonly<Record<WheelRing, number>> = { work_plan: 5.6, data: 4.4, round: 3.5, meeting: 2.9 };
/** Shorter than this it is a dot and nothing more. */
const SHORTEST_LINE = 2;

/** A place at a distance from the middle, `angle` degrees clockwise from the top. */
export function pointAt(angle: number, distance: number): Point {
  const radians = ((angle - 90) * Math.PI) / 180;
  return { x: rounded(distance * Math.cos(radians)), y: rounded(distance * Math.sin(radians)) };
}

/** The angle of a place, degrees clockwise from the top, from 0 and below 360. */
export function angleAt({ x, y }: Point): number {
  return ((Math.atan2(y, x) * 180) / Math.PI + 450) % 360;
}

/** Everything that is drawn for a year. Rings get as much room as they have lanes, and dots no larger than fits. */
export function drawWheel(entries: readonly WheelEntry[], year: number): WheelDrawing {
  const inYear = entries.flatMap((entry) => {
    const clipped = clipToYear(entry.from, entry.to, year);
    return clipped ? [{ ...entry, ...clipped, ...arcOf(clipped.from, clipped.to) }] : [];
  });
  const laid = WHEEL_RINGS.map((ring) =>
    layInLanes(
      inYear.filter(({ kind }) => ringOf(kind) === ring),
      ROOM[ring],
    ),
  );
  const lanes = laid.map((ring) => Math.max(1, ...ring.map(({ lane }) => lane + 1)));
  const width = (WHEEL.rim - WHEEL.hub) / lanes.reduce((sum, one) => sum + one, 0);
  let inner: number = WHEEL.hub;
  const rings: WheelDrawing['rings'][number][] = [];
  const marks = new Map<string, WheelMark>();
  WHEEL_RINGS.forEach((ring, index) => {
    const outer = inner + width * (lanes[index] ?? 1);
    rings.push({ ring, inner: rounded(inner), outer: rounded(outer) });
    for (const { key, kind, from, to, lane } of laid[index] ?? []) {
      const distance = inner + width * (lane + 0.5);
      const radius = Math.min(BIGGEST_DOT, width * LANE_FILL, distance * Math.sin((ROOM[ring] * Math.PI) / 180));
      const angle = middleOf(from);
      const end = middleOf(to);
      marks.set(key, {
        key,
        kind,
        ring,
        distance: rounded(distance),
        radius: rounded(radius),
        angle,
        ...pointAt(angle, distance),
        path: end - angle > SHORTEST_LINE ? arcPath(angle, end, distance) : '',
      });
    }
    inner = outer;
  });
  return {
    months: monthArcs(year).map(({ month, start, end }) => ({
      month,
      line: radial(start, WHEEL.hub, WHEEL.band),
      name: pointAt((start + end) / 2, (WHEEL.rim + WHEEL.band) / 2),
      startsQuarter: month % 3 === 1,
    })),
    weeks: weekArcs(year).map(({ week, start }) => ({ week, tick: radial(start, WHEEL.rim, WHEEL.rim + 5) })),
    rings,
    marks: entries.flatMap(({ key }) => marks.get(key) ?? []),
  };
}

export interface WheelLabel {
  readonly key: string;
  readonly side: 'left' | 'right';
  /** Where the text begins (right) or ends (left), in the middle of its height. */
  readonly at: Point;
  /** From the dot to the text. */
  readonly leader: string;
}

/**
 * A label beside the wheel for every mark, none over another.
 * @param height of a label, and `reach` how far up and down from the middle the columns go
 * @returns null when they do not fit: then the numbers in the dots, and the list, have to do
 */
export function layLabels(
  marks: readonly WheelMark[],
  { height, reach, distance }: { readonly height: number; readonly reach: number; readonly distance: number },
): readonly WheelLabel[] | null {
  const columns = (['right', 'left'] as const).map((side) => {
    const own = marks
      .filter(({ angle }) => (side === 'right') === angle < 180)
      .map((mark) => ({ mark, wanted: pointAt(mark.angle, WHEEL.band + 20).y }))
      .sort((a, b) => a.wanted - b.wanted || a.mark.distance - b.mark.distance);
    const places = spread(
      own.map(({ wanted }) => wanted),
      height,
      -reach,
      reach,
    );
    return places?.map((y, index): WheelLabel | null => {
      const mark = own[index]?.mark;
      if (!mark) return null;
      const x = side === 'right' ? distance : -distance;
      const bend = pointAt(mark.angle, WHEEL.band + 8);
      const leader = `M ${mark.x} ${mark.y} L ${bend.x} ${bend.y} L ${rounded(x * 0.985)} ${rounded(y)}`;
      return { key: mark.key, side, at: { x, y: rounded(y) }, leader };
    });
  });
  if (columns.some((column) => column === undefined)) return null;
  return columns.flatMap((column) => (column ?? []).flatMap((label) => label ?? []));
}

/** A line along the wheel between two angles, clockwise, as an SVG path. */
export function arcPath(start: number, end: number, distance: number): string {
  const [from, to] = [pointAt(start, distance), pointAt(end, distance)];
  const isLong = end - start > 180 ? 1 : 0;
  return `M ${from.x} ${from.y} A ${rounded(distance)} ${rounded(distance)} 0 ${isLong} 1 ${to.x} ${to.y}`;
}

function radial(angle: number, from: number, to: number): string {
  const [start, end] = [pointAt(angle, from), pointAt(angle, to)];
  return `M ${start.x} ${start.y} L ${end.x} ${end.y}`;
}

/** To a hundredth: nobody sees less, and the drawing is shorter. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
