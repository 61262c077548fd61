/** Sizes of text in drawings, in CSS pixels: the smallest of the design, and its line height. */
export const TEXT_SIZE = 15;
export const LINE = 20;
/** Source Sans is narrow: a letter takes about half its size. A little more is counted, so that nothing touches. */
const WIDTH_OF_LETTER = 0.53;

/** About how wide a text is, in CSS pixels. SVG has no layout, and measuring would force one for every label. */
export function textWidth(text: string, size = TEXT_SIZE): number {
  return text.length * size * WIDTH_OF_LETTER;
}

/** The text in lines no wider than `width`, broken between words. Nothing is cut: a long word stands alone. */
export function wrapText(text: string, width: number, size = TEXT_SIZE): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface LegendPlace {
  readonly x: number;
  readonly y: number;
}

/** Places for the entries of a legend, left to right and then down, and the height they take. `swatch`: width of the mark. */
export function flowLegend(
  words: readonly string[],
  width: number,
  swatch: number,
): { readonly places: readonly LegendPlace[]; readonly height: number } {
  const [gap, line] = [20, 24];
  let [x, y] = [0, 0];
  const places = words.map((word) => {
    const needed = swatch + 8 + textWidth(word);
    if (x > 0 && x + needed > width) [x, y] = [0, y + line];
    const place = { x, y };
    x += needed + gap;
    return place;
  });
  return { places, height: places.length === 0 ? 0 : y + line };
}
