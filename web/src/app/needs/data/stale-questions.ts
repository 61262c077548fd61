import type { NeedsQuestionInput } from '@samhandling/contracts';
import { mergedByChoice, staleFields } from '../../core/stale.ts';
import type { StaleAnswer, StaleField } from '../../core/stale-dialog.ts';
import { reordered } from '../../meetings/data/agenda-rows.ts';

type Questions = readonly NeedsQuestionInput[];

/** The questions by what they are known by: their id, or for one that is only written here its place. */
function byKey(questions: Questions): ReadonlyMap<string, NeedsQuestionInput> {
  return new Map(questions.map((question, at) => [question.id ?? `new-${String(at)}`, question]));
}

const ORDER = 'order';

/** Each question and their order, as texts that can be compared; one that is not there is empty. */
function flat(questions: Questions, common: readonly string[]): Record<string, string> {
  const all = byKey(questions);
  const texts = [...all].map(([key, question]) => [key, JSON.stringify(question)] as const);
  return { ...Object.fromEntries(texts), [ORDER]: [...all.keys()].filter((key) => common.includes(key)).join() };
}

/** What the two sides compare as: every question of either, and the order of those that both have. */
function sides(base: Questions, mine: Questions, theirs: Questions) {
  const [own, stored] = [byKey(mine), byKey(theirs)];
  const common = [...own.keys()].filter((key) => stored.has(key));
  const keys = [...own.keys(), ...[...stored.keys()].filter((key) => !own.has(key))];
  const [was, here, there] = [base, mine, theirs].map((questions) => {
    const texts = flat(questions, common);
    return Object.fromEntries([...keys, ORDER].map((key) => [key, texts[key] ?? '']));
  }) as [Record<string, string>, Record<string, string>, Record<string, string>];
  return { own, stored, keys, was, here, there };
}

/** The questions where two versions differ, each with both, and their order if that differs. */
export function staleQuestions(
  base: Questions,
  mine: Questions,
  theirs: Questions,
  words: {
    readonly question: (number: number) => string;
    readonly added: string;
    readonly order: string;
    readonly shown: (question: NeedsQuestionInput) => string;
  },
): StaleField[] {
  const { own, stored, keys, was, here, there } = sides(base, mine, theirs);
  const places = [...own.keys()];
  const label = (key: string): string => (own.has(key) ? words.question(places.indexOf(key) + 1) : words.added);
  const labels = { ...Object.fromEntries(keys.map((key) => [key, label(key)])), [ORDER]: words.order };
  return staleFields(was, here, there, labels, (key, side) => {
    const from = side === here ? own : stored;
    if (key !== ORDER) {
      const question = from.get(key);
      return question ? words.shown(question) : '';
    }
    const order = (side[ORDER] ?? '').split(',');
    return order.map((one, at) => `${String(at + 1)}. ${from.get(one)?.text ?? ''}`).join('\n');
  });
}

/** The stored questions with my choices laid over them, in the order that was chosen. */
export function mergedQuestions(base: Questions, mine: Questions, theirs: Questions, answer: StaleAnswer): Questions {
  const { own, stored, keys, was, here, there } = sides(base, mine, theirs);
  const merged = mergedByChoice(here, there, answer);
  // Where their order is as it was the one here stands, so that a new question is asked where it was put.
  const isMine = answer[ORDER] === 'mine' || (answer[ORDER] === undefined && there[ORDER] === was[ORDER]);
  const order = isMine ? reordered([...own.keys()], keys) : reordered([...stored.keys()], keys);
  return order.flatMap((key) => {
    const question = merged[key] === here[key] ? own.get(key) : stored.get(key);
    return question ? [question] : [];
  });
}
