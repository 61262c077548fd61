import fc from 'fast-check';
import { proposeNeeds, stemSwedish, subjectsOf } from './need-proposals.ts';

const text = (id: string, words: string, goalId: string | null = null) => ({ id, goalId, text: words });

describe('texts that seem to say the same', () => {
  it('have words in common, whatever their endings', () => {
    expect(stemSwedish('utbildningar')).toBe(stemSwedish('utbildningen'));
    expect(stemSwedish('kommunerna')).toBe(stemSwedish('kommuner'));
    expect([...subjectsOf('Vi behöver en utbildning om samtal, tack!')]).toHaveLength(2);
  });

  it('are proposed together, with what they share', () => {
    const proposals = proposeNeeds([
      text('a', 'Utbildning i samtal med unga'),
      text('b', 'En gemensam utbildning om samtal'),
      text('c', 'Ny belysning vid stationen'),
      text('d', 'Utbildningar i motiverande samtal'),
    ]);
    expect(proposals).toMatchObject([{ textIds: ['a', 'b', 'd'] }]);
    expect([...(proposals[0]?.words ?? [])].sort()).toEqual(['samtal', 'utbildning']);
  });

  it('are never proposed across goals', () => {
    expect(proposeNeeds([text('a', 'Utbildning i samtal', 'g'), text('b', 'Utbildning i samtal', 'h')])).toEqual([]);
  });

  it('stand in one proposal at most, each of at least two, the same in whatever order', () => {
    const words = fc.array(fc.constantFrom('utbildning', 'samtal', 'nätverk', 'belysning', 'fältarbete', 'och', 'vi'), {
      maxLength: 5,
    });
    const all = fc
      .array(fc.tuple(words, fc.constantFrom('g', null)), { maxLength: 12 })
      .map((rows) => rows.map(([each, goalId], at) => text(`t${at}`, each.join(' '), goalId)));
    fc.assert(
      fc.property(all, (rows) => {
        const proposals = proposeNeeds(rows);
        const ids = proposals.flatMap(({ textIds }) => textIds);
        expect(new Set(ids).size).toBe(ids.length);
        expect(proposals.every(({ textIds }) => textIds.length >= 2)).toBe(true);
        expect(proposeNeeds(rows.toReversed())).toEqual(proposals);
      }),
    );
  });
});
