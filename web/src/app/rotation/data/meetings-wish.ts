import type { MeetingInput, MeetingsProposalRequest } from '@samhandling/contracts';
import { instantAt, isDay, meetingsToPropose, parseTime } from '@samhandling/domain';

/** The form of a year's meetings, as typed. */
export interface WishValues {
  readonly count: string;
  readonly rule: 'monthly' | 'weekly';
  readonly nth: string;
  readonly everyWeeks: string;
  readonly weekday: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly place: string;
  readonly meetsInJuly: boolean;
  readonly isSummerFree: boolean;
}
export const FIRST_WISH: WishValues = {
  count: '',
  rule: 'monthly',
  nth: '2',
  everyWeeks: '4',
  weekday: '4',
  startTime: '13:00',
  endTime: '15:00',
  place: '',
  meetsInJuly: false,
  isSummerFree: false,
};
/** The wish with the number that is left of the group's yearly target; the rest as it stands. */
export function withTarget(values: WishValues, perYear: number | null, planned: number): WishValues {
  const count = meetingsToPropose(perYear, planned);
  return { ...values, count: count === null ? '' : String(count) };
}

export type WishErrors = Readonly<Partial<Record<'count' | 'everyWeeks' | 'startTime' | 'endTime', string>>>;

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

export function wishErrors(values: WishValues): WishErrors {
  const [start, end] = [parseTime(values.startTime), parseTime(values.endTime)];
  const time = $localize`:@@rotation.wish.timeError:Skriv ett klockslag, till exempel 13:00.`;
  const after = $localize`:@@rotation.wish.endError:Mötet måste sluta efter att det har börjat.`;
  return {
    ...(!isWhole(values.count, 1, 52) && {
      count: $localize`:@@rotation.wish.countError:Skriv ett antal från 1 till 52.`,
    }),
    ...(values.rule === 'weekly' &&
      !isWhole(values.everyWeeks, 1, 26) && {
        everyWeeks: $localize`:@@rotation.wish.weeksError:Skriv ett antal veckor från 1 till 26.`,
      }),
    ...(start === null && { startTime: time }),
    ...(end === null ? { endTime: time } : start !== null && end <= start && { endTime: after }),
  };
}

/** Null while something typed cannot be read. */
export function requestOf(values: WishValues, year: number): MeetingsProposalRequest | null {
  const [startTime, endTime] = [parseTime(values.startTime), parseTime(values.endTime)];
  if (Object.keys(wishErrors(values)).length > 0 || startTime === null || endTime === null) return null;
  return {
    year,
    count: Number(values.count),
    rule: values.rule,
    ...(values.rule === 'monthly'
      ? { nth: Number(values.nth) as NonNullable<MeetingsProposalRequest['nth']> }
      : { everyWeeks: Number(values.everyWeeks) }),
    weekday: Number(values.weekday),
    startTime,
    endTime,
    meetsInJuly: values.meetsInJuly,
    isSummerFree: values.isSummerFree,
  };
}

/** A proposed day, as it can be changed before the meetings are made. */
export interface DayRow {
  readonly day: string;
  readonly note: string;
  readonly isChosen: boolean;
}

/** The chosen days as meetings: the same clock time on each, summer and winter. */
export function meetingsOf(rows: readonly DayRow[], request: MeetingsProposalRequest, place: string): MeetingInput[] {
  return rows
    .filter(({ isChosen, day }) => isChosen && isDay(day))
    .map(({ day }) => ({
      startsAt: instantAt(day, request.startTime),
      endsAt: instantAt(day, request.endTime),
      ...(place.trim() !== '' && { place: place.trim() }),
    }));
}
