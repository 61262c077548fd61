import fc from 'fast-check';
import { NOT_APPLICABLE, NOT_REPORTED, PROTECTED, valueCell } from './combine.ts';
import { countJudgements, GOAL_JUDGEMENTS, JUDGEMENTS, type GoalJudgement, type Judgement } from './judgement.ts';
import { LOCALES } from './locale.ts';
import { coverageText, outcomeBesideLast, outcomeText } from './outcome-text.ts';
import {
  activitySentence,
  countGoalJudgements,
  goalSentence,
  joinList,
  judgementCountText,
  noneOrCount,
} from './prose.ts';
import { DEFAULT_WORDS, type Word } from './words.ts';

const times = <T>(...counts: readonly (readonly [number, T])[]): T[] =>
  counts.flatMap(([count, item]) => Array.from({ length: count }, () => item));
const { activity, goal, area } = DEFAULT_WORDS.sv;
const insats: Word = { one: 'insats', theOne: 'insatsen', many: 'insatser', theMany: 'insatserna', gender: 'n' };
const activities = (...counts: readonly (readonly [number, Judgement | null])[]) => countJudgements(times(...counts));
const goals = (...counts: readonly (readonly [number, GoalJudgement | null])[]) =>
  countGoalJudgements(times(...counts));

describe('activitySentence', () => {
  it.each([
    [
      activities([9, 'completed'], [2, 'on_track'], [1, 'needs_support']),
      activity,
      'Av 12 aktiviteter är 9 genomförda, 2 pågår enligt plan och 1 behöver stöd.',
    ],
    [activities([1, 'completed'], [1, null]), activity, 'Av 2 aktiviteter är 1 genomförd och 1 är inte bedömd.'],
    [activities([1, 'completed'], [2, 'not_started']), goal, 'Av 3 delmål är 1 genomfört och 2 är ej påbörjade.'],
    [activities([1, 'on_track'], [2, 'cancelled']), insats, 'Av 3 insatser pågår 1 enligt plan och 2 utgår.'],
    [
      activities([3, 'needs_support'], [1, 'not_started']),
      activity,
      'Av 4 aktiviteter behöver 3 stöd och 1 är ej påbörjad.',
    ],
    [activities([2, 'cancelled'], [1, null]), activity, 'Av 3 aktiviteter utgår 2 och 1 är inte bedömd.'],
    [activities([12, 'completed']), activity, 'Alla 12 aktiviteter är genomförda.'],
    [activities([2, 'needs_support']), activity, 'Båda aktiviteterna behöver stöd.'],
    [activities([1, 'completed']), activity, 'Den enda aktiviteten är genomförd.'],
    [activities([1, 'cancelled']), area, 'Det enda området för samhandling utgår.'],
    [activities([12, null]), activity, 'Ingen av de 12 aktiviteterna är bedömd.'],
    [activities([3, null]), goal, 'Inget av de 3 delmålen är bedömt.'],
    [activities([1, null]), goal, 'Det enda delmålet är inte bedömt.'],
    [activities([3, 'not_started']), activity, 'Ingen av de 3 aktiviteterna är påbörjad.'],
    [activities(), insats, 'Det finns inga insatser.'],
  ])('case %# in Swedish', (counts, word, sentence) => {
    expect(activitySentence(counts, word, 'sv')).toBe(sentence);
  });

  it.each([
    [
      activities([9, 'completed'], [2, 'on_track'], [1, 'needs_support']),
      'Of 12 activities, 9 are completed, 2 are on track and 1 needs support.',
    ],
    [
      activities([1, 'completed'], [2, 'not_started'], [1, null]),
      'Of 4 activities, 1 is completed, 2 have not started and 1 is not judged.',
    ],
    [activities([12, 'completed']), 'All 12 activities are completed.'],
    [activities([2, 'cancelled']), 'Both activities are cancelled.'],
    [activities([1, 'on_track']), 'The only activity is on track.'],
    [activities([2, null]), 'Neither of the 2 activities is judged.'],
    [activities([5, 'not_started']), 'None of the 5 activities has started.'],
    [activities(), 'There are no activities.'],
  ])('case %# in English', (counts, sentence) => {
    expect(activitySentence(counts, DEFAULT_WORDS.en.activity, 'en')).toBe(sentence);
  });
});

describe('goalSentence', () => {
  it.each([
    [
      goals([3, 'within_reach'], [2, 'needs_support'], [1, 'at_risk']),
      'Av 6 delmål bedöms 3 vara inom räckhåll, 2 behöva stöd och 1 äventyras.',
    ],
    [
      goals([1, 'secured'], [1, 'within_reach'], [1, null]),
      'Av 3 delmål bedöms 1 vara säkrat och 1 vara inom räckhåll, medan 1 inte är bedömt.',
    ],
    [goals([6, 'secured']), 'Alla 6 delmål bedöms vara säkrade.'],
    [goals([2, 'at_risk']), 'Båda delmålen bedöms äventyras.'],
    [goals([1, 'secured']), 'Det enda delmålet bedöms vara säkrat.'],
    [goals([6, null]), 'Inget av de 6 delmålen är bedömt.'],
    [goals(), 'Det finns inga delmål.'],
  ])('case %# in Swedish', (counts, sentence) => {
    expect(goalSentence(counts, goal, 'sv')).toBe(sentence);
  });

  it('in English', () => {
    const word = DEFAULT_WORDS.en.goal;
    expect(goalSentence(goals([3, 'within_reach'], [1, 'needs_support'], [2, null]), word, 'en')).toBe(
      'Of 6 goals, 3 are judged within reach and 1 to need support, while 2 are not judged.',
    );
    expect(goalSentence(goals([1, 'at_risk']), word, 'en')).toBe('The only goal is judged at risk.');
  });
});

