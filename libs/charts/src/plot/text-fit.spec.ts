import fc from 'fast-check';
import { flowLegend, textWidth, wrapText } from './text-fit.ts';

const words = fc.array(fc.stringMatching(/^[a-zåäö0-9,.]{1,24}$/), { maxLength: 20 });

describe('wrapText', () => {
  it('keeps every word in order, and breaks only between words', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 600 }), (parts, width) => {
        const lines = wrapText(parts.join(' '), width);
        expect(lines.join(' ')).toBe(parts.join(' '));
        for (const line of lines) if (line.includes(' ')) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('takes as few lines as it can from the left', () => {
    expect(wrapText('Färre unga ska börja', 100)).toEqual(['Färre unga', 'ska börja']);
    expect(wrapText('Färre unga ska börja', 1000)).toEqual(['Färre unga ska börja']);
    expect(wrapText('', 100)).toEqual([]);
  });
});

describe('flowLegend', () => {
  it('never lets an entry go past the edge unless it stands first in its line', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 100, max: 900 }), (entries, width) => {
        const { places, height } = flowLegend(entries, width, 18);
        expect(places).toHaveLength(entries.length);
        for (const [index, place] of places.entries()) {
          const right = place.x + 18 + 8 + textWidth(entries[index] ?? '');
          expect(place.x === 0 || right <= width).toBe(true);
          expect(place.y).toBeLessThan(height);
        }
      }),
    );
  });
});
