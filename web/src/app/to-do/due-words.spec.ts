import { addDays } from '@samhandling/domain';
import { dueWords } from './due-words.ts';

describe('dueWords', () => {
  const today = '2026-03-10';
  it.each([
    [0, 'I dag'],
    [1, 'I morgon'],
    [-1, 'I går'],
    [3, 'Om 3 dagar, 13 mars 2026'],
    [14, 'Om 14 dagar, 24 mars 2026'],
    [15, 'Senast 25 mars 2026'],
    [-5, 'För 5 dagar sedan, 5 mars 2026'],
  ])('says %i days from today', (days, words) => {
    expect(dueWords(addDays(today, days), today, 'sv')).toBe(words);
  });
});
