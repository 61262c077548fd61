import type { Label, Locale } from '@samhandling/domain';
import type { ReadFile, StrayRow } from './read-workbook.ts';

const STRAYS: Readonly<Record<StrayRow['code'], Label>> = {
  unknown_row: {
    sv: 'Raden hör inte till arbetsboken. Skriv i den rad som fanns när filen hämtades, och ta bort den här.',
    en: 'The row does not belong to the workbook. Write in the row that was there when the file was downloaded, and remove this one.',
  },
  row_twice: {
    sv: 'Raden finns två gånger i filen. Ta bort den ena.',
    en: 'The row is twice in the file. Remove one of them.',
  },
  column_twice: {
    sv: 'Kolumnen finns två gånger i bladet. Ta bort den ena.',
    en: 'The column is twice in the sheet. Remove one of them.',
  },
};

export function strayReason(code: StrayRow['code'], locale: Locale): string {
  return STRAYS[code][locale];
}

/** The row was in the file when it was made; now the organisation is not asked for it any more, or the person may not enter it. */
export const UNKNOWN_ROW: Label = {
  sv: 'Det här ska ni inte längre svara på i omgången. Hämta arbetsboken på nytt.',
  en: 'You are no longer to answer this in the round. Download the workbook again.',
};

/** What was different from the file as it was made, and did no harm: to know that it was seen. */
export function remarksOn({ renamed, missingColumns, moved, gone }: ReadFile, locale: Locale): string[] {
  const sv = locale === 'sv';
  return [
    ...renamed.map(({ from, to }) =>
      sv
        ? `Bladet ${from} heter ${to} i filen. Det lästes ändå.`
        : `The sheet ${from} is called ${to} in the file. It was read all the same.`,
    ),
    ...moved.map((sheet) =>
      sv
        ? `På bladet ${sheet} är kolumnerna flyttade. De lästes efter sina rubriker.`
        : `On the sheet ${sheet} the columns have been moved. They were read by their headers.`,
    ),
    ...missingColumns.map(({ sheet, header }) =>
      sv
        ? `På bladet ${sheet} finns ingen kolumn ${header}. Det den gäller ändras inte.`
        : `On the sheet ${sheet} there is no column ${header}. What it is about is not changed.`,
    ),
    ...(gone > 0
      ? [
          sv
            ? `${gone} ${gone === 1 ? 'rad' : 'rader'} som fanns när filen hämtades finns inte kvar i den. Det de gäller ändras inte.`
            : `${gone} ${gone === 1 ? 'row' : 'rows'} that stood in the file when it was downloaded are gone from it. What they are about is not changed.`,
        ]
      : []),
  ];
}
