import { readFileSync } from 'node:fs';
import { GLOSSARY, glossaryMarkdown, glossaryTerm } from './glossary.ts';
import { compareSwedish } from './sort.ts';
import { DEFAULT_WORDS } from './words.ts';

describe('the glossary', () => {
  it('has one word per thing', () => {
    for (const pick of [
      GLOSSARY.map((entry) => entry.code),
      GLOSSARY.map((entry) => entry.term.sv),
      GLOSSARY.map((entry) => entry.term.en),
    ]) {
      expect(new Set(pick).size).toBe(pick.length);
    }
  });

  it('explains each in whole sentences, in both languages', () => {
    for (const { definition } of GLOSSARY) {
      expect(definition.sv).toMatch(/^\p{Lu}.*\.$/u);
      expect(definition.en).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('stands in Swedish order', () => {
    const terms = GLOSSARY.map((entry) => entry.term.sv);
    expect(terms).toEqual([...terms].sort(compareSwedish));
  });

  it('agrees with the words a plan has from the beginning', () => {
    for (const [code, key] of [
      ['Plan', 'plan'],
      ['Goal', 'goal'],
      ['Area', 'area'],
      ['Activity', 'activity'],
    ] as const) {
      expect(glossaryTerm(code).term).toEqual({ sv: DEFAULT_WORDS.sv[key].one, en: DEFAULT_WORDS.en[key].one });
    }
  });

  it('refuses a term it does not hold', () => {
    expect(() => glossaryTerm('Aktivitet')).toThrow(RangeError);
  });

  it('is in step with docs/glossary.md (write it with `node tools/write-glossary.mjs`)', () => {
    expect(readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8')).toBe(glossaryMarkdown());
  });
});
