import { answerPlace, isBlankAnswer, type NeedsAnswerValue } from '@samhandling/domain';
import { randomUUID } from 'node:crypto';

/** An answer as it is kept. Its text has a random id, by which it can be marked as part of a need. */
export type KeptAnswer = NeedsAnswerValue & { readonly textId: string | null };

export interface StoredAnswer {
  readonly answers: readonly KeptAnswer[];
  readonly version: number;
}

/** What is to be kept of a sheet: no blanks, and each text with the id it had. */
export function keptAnswers(values: readonly NeedsAnswerValue[], before: readonly KeptAnswer[]): readonly KeptAnswer[] {
  const known = new Map(before.map((answer) => [answerPlace(answer), answer.textId]));
  return values
    .filter((value) => !isBlankAnswer(value))
    .map(({ questionId, goalId, text, chosen, scale }) => ({
      questionId,
      goalId,
      text: text === null ? null : text.trim(),
      chosen: chosen === null ? null : chosen.toSorted((a, b) => a - b),
      scale,
      textId: text === null ? null : (known.get(answerPlace({ questionId, goalId })) ?? randomUUID()),
    }));
}

/** The answer as whoever gave it sees it. */
export function givenAnswers(answers: readonly KeptAnswer[]): readonly NeedsAnswerValue[] {
  return answers.map(({ questionId, goalId, text, chosen, scale }) => ({ questionId, goalId, text, chosen, scale }));
}
