import type { Locale } from '@samhandling/domain';
import { inReadingOrder } from '../history-fields.ts';
import { entityOf } from '../history-subjects.ts';
import { valueWords, type Names } from '../history-values.ts';
import { logFieldOf } from './log-fields.ts';

/** What was changed in something, as recorded. A field without values is named and no more. */
export interface LoggedChange {
  readonly entity: string;
  readonly changes: Readonly<Record<string, { readonly old?: unknown; readonly new?: unknown }>> | null;
}

const EMPTIED = { sv: 'inget', en: 'nothing' } as const;

/** "Namn: Anna → Anna Berg; Roll: Läsare; Rubrik", in the order of the form. */
export function changeWords({ entity: recordedAs, changes }: LoggedChange, names: Names, locale: Locale): string {
  const entity = entityOf(recordedAs);
  const fields = Object.keys(changes ?? {});
  const told = (entity ? inReadingOrder(entity, fields) : fields).flatMap((name) => {
    const field = logFieldOf(recordedAs, name);
    if (!field) return [];
    const change = changes?.[name] ?? {};
    const [before, after] = [change.old, change.new].map((value) => valueWords(value, field, names, locale));
    const values = before && 'new' in change ? `${before} → ${after || EMPTIED[locale]}` : before || after;
    return [values ? `${field.label[locale]}: ${values}` : field.label[locale]];
  });
  return [...new Set(told)].join('; ');
}
