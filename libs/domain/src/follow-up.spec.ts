import fc from 'fast-check';
import { CHANNEL_LABELS, CHANNELS, FOLLOW_UP_FIELD_REASONS, missingFields, type FollowUpContent } from './follow-up.ts';
import { JUDGEMENTS } from './judgement.ts';

const empty: FollowUpContent = {
  judgement: null,
  supportNeeded: '',
  cancelReason: '',
  cancelDecision: '',
  done: '',
  nothingNew: false,
};

describe('missingFields', () => {
  it.each<[Partial<FollowUpContent>, string[]]>([
    [{}, ['judgement']],
    [{ judgement: 'on_track' }, ['done']],
    [{ judgement: 'on_track', done: 'Två träffar hölls.' }, []],
    [{ judgement: 'on_track', nothingNew: true }, []],
    [{ judgement: 'completed', done: '  \n' }, ['done']],
    [{ judgement: 'not_started' }, []],
    [{ judgement: 'needs_support', done: 'Påbörjat.' }, ['supportNeeded']],
    [{ judgement: 'needs_support', nothingNew: true }, ['supportNeeded']],
    [{ judgement: 'cancelled' }, ['cancelReason', 'cancelDecision']],
    [{ judgement: 'cancelled', cancelReason: 'Ersatt.', cancelDecision: '§ 4' }, []],
  ])('of %j is %j', (change, missing) => {
    expect(missingFields({ ...empty, ...change })).toEqual(missing);
  });

  const content: fc.Arbitrary<FollowUpContent> = fc.record({
    judgement: fc.option(fc.constantFrom(...JUDGEMENTS), { nil: null }),
    supportNeeded: fc.constantFrom('', ' ', 'Tid'),
    cancelReason: fc.constantFrom('', 'Ersatt'),
    cancelDecision: fc.constantFrom('', '§ 4'),
    done: fc.constantFrom('', '\t', 'Gjort'),
    nothingNew: fc.boolean(),
  });

  it('asks for nothing more once what it asked for is filled in, and never for what is there', () => {
    fc.assert(
      fc.property(content, (given) => {
        const missing = missingFields(given);
        for (const field of missing) {
          expect(FOLLOW_UP_FIELD_REASONS[field].sv).not.toBe('');
          const value = given[field];
          expect(value === null || value.trim() === '').toBe(true);
        }
        if (given.judgement === null) expect(missing).toEqual(['judgement']);
        else
          expect(missingFields({ ...given, ...Object.fromEntries(missing.map((field) => [field, 'Ifyllt'])) })).toEqual(
            [],
          );
      }),
    );
  });

  it('has words for every channel', () => {
    expect(Object.keys(CHANNEL_LABELS).sort()).toEqual([...CHANNELS].sort());
  });
});
