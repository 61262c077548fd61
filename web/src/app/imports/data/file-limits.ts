import type { Problem } from '@samhandling/contracts';

/** The server's limits, said before a file is sent. The server decides by content; this only spares a wait. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
export const MAX_CHARACTERS = 5_000_000;
export const FILE_ENDINGS = ['.txt', '.html', '.htm', '.docx'] as const;

function refusal(code: Problem['code'], title: string, detail: string): Problem {
  return { type: `about:blank#${code}`, status: 422, code, title, detail };
}

/** Why this file cannot be sent, or null. */
export function fileRefusal(file: { readonly name: string; readonly size: number }): Problem | null {
  const name = file.name.toLowerCase();
  if (!FILE_ENDINGS.some((ending) => name.endsWith(ending))) {
    return refusal(
      'wrong_type',
      $localize`:@@imports.file.wrongType:${file.name}:name: är av en filtyp som inte går att läsa`,
      $localize`:@@imports.file.wrongTypeDetail:Spara planen som Word (.docx), webbsida (.html) eller text (.txt) och försök igen. Du kan också kopiera texten och klistra in den.`,
    );
  }
  if (file.size === 0) {
    return refusal(
      'invalid',
      $localize`:@@imports.file.empty:${file.name}:name: är tom`,
      $localize`:@@imports.file.emptyDetail:Välj en fil som innehåller planen.`,
    );
  }
  if (file.size > MAX_FILE_BYTES) {
    return refusal(
      'too_large',
      $localize`:@@imports.file.tooLarge:${file.name}:name: är större än 5 MB`,
      $localize`:@@imports.file.tooLargeDetail:Ta bort bilder eller spara bara texten och försök igen. Du kan också kopiera texten och klistra in den.`,
    );
  }
  return null;
}
