import { targetOf } from '../review/source-pane.ts';
import { chunksOf, filterSource, firstLines, leftOf, placeOf, readSourceFilter, readStep } from './places.ts';
import { someReview } from './some-review.ts';

describe('places of an import', () => {
  const review = someReview();

  it('tie a line to the part it became', () => {
    expect(review.source.map(placeOf)).toEqual(['at:1.1/1', 'at:1.1/3', null, 'tips:1']);
    expect(firstLines(review.source).get('tips:1')).toBe(4);
  });

  it('show only the lines asked for, and take any address', () => {
    expect(filterSource(review.source, 'flaggade').map(({ line }) => line)).toEqual([2]);
    expect(filterSource(review.source, readSourceFilter('annat'))).toHaveLength(4);
    expect(readStep('okänt')).toBe('forslag');
  });

  it('cut a long text without losing a line', () => {
    const lines = Array.from({ length: 251 }, (_, index) => index);
    expect(chunksOf(lines, 100).map((chunk) => chunk.length)).toEqual([100, 100, 51]);
    expect(chunksOf(lines, 100).flat()).toEqual(lines);
  });

  it('count what is left to decide', () => {
    expect(leftOf(review)).toEqual({ plan: 0, flags: 1, actors: 2, indicators: 2 });
    const settings = { ...review.settings, title: ' ', lastYear: 2020 };
    expect(leftOf({ ...review, settings }).plan).toBe(2);
  });

  it('move with the keyboard and stop at the ends', () => {
    expect(targetOf('ArrowDown', -1, 4)).toBe(0);
    expect(targetOf('ArrowDown', 3, 4)).toBe(3);
    expect(targetOf('PageUp', 5, 40)).toBe(0);
    expect(targetOf('End', 0, 4)).toBe(3);
    expect(targetOf('a', 0, 4)).toBeNull();
    expect(targetOf('ArrowDown', 0, 0)).toBeNull();
  });
});
