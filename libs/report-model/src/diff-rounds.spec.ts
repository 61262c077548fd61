import { JUDGEMENTS } from '@samhandling/domain';
import fc from 'fast-check';
import { buildCountyReport } from './county-report.ts';
import { diffRounds, earlierOf, isUnchanged, type RoundChanges } from './diff-rounds.ts';
import type { ReportSource } from './source.ts';
import { activity, goal, indicator, NOT_REPORTED, PROTECTED, source, value } from './testing/example-source.ts';

const between = (before: ReportSource, after: ReportSource): RoundChanges =>
  diffRounds(earlierOf(before), earlierOf(after), after, 'sv');

const before = source(
  [goal(1, 'within_reach', [activity('1.1/1', 'on_track'), activity('1.1/2', null), activity('1.1/3', 'completed')])],
  [
    indicator('1.1/1', value(12), { target: 20 }),
    indicator('1.1/2', PROTECTED, { smallNumberThreshold: 5 }),
    indicator('1.1/3', NOT_REPORTED, { definitionVersion: 1 }),
  ],
);
const after = source(
  [
    goal(1, 'at_risk', [
      activity('1.1/1', 'needs_support'),
      activity('1.1/3', 'completed', { text: 'Ordna samtal oftare.' }),
      activity('1.1/4', null),
    ]),
  ],
  [
    indicator('1.1/1', value(9), { target: 25 }),
    indicator('1.1/2', PROTECTED, { smallNumberThreshold: 5 }),
    indicator('1.1/3', value(4), { definitionVersion: 2 }),
  ],
);

describe('diffRounds', () => {
  const changes = between(before, after);

  it('tells what was added, what disappeared and what reads differently', () => {
    expect(changes.added.map(({ reference }) => reference)).toEqual(['1.1/4']);
    expect(changes.removed.map(({ reference }) => reference)).toEqual(['1.1/2']);
    expect(changes.reworded).toEqual([
      {
        reference: '1.1/3',
        text: 'Ordna samtal oftare.',
        before: 'Ordna samtal 1.1/3.',
        after: 'Ordna samtal oftare.',
      },
    ]);
    expect(changes.of).toBe(4);
  });

  it('tells which judgements changed, of activities and of goals', () => {
    expect(changes.judgements.map(({ reference, before: was, after: is }) => [reference, was, is])).toEqual([
      ['1.1/1', 'on_track', 'needs_support'],
    ]);
    expect(changes.goalJudgements).toEqual([
      { code: '1', title: 'Mål 1 i planen', before: 'within_reach', after: 'at_risk' },
    ]);
  });

  it('tells targets and outcomes as they are shown, keeps the protected, and marks a new definition', () => {
    expect(changes.targets.map(({ before: was, after: is }) => [was, is])).toEqual([['minst 20', 'minst 25']]);
    expect(
      changes.outcomes.map(({ references, before: was, after: is, breaks }) => [references[0], was, is, breaks]),
    ).toEqual([
      ['1.1/1', '12\u00a0samtal', '9\u00a0samtal', false],
      ['1.1/3', 'Inte rapporterat', '4\u00a0samtal', true],
    ]);
  });

  it('counts what the later round does not say yet, and lists none of it as a change', () => {
    const back = between(after, before);
    expect(back.outcomes.map(({ references }) => references[0])).toEqual(['1.1/1']);
    expect(back.judgements.map(({ reference }) => reference)).toEqual(['1.1/1']);
    expect(back.awaited).toEqual({ judgements: 1, ofJudgements: 3, goals: 0, ofGoals: 1, outcomes: 1, ofOutcomes: 3 });
    const empty = source(
      [goal(1, null, [activity('1.1/1', null)])],
      [indicator('1.1/1', NOT_REPORTED, { target: 20 })],
    );
    expect(
      isUnchanged(
        between(
          source([goal(1, 'at_risk', [activity('1.1/1', 'on_track')])], [indicator('1.1/1', value(3), { target: 20 })]),
          empty,
        ),
      ),
    ).toBe(true);
  });

  const anySource = fc
    .array(
      fc.record({
        id: fc.integer({ min: 1, max: 6 }),
        judgement: fc.option(fc.constantFrom(...JUDGEMENTS), { nil: null }),
        text: fc.constantFrom('Träff.', 'Möte.'),
        number: fc.option(fc.nat({ max: 3 }), { nil: null }),
      }),
      { maxLength: 6 },
    )
    .map((rows) => [...new Map(rows.map((row) => [row.id, row])).values()])
    .map((rows) =>
      source(
        [
          goal(
            1,
            null,
            rows.map(({ id, judgement, text }) => activity(`1.1/${id}`, judgement, { text })),
          ),
        ],
        rows.map(({ id, number }) => indicator(`1.1/${id}`, number === null ? NOT_REPORTED : value(number))),
      ),
    );

  it('finds nothing between a round and itself', () => {
    fc.assert(fc.property(anySource, (round) => expect(isUnchanged(between(round, round))).toBe(true)));
  });

  it('is the same the other way round: what was added was removed', () => {
    fc.assert(
      fc.property(anySource, anySource, (a, b) => {
        const [there, back] = [between(a, b), between(b, a)];
        expect(there.added).toEqual(back.removed);
        expect(there.of).toBe(back.of);
        const whole = ({ judgements }: RoundChanges) => judgements.filter(({ before: was }) => was !== null);
        const pairs = whole(back).map(({ reference, before: was, after: is }) => [reference, is, was]);
        expect(whole(there)).toHaveLength(pairs.length);
        expect(whole(there).map(({ reference, before: was, after: is }) => [reference, was, is])).toEqual(
          expect.arrayContaining(pairs),
        );
        expect(there.judgements.every(({ after: is }) => is !== null)).toBe(true);
        expect(there.added.length + there.removed.length).toBeLessThanOrEqual(there.of);
      }),
    );
  });
});

describe('the section on changes', () => {
  const sectionOf = (facts: ReportSource) => buildCountyReport(facts, 'sv').sections.find(({ id }) => id === 'changes');

  it('stands in a report whose facts hold an earlier adopted round, and in no other', () => {
    expect(sectionOf(after)).toBeUndefined();
    const section = sectionOf({
      ...after,
      earlier: earlierOf({ ...before, round: { ...before.round, label: '2024' } }),
    });
    const texts = JSON.stringify(section);
    expect(texts).toContain('Förändringar sedan förra omgången');
    expect(texts).toContain(
      'Jämfört med den fastställda omgången 2024 har 1 aktivitet tillkommit, 1 aktivitet försvunnit och 1 aktivitet formulerats om.',
    );
    expect(texts).toContain('▲');
    expect(texts).toContain('†');
  });

  it('says so when nothing has changed', () => {
    const texts = JSON.stringify(sectionOf({ ...before, earlier: earlierOf(before) }));
    expect(texts).toContain('Inget har ändrats jämfört med den fastställda omgången');
  });
});
