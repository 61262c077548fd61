import fc from 'fast-check';
import * as domain from './index.ts';
import { LOCALES } from './locale.ts';
import { countJudgements, JUDGEMENT_LABELS, JUDGEMENTS } from './judgement.ts';
import { activityReference } from './plan.ts';
import { capitalised, countOf, DEFAULT_WORDS, WORD_KEYS } from './words.ts';

describe('the plan’s own words', () => {
  it('count', () => {
    expect(countOf(DEFAULT_WORDS.sv.activity, 0)).toBe('0 aktiviteter');
    expect(countOf(DEFAULT_WORDS.sv.activity, 1)).toBe('1 aktivitet');
    expect(countOf(DEFAULT_WORDS.sv.area, 12)).toBe('12 områden för samhandling');
  });

  it('have every form in every language', () => {
    for (const locale of LOCALES) {
      for (const key of WORD_KEYS) {
        const { gender, ...forms } = DEFAULT_WORDS[locale][key];
        expect(['n', 't']).toContain(gender);
        expect(Object.values(forms).every((form) => form.trim() !== '')).toBe(true);
      }
    }
  });

  it('are capitalised without touching the rest', () => {
    expect(capitalised('åtgärd i Ås')).toBe('Åtgärd i Ås');
    expect(capitalised('')).toBe('');
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme-ascii' }), (text) => {
        expect(capitalised(text).slice(1)).toBe(text.slice(1));
        expect(capitalised(capitalised(text))).toBe(capitalised(text));
      }),
    );
  });
});

describe('labels', () => {
  it('are there in Swedish and English, and begin alike for a whole list', () => {
    const isLabel = (value: unknown): value is { sv: string; en: string } =>
      typeof value === 'object' && value !== null && 'sv' in value && 'en' in value;
    const tables = Object.entries(domain).filter(
      ([name, value]) => name.endsWith('_LABELS') && typeof value === 'object',
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const [, table] of tables) {
      for (const label of Object.values(table)) {
        expect(isLabel(label)).toBe(true);
        if (!isLabel(label)) continue;
        expect(label.sv).toMatch(/\S/);
        expect(label.en).toMatch(/\S/);
      }
    }
  });
});

describe('judgements', () => {
  it('count up to the total', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...JUDGEMENTS, null)), (given) => {
        const counts = countJudgements(given);
        expect(counts.total).toBe(given.length);
        expect(JUDGEMENTS.reduce((sum, key) => sum + counts[key], counts.notJudged)).toBe(given.length);
        expect(counts.completed).toBe(given.filter((one) => one === 'completed').length);
      }),
    );
    expect(JUDGEMENT_LABELS.cancelled.sv).toBe('Utgår');
  });

  it('stand at activities named by area and number', () => {
    expect(activityReference('2.2', 5)).toBe('2.2/5');
  });
});
