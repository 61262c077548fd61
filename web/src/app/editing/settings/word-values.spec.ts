import { DEFAULT_WORDS } from '@samhandling/domain';
import { WORD_PRESETS, exampleSentences, fieldOfWords, valueOfWords, wordsOfValue } from './word-values.ts';

describe("the plan's words as a form", () => {
  it('come back as they went in', () => {
    for (const { words } of WORD_PRESETS) expect(wordsOfValue(valueOfWords(words))).toEqual(words);
    expect(valueOfWords(DEFAULT_WORDS)['sv.goal.theOne']).toBe('delmålet');
  });

  it('meet the pointer of the API at their field', () => {
    expect(Object.keys(valueOfWords(DEFAULT_WORDS))).toContain(fieldOfWords('/words/en/activity/theMany'));
  });

  it('sound right in Swedish for both genders', () => {
    const [, insats] = WORD_PRESETS;
    const sentences = exampleSentences(insats?.words.sv ?? DEFAULT_WORDS.sv, 'sv').join(' ');
    expect(sentences).toContain('Nytt insatsområde. Nytt delområde. Ny insats.');
    expect(sentences).toContain('Ingen insats hittades.');
    expect(sentences).toContain('till ett annat delområde');
  });
});
