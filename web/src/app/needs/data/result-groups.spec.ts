import type { NeedsResults } from '@samhandling/contracts';
import type { NeedsQuestion, NeedsSum } from '@samhandling/domain';
import { resultGroups, rowsOf } from './result-groups.ts';

const question = (id: string, more: Partial<NeedsQuestion> = {}): NeedsQuestion => ({
  id,
  kind: 'text',
  isPerGoal: false,
  text: id,
  hint: '',
  options: [],
  lowLabel: '',
  highLabel: '',
  ...more,
});
const sum = (questionId: string, goalId: string | null): NeedsSum => ({
  questionId,
  goalId,
  answered: 5,
  counts: null,
  texts: [],
  byKind: [],
});

describe('the results of an inventory', () => {
  it('stand under their goal in the plan’s order, what is common first', () => {
    const results = {
      questions: [question('per mål', { isPerGoal: true }), question('i stort')],
      goals: ['g', 'h', 'utan'].map((id) => ({ id, code: id, title: id })),
      sums: [sum('per mål', 'g'), sum('per mål', 'h'), sum('i stort', null)],
    } as unknown as NeedsResults;
    expect(
      resultGroups(results).map(({ goal, results: all }) => [goal?.id, all.map((one) => one.question.id)]),
    ).toEqual([
      [undefined, ['i stort']],
      ['g', ['per mål']],
      ['h', ['per mål']],
    ]);
  });

  it('say what the ends of a scale mean', () => {
    expect(rowsOf(question('s', { kind: 'scale', lowLabel: 'Inte alls', highLabel: 'Helt' }))).toEqual([
      '1 – Inte alls',
      '2',
      '3',
      '4',
      '5 – Helt',
    ]);
  });
});
