import type { NeedsAnswerValue, NeedsQuestion } from '@samhandling/domain';
import { answeredOf, byPlace, isSameSheet, merged, partsOf, toSend } from './answer-sheet.ts';

const question = (id: string, more: Partial<NeedsQuestion> = {}): NeedsQuestion => ({
  id,
  kind: 'text',
  isPerGoal: false,
  text: 'Fråga',
  hint: '',
  options: [],
  lowLabel: '',
  highLabel: '',
  ...more,
});
const text = (questionId: string, words: string, goalId: string | null = null): NeedsAnswerValue => ({
  questionId,
  goalId,
  text: words,
  chosen: null,
  scale: null,
});
const GOALS = [
  { id: 'g', code: '1', title: 'Ett' },
  { id: 'h', code: '2', title: 'Två' },
];

describe('the sheet of answers', () => {
  it('asks once for each goal, and counts such a question once', () => {
    const parts = partsOf([question('a'), question('b', { isPerGoal: true })], GOALS);
    expect(parts.map(({ parts: each }) => each.map(({ place }) => place))).toEqual([['a'], ['b/g', 'b/h']]);
    expect(answeredOf(parts, byPlace([text('b', 'Ja', 'g'), text('b', 'Nej', 'h'), text('a', ' ')]))).toBe(1);
  });

  it('sends what is written and not what is blank', () => {
    expect(toSend(byPlace([text('a', 'Bra'), text('b', '  ')]))).toEqual([text('a', 'Bra')]);
  });

  it('is the same when only blanks and spaces differ', () => {
    expect(isSameSheet(byPlace([text('a', 'Bra ')]), byPlace([text('a', 'Bra'), text('b', '')]))).toBe(true);
    expect(isSameSheet(byPlace([text('a', 'Bra')]), byPlace([text('a', 'Bättre')]))).toBe(false);
  });

  it('keeps what was written here on top of what was saved in another window', () => {
    const base = byPlace([text('a', 'Bra'), text('b', 'Trögt')]);
    const mine = byPlace([text('a', 'Mycket bra'), text('b', 'Trögt')]);
    const theirs = byPlace([text('a', 'Bra'), text('b', 'Trögt ibland'), text('c', 'Ny')]);
    expect(merged(mine, base, theirs)).toEqual(
      byPlace([text('a', 'Mycket bra'), text('b', 'Trögt ibland'), text('c', 'Ny')]),
    );
    // An answer to our own saving that never came: it was saved, and nothing is left to save.
    expect(isSameSheet(merged(mine, base, mine), mine)).toBe(true);
  });
});
