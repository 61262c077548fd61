/** The most decimals a value is stored and shown with. Apart from the reading of numbers, which most pages never load. */
export const MOST_DECIMALS = 4;

/** Rounds half away from zero as people do on paper (1,005 → 1,01), and never gives minus zero. */
export function roundTo(value: number, decimals: number): number {
  const size = Math.abs(value);
  if (size < 1e-6 || size >= 1e15) return size < 1e-6 ? 0 : value;
  const rounded = Number(`${String(Math.round(Number(`${String(size)}e${String(decimals)}`)))}e-${String(decimals)}`);
  return rounded === 0 ? 0 : value < 0 ? -rounded : rounded;
}