describe('what every sentence promises', () => {
  const numbersIn = (sentence: string): number[] =>
    (sentence.match(/\d[\d\u00a0]*/g) ?? []).map((text) => Number(text.replace(/\u00a0/g, '')));
  const check = (sentence: string, total: number, uniform: boolean): void => {
    const [first, ...rest] = numbersIn(sentence);
    expect(sentence).toMatch(/^\p{Lu}[^%]*\.$/u);
    expect(sentence).not.toMatch(/ {2}|undefined| ,/);
    if (total === 0 || (uniform && total === 1)) expect(first).toBeUndefined();
    else if (first !== undefined) expect(first).toBe(total);
    else expect(uniform && total === 2).toBe(true);
    if (!uniform) expect(rest.reduce((sum, count) => sum + count, 0)).toBe(total);
  };
  const word = fc.constantFrom(activity, goal, area, insats);

  it('has numbers that add up to the total, for activities', () => {
    const judgements = fc.array(fc.constantFrom(...JUDGEMENTS, null), { maxLength: 60 });
    fc.assert(
      fc.property(judgements, word, fc.constantFrom(...LOCALES), (given, plansWord, locale) => {
        check(activitySentence(countJudgements(given), plansWord, locale), given.length, new Set(given).size === 1);
      }),
      { numRuns: 500 },
    );
  });

  it('has numbers that add up to the total, for goals', () => {
    const judgements = fc.array(fc.constantFrom(...GOAL_JUDGEMENTS, null), { maxLength: 12 });
    fc.assert(
      fc.property(judgements, word, fc.constantFrom(...LOCALES), (given, plansWord, locale) => {
        check(goalSentence(countGoalJudgements(given), plansWord, locale), given.length, new Set(given).size === 1);
      }),
      { numRuns: 500 },
    );
  });

  it('groups thousands', () => {
    expect(activitySentence(activities([1500, 'completed'], [1, null]), activity, 'sv')).toContain(
      '1\u00a0501 aktiviteter',
    );
  });
});

describe('small words', () => {
  it('joins lists', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => joinList(items, 'sv'))).toEqual([
      '',
      'a',
      'a och b',
      'a, b och c',
    ]);
    expect(joinList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  });

  it('agrees none with gender', () => {
    expect(noneOrCount(0, activity, 'sv')).toBe('Ingen aktivitet');
    expect(noneOrCount(0, goal, 'sv')).toBe('Inget delmål');
    expect(noneOrCount(0, DEFAULT_WORDS.en.goal, 'en')).toBe('No goals');
    expect(noneOrCount(1, goal, 'sv')).toBe('1 delmål');
    expect(noneOrCount(12, activity, 'sv')).toBe('12 aktiviteter');
  });
});

describe('outcomes in words', () => {
  it('stands beside the last round', () => {
    expect(outcomeBesideLast(valueCell(12), valueCell(9), 'sv')).toBe('12 (förra omgången 9)');
    expect(outcomeBesideLast(valueCell(12), valueCell(9), 'en')).toBe('12 (last round 9)');
    expect(outcomeBesideLast(valueCell(0), NOT_REPORTED, 'sv')).toBe('0 (förra omgången inte rapporterat)');
    expect(outcomeBesideLast(NOT_REPORTED, valueCell(9), 'sv')).toBe('Inte rapporterat (förra omgången 9)');
    expect(outcomeBesideLast(valueCell(12), null, 'sv')).toBe('12');
    expect(outcomeBesideLast(valueCell(1.5), valueCell(2), 'sv', { decimals: 1, unit: 'km' })).toBe(
      '1,5\u00a0km (förra omgången 2,0\u00a0km)',
    );
    const share = { state: 'value', numerator: 9, denominator: 12 } as const;
    expect(outcomeBesideLast(share, { ...share, numerator: 7 }, 'sv')).toBe('9 av 12 (förra omgången 7 av 12)');
  });

  it('has a word of its own for each kind of empty, and a digit for zero', () => {
    const unknown = { state: 'unknown', of: 3, reported: 0, notApplicable: 0, protected: 0 } as const;
    const texts = [valueCell(0), NOT_REPORTED, NOT_APPLICABLE, PROTECTED].map((cell) => outcomeText(cell, 'sv'));
    expect(texts).toEqual(['0', 'Inte rapporterat', 'Ej tillämpligt', 'Skyddat']);
    expect(outcomeText(unknown, 'sv')).toBe('Inte rapporterat');
  });

  it('says how far a combined value reaches', () => {
    expect(coverageText({ of: 8, reported: 5, notApplicable: 0, protected: 1 }, 'sv')).toBe('6 av 8 har rapporterat');
    expect(coverageText({ of: 7, reported: 7, notApplicable: 1, protected: 0 }, 'sv')).toBe(
      '7 av 7 har rapporterat, 1 ej tillämpligt',
    );
    expect(coverageText({ of: 7, reported: 1, notApplicable: 1, protected: 0 }, 'en')).toBe(
      '1 of 7 has reported, 1 not applicable',
    );
  });
});

describe('judgementCountText', () => {
  it('agrees with the number and the gender of the word', () => {
    expect(judgementCountText('completed', 9, activity, 'sv')).toBe('9 genomförda');
    expect(judgementCountText('completed', 1, activity, 'sv')).toBe('1 genomförd');
    expect(judgementCountText('completed', 1, area, 'sv')).toBe('1 genomfört');
    expect(judgementCountText('needs_support', 2, activity, 'sv')).toBe('2 behöver stöd');
    expect(judgementCountText('cancelled', 1, activity, 'sv')).toBe('1 utgår');
    expect(judgementCountText('not_started', 3, DEFAULT_WORDS.en.activity, 'en')).toBe('3 not started');
  });
});
