import { LETTER_STATES } from '@samhandling/contracts';
import { letterStanding, wantsLook } from './letter-words.ts';

describe('how a letter goes', () => {
  it('is a sentence, with the reason after it where there is one', () => {
    for (const state of LETTER_STATES) expect(letterStanding({ state, reason: '' })).toMatch(/^[A-ZÅÄÖ].+\.$/);
    expect(letterStanding({ state: 'failed', reason: '550 No such user' })).toBe(
      'Brevet gick inte att skicka. 550 No such user',
    );
  });

  it('wants a look when it did not leave, or nobody knows', () => {
    expect(LETTER_STATES.filter((state) => wantsLook({ state, reason: '' }))).toEqual(['failed', 'unknown']);
  });
});
