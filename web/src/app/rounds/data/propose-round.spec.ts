import { isDay } from '@samhandling/domain';
import fc from 'fast-check';
import { proposeRound } from './propose-round.ts';

describe('proposeRound', () => {
  it('goes on after the latest year, whatever order the rounds come in', () => {
    expect(proposeRound(['2025', '2026', '2024'], '2026-11-21')).toEqual({
      label: '2027',
      from: '2027-01-01',
      to: '2027-12-31',
      opens: '2027-12-01',
      due: '2028-01-31',
    });
  });

  it('begins with this year, also when the rounds are not named by year', () => {
    expect(proposeRound([], '2026-11-21').label).toBe('2026');
    expect(proposeRound(['Vår', '2026 A'], '2026-11-21').label).toBe('2026');
  });

  it('proposes real days in order, and a label nobody has', () => {
    const label = fc.integer({ min: 1990, max: 2150 }).map(String);
    fc.assert(
      fc.property(fc.array(label), (labels) => {
        const round = proposeRound(labels, '2026-11-21');
        expect(labels).not.toContain(round.label);
        for (const day of [round.from, round.to, round.opens, round.due]) expect(isDay(day)).toBe(true);
        expect([round.from, round.opens, round.to, round.due]).toEqual(
          [round.from, round.opens, round.to, round.due].sort(),
        );
      }),
    );
  });
});
