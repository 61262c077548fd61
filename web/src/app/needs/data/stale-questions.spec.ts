import type { NeedsQuestionInput } from '@samhandling/contracts';
import { mergedQuestions, staleQuestions } from './stale-questions.ts';

const question = (id: string | undefined, text: string): NeedsQuestionInput => ({
  ...(id !== undefined && { id }),
  kind: 'text',
  isPerGoal: false,
  text,
  hint: '',
  options: [],
  lowLabel: '',
  highLabel: '',
});
const base = ['a', 'b', 'c'].map((id) => question(id, id));
const [a, b, c] = base as [NeedsQuestionInput, NeedsQuestionInput, NeedsQuestionInput];
const words = {
  question: (number: number) => `Fråga ${String(number)}`,
  added: 'Ny fråga',
  order: 'Ordningen',
  shown: ({ text }: NeedsQuestionInput) => text,
};
const fieldsOf = (mine: NeedsQuestionInput[], theirs: NeedsQuestionInput[]) =>
  staleQuestions(base, mine, theirs, words).map(({ label, mine: here, theirs: there, proposed }) => [
    label,
    here,
    there,
    proposed,
  ]);

describe('the questions of an inventory compared one by one', () => {
  it('proposes what only one has changed, added or taken away, and asks where both have changed', () => {
    const mine = [question('a', 'min a'), question('b', 'min b'), c, question(undefined, 'min nya')];
    const theirs = [a, question('b', 'deras b'), question('d', 'deras nya')];
    expect(fieldsOf(mine, theirs)).toEqual([
      ['Fråga 1', 'min a', 'a', 'mine'],
      ['Fråga 2', 'min b', 'deras b', null],
      ['Fråga 3', 'c', '', 'theirs'],
      ['Fråga 4', 'min nya', '', 'mine'],
      ['Ny fråga', '', 'deras nya', 'theirs'],
    ]);
  });

  it('merges by choice', () => {
    const mine = [question('a', 'min a'), b, question(undefined, 'min nya'), c];
    const theirs = [a, question('b', 'deras b'), c, question('d', 'deras nya')];
    const answer = { a: 'mine', b: 'theirs', 'new-2': 'mine', d: 'theirs' } as const;
    expect(mergedQuestions(base, mine, theirs, answer).map(({ text }) => text)).toEqual([
      'min a',
      'deras b',
      'min nya',
      'c',
      'deras nya',
    ]);
    const other = { a: 'theirs', b: 'mine', 'new-2': 'theirs', d: 'mine' } as const;
    expect(mergedQuestions(base, mine, theirs, other)).toEqual([a, b, c]);
  });

  it('has the order as a field of its own, when both have another one', () => {
    expect(fieldsOf([b, a, c], [c, a, b])).toEqual([['Ordningen', '1. b\n2. a\n3. c', '1. c\n2. a\n3. b', null]]);
    expect(mergedQuestions(base, [b, a, c], [c, a, b], { order: 'mine' })).toEqual([b, a, c]);
    expect(mergedQuestions(base, [b, a, c], [c, a, b], { order: 'theirs' })).toEqual([c, a, b]);
    expect(mergedQuestions(base, [b, a, c], base, { order: 'mine' })).toEqual([b, a, c]);
  });

  it('says nothing when both say the same', () => {
    expect(fieldsOf([a, c], [a, c])).toEqual([]);
  });
});
