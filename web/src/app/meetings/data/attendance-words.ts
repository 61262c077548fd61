import type { AttendanceRow } from '@samhandling/contracts';
import { ATTENDANCE_LABELS, type Attendance, type Locale, attended, formatNumber } from '@samhandling/domain';

/** What tells a row from the others also before anything is said of it: the member, or the guest's own row. */
export function rowKey(row: Pick<AttendanceRow, 'id' | 'memberId'>): string {
  return row.memberId ?? row.id ?? '';
}

/** "7 av 9 var med, varav 2 på distans. 1 är inte ifylld." Guests are counted beside the group, never among it. */
export function countWords(rows: readonly AttendanceRow[], locale: Locale): string {
  const number = (value: number): string => formatNumber(value, 0, locale);
  const members = rows.filter(({ memberId, isOutside }) => memberId !== null && !isOutside);
  const was = members.filter(({ status }) => status !== null && attended(status));
  const remote = was.filter(({ status }) => status === 'remote').length;
  const open = members.filter(({ status }) => status === null).length;
  const others = rows.filter((row) => !members.includes(row) && row.status !== null && attended(row.status)).length;
  const said = [
    remote === 0
      ? $localize`:@@meetings.count.of:${number(was.length)}:count: av ${number(members.length)}:total: i gruppen var med.`
      : $localize`:@@meetings.count.remote:${number(was.length)}:count: av ${number(members.length)}:total: i gruppen var med, varav ${number(remote)}:remote: på distans.`,
  ];
  if (others === 1) said.push($localize`:@@meetings.count.otherOne:1 till var med utan att höra till gruppen.`);
  if (others > 1)
    said.push($localize`:@@meetings.count.others:${number(others)}:count: till var med utan att höra till gruppen.`);
  if (open > 0) said.push($localize`:@@meetings.count.open:För ${number(open)}:count: är det inte ifyllt.`);
  return said.join(' ');
}

/** Before the meeting: who is expected, and how many have said that they will not come. */
export function expectedWords(rows: readonly AttendanceRow[], locale: Locale): string {
  const number = (value: number): string => formatNumber(value, 0, locale);
  const members = rows.filter(({ memberId, role }) => memberId !== null && role !== 'substitute');
  const excused = members.filter(({ status }) => status === 'excused' || status === 'absent').length;
  return excused === 0
    ? $localize`:@@meetings.expected.all:${number(members.length)}:total: väntas, utöver ersättare. Ingen har anmält frånvaro.`
    : $localize`:@@meetings.expected.some:${number(members.length - excused)}:count: av ${number(members.length)}:total: väntas, utöver ersättare. ${number(excused)}:excused: har anmält frånvaro.`;
}

/** Both sides of a clash: what somebody else has stated, and what was chosen here and is not saved. */
export function clashWords(theirs: Attendance | null, mine: Attendance | null, locale: Locale): string {
  const word = (status: Attendance | null): string =>
    status === null ? $localize`:@@meetings.attendance.nothing:inte ifyllt` : ATTENDANCE_LABELS[status][locale];
  return $localize`:@@meetings.attendance.clash:Någon annan har angett ”${word(theirs)}:theirs:”. Ditt val, ”${word(mine)}:mine:”, är inte sparat.`;
}
