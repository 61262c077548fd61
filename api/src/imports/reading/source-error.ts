import type { Label } from '@samhandling/domain';

export const MAX_FILE_BYTES = 5 * 1024 * 1024;
export const MAX_INFLATED_BYTES = 50 * 1024 * 1024;
/** One part of a Word file becomes a tree in memory, many times its size: a plan's is some megabytes at most. */
export const MAX_PART_BYTES = 12 * 1024 * 1024;
export const MAX_ZIP_ENTRIES = 1000;

const SAVE_AS = {
  sv: 'Spara planen som Word (.docx), webbsida (.html) eller text (.txt) och försök igen.',
  en: 'Save the plan as Word (.docx), web page (.html) or text (.txt) and try again.',
} as const;

function withAdvice(sv: string, en: string): Label {
  return { sv: `${sv} ${SAVE_AS.sv}`, en: `${en} ${SAVE_AS.en}` };
}

/** Why a file could not be read. Codes are stable; each text says what was found and what to do. */
export const SOURCE_ERRORS = {
  empty: {
    sv: 'Filen är tom. Välj en fil som innehåller planen.',
    en: 'The file is empty. Choose a file that holds the plan.',
  },
  too_large: {
    sv: 'Filen är större än 5 MB. Ta bort bilder eller spara bara texten och försök igen.',
    en: 'The file is larger than 5 MB. Remove pictures or save only the text and try again.',
  },
  pdf: withAdvice('Filen är en PDF. Sådana kan inte läsas.', 'The file is a PDF. Such files cannot be read.'),
  image: withAdvice(
    'Filen är en bild. Text i bilder kan inte läsas.',
    'The file is a picture. Text in pictures cannot be read.',
  ),
  program: withAdvice('Filen är ett program, inte ett dokument.', 'The file is a program, not a document.'),
  archive: withAdvice('Filen är ett arkiv, inte ett dokument.', 'The file is an archive, not a document.'),
  rtf: withAdvice('Filen är i formatet RTF. Det kan inte läsas.', 'The file is in the RTF format. It cannot be read.'),
  spreadsheet: withAdvice(
    'Filen är en Excelbok. Sådana kan inte läsas än.',
    'The file is an Excel workbook. Such files cannot be read yet.',
  ),
  open_document: withAdvice(
    'Filen är i formatet OpenDocument. Det kan inte läsas.',
    'The file is in the OpenDocument format. It cannot be read.',
  ),
  old_word: withAdvice(
    'Filen är i ett gammalt Officeformat (till exempel .doc).',
    'The file is in an old Office format (for example .doc).',
  ),
  encrypted: {
    sv: 'Filen är skyddad med lösenord. Ta bort lösenordet i Word, spara och försök igen.',
    en: 'The file is protected by a password. Remove the password in Word, save and try again.',
  },
  broken: {
    sv: 'Wordfilen är skadad och kan inte öppnas. Öppna den i Word, spara den på nytt och försök igen.',
    en: 'The Word file is damaged and cannot be opened. Open it in Word, save it again and try again.',
  },
  inflates_too_much: {
    sv: 'Filen packas upp till mer än vad som är rimligt för ett dokument och lästes inte. Spara bara texten och försök igen.',
    en: 'The file unpacks to more than is reasonable for a document and was not read. Save only the text and try again.',
  },
  too_nested: {
    sv: 'Sidans element ligger djupare i varandra än vad som är rimligt och lästes inte. Spara bara texten och försök igen.',
    en: 'The elements of the page lie deeper in one another than is reasonable and were not read. Save only the text and try again.',
  },
  type_mismatch: {
    sv: 'Filens innehåll stämmer inte med dess filändelse. Kontrollera att rätt fil valdes och att ändelsen inte har ändrats.',
    en: 'The content of the file does not match its name. Check that the right file was chosen and that its ending was not changed.',
  },
  not_text: withAdvice('Filen innehåller inte läsbar text.', 'The file does not hold readable text.'),
} as const satisfies Readonly<Record<string, Label>>;

export type SourceErrorCode = keyof typeof SOURCE_ERRORS;

/** A file that cannot be read as text: nothing was changed and nothing kept. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  readonly label: Label;

  constructor(code: SourceErrorCode, options?: ErrorOptions) {
    super(SOURCE_ERRORS[code].sv, options);
    this.name = 'SourceError';
    this.code = code;
    this.label = SOURCE_ERRORS[code];
  }
}
