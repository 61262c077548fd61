/** The years the demo's texts were written about: the second round is for this one. */
export const WRITTEN_FOR = 2025;

/**
 * Moves every year from 2020 to 2035 that stands in a text or a date by `years`. The demo is written for fixed years, and
 * people meet it in others: moved as a whole it is always in the middle of its second round.
 */
export function shiftYears(text: string, years: number): string {
  return text.replace(/(?<!\d)20(?:2\d|3[0-5])(?!\d)/g, (year) => String(Number(year) + years));
}

/** The same for every text inside a value of plain data. */
export function shiftAll<Value>(value: Value, years: number): Value {
  if (typeof value === 'string') return shiftYears(value, years) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => shiftAll(item, years)) as Value;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [shiftYears(key, years), shiftAll(item as unknown, years)]),
    ) as Value;
  }
  if (typeof value === 'number' && Number.isInteger(value) && value >= 2020 && value <= 2035)
    return (value + years) as Value;
  return value;
}

/** A day as near to `day` as a year of another length allows: 29 February becomes 28. */
export function existingDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toISOString().startsWith(day) ? day : day.replace('-02-29', '-02-28');
}
