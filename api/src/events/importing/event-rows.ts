import { EVENT_COLUMNS, type EventColumn } from '@samhandling/contracts';
import { addDays, isDay, parseDay, readParticipants, type Label } from '@samhandling/domain';
import type { FieldProblem } from '../../platform/http/problem-exception.ts';
import { dayProblems, type EventContent } from '../registering/event-content.ts';
import type { ImportFacts } from './importing.repository.ts';

/** One row by what its columns are; blank where a column is not there. */
export type RowTexts = Readonly<Record<EventColumn, string>>;

export interface ReadRow {
  readonly content: EventContent;
  readonly errors: readonly FieldProblem[];
}

export function textsOf(row: readonly string[], columns: readonly (EventColumn | null)[]): RowTexts {
  const at = (column: EventColumn): string => row[columns.indexOf(column)]?.trim() ?? '';
  return Object.fromEntries(EVENT_COLUMNS.map((column) => [column, at(column)])) as Record<EventColumn, string>;
}

/** Days as people and spreadsheets write them: 2026-03-12, 12 mars 2026, or the serial number Excel keeps. */
export function readDay(text: string): string | null {
  const day = parseDay(text);
  if (day !== null) return day;
  const serial = /^(\d{5})(?:,0+)?$/u.exec(text);
  if (!serial) return null;
  // A spreadsheet counts from the last days of 1899, and 2 is the first of January 1900.
  const counted = addDays('1900-01-01', Number(serial[1]) - 2);
  return isDay(counted) ? counted : null;
}

const BAD_DAY: Label = {
  sv: 'Skriv dagen som 2026-03-12 eller 12 mars 2026.',
  en: 'Write the day as 2026-03-12 or 12 March 2026.',
};
const NO_KIND: Label = { sv: 'Händelsetypen saknas.', en: 'The kind of event is missing.' };
const NO_ACTIVITY: Label = {
  sv: 'Skriv minst en aktivitet, till exempel 2.2/5.',
  en: 'Write at least one activity, for example 2.2/5.',
};

/** Reads a row against what the county has. Names are matched whatever their capitals; every fault is told at its column. */
export function readRow(texts: RowTexts, facts: ImportFacts, today: string): ReadRow {
  const errors: FieldProblem[] = [];
  const fault = (column: EventColumn, code: string, reason: Label): void => {
    errors.push({ pointer: `/${column}`, code, reason });
  };
  const day = readDay(texts.day);
  if (day === null) fault('day', 'not_a_day', BAD_DAY);
  else errors.push(...dayProblems(day, today));
  const kind = facts.kinds.find(({ name }) => sameName(name, texts.kind));
  if (texts.kind === '') fault('kind', 'missing', NO_KIND);
  else if (!kind) fault('kind', 'unknown', unknownWords('Händelsetypen', 'The kind', texts.kind));
  else if (!kind.isActive)
    fault('kind', 'out_of_use', {
      sv: `Händelsetypen ${kind.name} används inte längre.`,
      en: `The kind ${kind.name} is no longer in use.`,
    });
  const matched = (
    column: EventColumn,
    find: (name: string) => string | undefined,
    sv: string,
    en: string,
  ): readonly string[] => {
    const names = namesIn(texts[column], find);
    for (const name of names.filter((each) => find(each) === undefined))
      fault(column, 'unknown', unknownWords(sv, en, name));
    return [...new Set(names.flatMap((name) => find(name) ?? []))];
  };
  const activityIds = matched(
    'activities',
    (name) => facts.activityByReference.get(referenceOf(name)),
    'Aktiviteten',
    'The activity',
  );
  if (texts.activities === '') fault('activities', 'missing', NO_ACTIVITY);
  const codes = matched(
    'municipalities',
    (name) => facts.municipalityByName.get(municipalityName(name)),
    'Kommunen',
    'The municipality',
  );
  const organisationIds = matched(
    'organisations',
    (name) => facts.organisationByName.get(nameKey(name)),
    'Organisationen',
    'The organisation',
  );
  const participants = readParticipants(texts.participants);
  if (participants.state === 'refused') fault('participants', participants.code, participants.reason);
  for (const [column, most] of [
    ['title', 500],
    ['note', 20_000],
  ] as const) {
    if (texts[column].length > most) fault(column, 'maxLength', { sv: 'Är för långt.', en: 'Is too long.' });
  }
  return {
    content: {
      kindId: kind?.id ?? '',
      day: day ?? '',
      title: texts.title,
      activityIds,
      municipalities: codes.map((code) => ({ code, participants: null })),
      organisations: organisationIds.map((id) => ({ id, participants: null })),
      audiences: [],
      participants: participants.state === 'value' ? participants.value : null,
      note: texts.note,
    },
    errors,
  };
}

/** Several names stand between commas, semicolons or line ends; a name that holds such a mark is tried whole first. */
function namesIn(text: string, find: (name: string) => string | undefined): string[] {
  if (text === '') return [];
  if (find(text) !== undefined) return [text];
  return text
    .split(/[,;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function nameKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('sv');
}

/** "Alvesta kommun" is Alvesta. */
export function municipalityName(name: string): string {
  return nameKey(name).replace(/s? kommun$/u, '');
}

export function referenceOf(text: string): string {
  return nameKey(text)
    .replace(/\s*\/\s*/gu, '/')
    .replace(/\.$/u, '');
}

function sameName(name: string, text: string): boolean {
  return nameKey(name) === nameKey(text);
}

function unknownWords(sv: string, en: string, name: string): Label {
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return { sv: `${sv} ”${shown}” finns inte här.`, en: `${en} “${shown}” is not here.` };
}
