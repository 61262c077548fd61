import type { Problem } from '@samhandling/contracts';

export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Why this file cannot be sent, or null. The server decides by content; this only spares a wait. */
export function fileRefusal({ name, size }: { readonly name: string; readonly size: number }): Problem | null {
  const lower = name.toLowerCase();
  if (lower.endsWith('.xlsm'))
    return refusal(
      'wrong_type',
      $localize`:@@workbook.file.macro:${name}:name: innehåller makron`,
      $localize`:@@workbook.file.macroDetail:Spara den som Excel-arbetsbok utan makron (.xlsx) och försök igen.`,
    );
  if (!lower.endsWith('.xlsx'))
    return refusal(
      'wrong_type',
      $localize`:@@workbook.file.wrongType:${name}:name: är inte en Excel-arbetsbok (.xlsx)`,
      $localize`:@@workbook.file.wrongTypeDetail:Välj den fil som du hämtade här och fyllde i.`,
    );
  if (size > MAX_FILE_BYTES)
    return refusal(
      'too_large',
      $localize`:@@workbook.file.tooLarge:${name}:name: är större än 5 MB`,
      $localize`:@@workbook.file.tooLargeDetail:Ta bort bilder och egna blad och försök igen.`,
    );
  return null;
}

function refusal(code: Problem['code'], title: string, detail: string): Problem {
  return { type: `about:blank#${code}`, status: 422, code, title, detail };
}

/** The name the server gives the file: "Uppföljning 2026 Länsstyrelsen.xlsx". */
export function nameFrom(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? otherwise : decodeURIComponent(encoded);
}
