import { COLUMNS, type Column, DEFAULT_COLUMNS, type ListQuery, filterOf } from '../data/list-query.ts';
import { INLINE_COLUMNS } from './inline-value.ts';

/**
 * What is written must be seen: its columns are shown too while the list is written in, without being chosen. Figures are
 * written elsewhere, and give up their room where nobody has asked for them.
 */
export function withInlineColumns(chosen: readonly Column[], isEditing: boolean): readonly Column[] {
  if (!isEditing) return chosen;
  const written = Object.values(INLINE_COLUMNS);
  const isUsual = chosen.join() === DEFAULT_COLUMNS.join();
  const kept = chosen.filter((column) => !(isUsual && column === 'outcomes'));
  return COLUMNS.filter((column) => kept.includes(column) || written.includes(column));
}

/** The list's choices as the API wants them, for a file with all that match: pages are no part of it. */
export function csvParams(query: ListQuery): string {
  const pairs = Object.entries(filterOf(query)).flatMap(([name, value]): [string, string][] => {
    if (name === 'page' || name === 'pageSize') return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.map((one) => [name, String(one)]);
  });
  return new URLSearchParams(pairs).toString();
}
