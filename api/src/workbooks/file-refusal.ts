import type { ProblemCode } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import { ProblemException } from '../platform/http/problem-exception.ts';

export const MOST_ROWS = 5000;
export const MOST_COLUMNS = 100;

const AGAIN = {
  sv: 'Hämta arbetsboken på nytt och fyll i den.',
  en: 'Download the workbook again and fill it in.',
};

/** Why a file as a whole was not read. Nothing was changed and nothing kept. */
const REFUSALS = {
  missing: { problem: 'invalid', sv: 'Välj en fil att läsa in.', en: 'Choose a file to read.' },
  empty: { problem: 'invalid', sv: 'Filen är tom.', en: 'The file is empty.' },
  old_excel: {
    problem: 'wrong_type',
    sv: 'Filen är i ett gammalt Excelformat (.xls). Spara den som Excel-arbetsbok (.xlsx) och försök igen.',
    en: 'The file is in an old Excel format (.xls). Save it as an Excel workbook (.xlsx) and try again.',
  },
  encrypted: {
    problem: 'wrong_type',
    sv: 'Filen är skyddad med lösenord. Ta bort lösenordet i Excel, spara och försök igen.',
    en: 'The file is protected by a password. Remove the password in Excel, save and try again.',
  },
  open_document: {
    problem: 'wrong_type',
    sv: 'Filen är i formatet OpenDocument. Spara den som Excel-arbetsbok (.xlsx) och försök igen.',
    en: 'The file is in the OpenDocument format. Save it as an Excel workbook (.xlsx) and try again.',
  },
  not_workbook: {
    problem: 'wrong_type',
    sv: 'Filen är inte en Excel-arbetsbok (.xlsx). Innehållet avgör, inte namnet: välj den fil som hämtades här.',
    en: 'The file is not an Excel workbook (.xlsx). The content decides, not the name: choose the file downloaded here.',
  },
  broken: {
    problem: 'wrong_type',
    sv: 'Filen är skadad och kan inte öppnas. Öppna den i Excel, spara den på nytt och försök igen.',
    en: 'The file is damaged and cannot be opened. Open it in Excel, save it again and try again.',
  },
  inflates_too_much: {
    problem: 'too_large',
    sv: 'Filen packas upp till mer än vad som är rimligt och lästes inte. Ett blad får ha högst 5 000 rader.',
    en: 'The file unpacks to more than is reasonable and was not read. A sheet may have 5,000 rows at most.',
  },
  too_many_rows: {
    problem: 'too_large',
    sv: 'Ett blad har fler än 5 000 rader. Ta bort det som inte hör hit och försök igen.',
    en: 'A sheet has more than 5,000 rows. Take away what does not belong here and try again.',
  },
  too_many_columns: {
    problem: 'too_large',
    sv: 'Ett blad har fler än 100 kolumner. Ta bort det som inte hör hit och försök igen.',
    en: 'A sheet has more than 100 columns. Take away what does not belong here and try again.',
  },
  macro: {
    problem: 'wrong_type',
    sv: 'Filen innehåller makron. Spara den som Excel-arbetsbok utan makron (.xlsx) och försök igen.',
    en: 'The file holds macros. Save it as an Excel workbook without macros (.xlsx) and try again.',
  },
  external_links: {
    problem: 'wrong_type',
    sv: 'Filen hämtar värden från andra filer. Bryt länkarna (Data, Redigera länkar) så att värdena står i rutorna.',
    en: 'The file takes values from other files. Break the links (Data, Edit links) so that the values stand in the cells.',
  },
  no_keys: {
    problem: 'invalid',
    sv: `Det dolda blad som säger vad raderna är saknas, så filen kan inte läsas säkert. ${AGAIN.sv}`,
    en: `The hidden sheet that says what the rows are is missing, so the file cannot be read safely. ${AGAIN.en}`,
  },
  other_format: {
    problem: 'invalid',
    sv: `Filen är gjord av en annan version av Samhandling. ${AGAIN.sv}`,
    en: `The file was made by another version of Samhandling. ${AGAIN.en}`,
  },
} as const satisfies Readonly<Record<string, Label & { problem: ProblemCode }>>;

export type RefusalCode = keyof typeof REFUSALS;

export function refuseFile(code: RefusalCode): ProblemException {
  const { problem, sv, en } = REFUSALS[code];
  return new ProblemException(problem, { sv, en }, [{ pointer: '/file', code, reason: { sv, en } }]);
}

/** The right kind of file, but of something else. */
export function refuseOther(code: 'other_round' | 'other_organisation', reason: Label): ProblemException {
  return new ProblemException('invalid', reason, [{ pointer: '/file', code, reason }]);
}
