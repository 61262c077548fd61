import type { GoalToAsk, NeedsResults } from '@samhandling/contracts';
import type { NeedsQuestion, NeedsSum } from '@samhandling/domain';

/** What was answered about one goal, or about none. */
export interface ResultGroup {
  readonly goal: GoalToAsk | null;
  readonly results: readonly { readonly question: NeedsQuestion; readonly sum: NeedsSum }[];
}

/** The goals in the plan's order, and first what is about all of them. A goal that nothing was asked about is left out. */
export function resultGroups({ goals, questions, sums }: NeedsResults): readonly ResultGroup[] {
  return [null, ...goals]
    .map((goal) => ({
      goal,
      results: sums
        .filter(({ goalId }) => goalId === (goal?.id ?? null))
        .flatMap((sum) => {
          const question = questions.find(({ id }) => id === sum.questionId);
          return question ? [{ question, sum }] : [];
        }),
    }))
    .filter(({ results }) => results.length > 0);
}

/** The rows of a sum: each option, or each step of the scale with what the ends mean. */
export function rowsOf({ kind, options, lowLabel, highLabel }: NeedsQuestion): readonly string[] {
  if (kind !== 'scale') return options;
  return [1, 2, 3, 4, 5].map((step) => {
    const end = step === 1 ? lowLabel : step === 5 ? highLabel : '';
    return end === '' ? String(step) : `${String(step)} – ${end}`;
  });
}
