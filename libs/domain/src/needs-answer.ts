import type { Label } from './locale.ts';
import { MOST_NEEDS_TEXT, NEEDS_SCALE, type NeedsQuestion } from './needs.ts';

/** One answer to one question, or to a question about one goal. Exactly the field of the question's kind is filled in. */
export interface NeedsAnswerValue {
  readonly questionId: string;
  readonly goalId: string | null;
  readonly text: string | null;
  /** Places in the question's list of options, from 0. One for `choice`. */
  readonly chosen: readonly number[] | null;
  readonly scale: number | null;
}

export interface NeedsAnswerProblem {
  /** Which of the values, from 0. */
  readonly index: number;
  readonly code: 'unknown_question' | 'unknown_goal' | 'twice' | 'wrong_kind' | 'out_of_range' | 'too_long';
  readonly reason: Label;
}

const REASONS: Readonly<Record<NeedsAnswerProblem['code'], Label>> = {
  unknown_question: { sv: 'Frågan finns inte i inventeringen.', en: 'The question is not in the inventory.' },
  unknown_goal: { sv: 'Målet hör inte till frågan.', en: 'The goal does not belong to the question.' },
  twice: { sv: 'Frågan är besvarad två gånger.', en: 'The question is answered twice.' },
  wrong_kind: { sv: 'Svaret är inte av frågans slag.', en: 'The answer is not of the question’s kind.' },
  out_of_range: {
    sv: 'Svaret finns inte bland dem man kan välja.',
    en: 'The answer is not among those to choose from.',
  },
  too_long: {
    sv: `Texten är för lång. Högst ${MOST_NEEDS_TEXT} tecken.`,
    en: `The text is too long. At most ${MOST_NEEDS_TEXT} characters.`,
  },
};

/** "question" or "question/goal": the place an answer has on the sheet. */
export function answerPlace({ questionId, goalId }: Pick<NeedsAnswerValue, 'questionId' | 'goalId'>): string {
  return goalId === null ? questionId : `${questionId}/${goalId}`;
}

/** Nothing written and nothing chosen: the same as not having answered. */
export function isBlankAnswer(value: NeedsAnswerValue): boolean {
  return (value.text ?? '').trim() === '' && (value.chosen ?? []).length === 0 && value.scale === null;
}

/** What is wrong with a sheet of answers; empty when it can be kept. */
export function answerProblems(
  questions: readonly NeedsQuestion[],
  goalIds: readonly string[],
  values: readonly NeedsAnswerValue[],
): readonly NeedsAnswerProblem[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const code = problemOf(questions, goalIds, value, seen);
    seen.add(answerPlace(value));
    return code === null ? [] : [{ index, code, reason: REASONS[code] }];
  });
}

function problemOf(
  questions: readonly NeedsQuestion[],
  goalIds: readonly string[],
  value: NeedsAnswerValue,
  seen: ReadonlySet<string>,
): NeedsAnswerProblem['code'] | null {
  const question = questions.find(({ id }) => id === value.questionId);
  if (!question) return 'unknown_question';
  if (question.isPerGoal ? value.goalId === null || !goalIds.includes(value.goalId) : value.goalId !== null)
    return 'unknown_goal';
  if (seen.has(answerPlace(value))) return 'twice';
  const isText = question.kind === 'text';
  const isScale = question.kind === 'scale';
  if ((value.text !== null && !isText) || (value.scale !== null && !isScale)) return 'wrong_kind';
  if (value.chosen !== null && (isText || isScale)) return 'wrong_kind';
  if (isText) return (value.text ?? '').length > MOST_NEEDS_TEXT ? 'too_long' : null;
  if (isScale) return value.scale === null || NEEDS_SCALE.some((step) => step === value.scale) ? null : 'out_of_range';
  const chosen = value.chosen ?? [];
  if (new Set(chosen).size !== chosen.length || (question.kind === 'choice' && chosen.length > 1))
    return 'out_of_range';
  return chosen.every((place) => Number.isInteger(place) && place >= 0 && place < question.options.length)
    ? null
    : 'out_of_range';
}
