import type { GoalToAsk } from '@samhandling/contracts';
import { answerPlace, isBlankAnswer, type NeedsAnswerValue, type NeedsQuestion } from '@samhandling/domain';

/** What is written on the sheet, by place. */
export type Answers = Readonly<Record<string, NeedsAnswerValue>>;

/** A question as it stands on the sheet; one that is asked per goal has a part for each. */
export interface SheetPart {
  readonly question: NeedsQuestion;
  readonly parts: readonly {
    readonly place: string;
    readonly goal: GoalToAsk | null;
    readonly blank: NeedsAnswerValue;
  }[];
}

export function partsOf(questions: readonly NeedsQuestion[], goals: readonly GoalToAsk[]): readonly SheetPart[] {
  return questions.map((question) => ({
    question,
    parts: (question.isPerGoal ? goals : [null]).map((goal) => {
      const blank: NeedsAnswerValue = {
        questionId: question.id,
        goalId: goal?.id ?? null,
        text: null,
        chosen: null,
        scale: null,
      };
      return { place: answerPlace(blank), goal, blank };
    }),
  }));
}

export function byPlace(values: readonly NeedsAnswerValue[]): Answers {
  return Object.fromEntries(values.map((value) => [answerPlace(value), value]));
}

export function toSend(answers: Answers): readonly NeedsAnswerValue[] {
  return Object.values(answers).filter((answer) => !isBlankAnswer(answer));
}

/** How many of the questions have something: one per goal counts as answered when any of its parts is. */
export function answeredOf(parts: readonly SheetPart[], answers: Answers): number {
  return parts.filter((part) =>
    part.parts.some(({ place }) => {
      const answer = answers[place];
      return answer !== undefined && !isBlankAnswer(answer);
    }),
  ).length;
}

function isSame(a: NeedsAnswerValue | undefined, b: NeedsAnswerValue | undefined): boolean {
  const written = (answer: NeedsAnswerValue | undefined): string =>
    answer === undefined || isBlankAnswer(answer)
      ? ''
      : JSON.stringify([answer.text?.trim() ?? null, answer.chosen ?? null, answer.scale]);
  return written(a) === written(b);
}

export function isSameSheet(a: Answers, b: Answers): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((place) => isSame(a[place], b[place]));
}

/**
 * What is on the sheet when it turns out that it was saved from another window meanwhile: what has been written here since
 * `base` stays, and everything else is as it was saved there.
 */
export function merged(mine: Answers, base: Answers, theirs: Answers): Answers {
  const places = new Set([...Object.keys(mine), ...Object.keys(base), ...Object.keys(theirs)]);
  return Object.fromEntries(
    [...places].flatMap((place) => {
      const chosen = isSame(mine[place], base[place]) ? theirs[place] : mine[place];
      return chosen === undefined ? [] : [[place, chosen]];
    }),
  );
}
