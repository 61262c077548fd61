import fc from 'fast-check';
import { adjustingProblem, hasAdjusted, missingInMinutes } from './minutes.ts';

describe('what minutes lack before they can be sent', () => {
  const whole = { meetingState: 'held', attended: 3, untreated: [], adjusters: 2 } as const;

  it('is nothing when somebody was there, all is treated and somebody adjusts', () => {
    expect(missingInMinutes(whole)).toEqual([]);
  });

  it('is told one sentence each, with the items by name', () => {
    const missing = missingInMinutes({
      meetingState: 'called',
      attended: 0,
      untreated: ['2.1/1', '2.1/2', '2.1/3', '2.1/4'],
      adjusters: 0,
    });
    expect(missing.map(({ sv }) => sv)).toEqual([
      'Mötet är inte avslutat. Avsluta det först.',
      'Ingen är antecknad som närvarande. Ange vilka som var med.',
      '4 punkter är inte behandlade: 2.1/1, 2.1/2, 2.1/3 och 1 till. Skriv vad som sades, eller bordlägg.',
      'Ingen är vald att justera. Välj minst en.',
    ]);
    expect(missingInMinutes({ ...whole, untreated: ['Öppning'] })[0]).toEqual({
      sv: 'En punkt är inte behandlad: Öppning. Skriv vad som sades, eller bordlägg.',
      en: 'One item has not been treated: Öppning. Write what was said, or postpone.',
    });
  });

  it('never hides that something is missing', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.array(fc.string({ minLength: 1 }), { maxLength: 9 }),
        fc.nat(3),
        (attended, untreated, adjusters) => {
          const missing = missingInMinutes({ ...whole, attended, untreated, adjusters });
          expect(missing.length).toBe(Number(attended === 0) + Number(untreated.length > 0) + Number(adjusters === 0));
          for (const { sv, en } of missing) expect(sv !== '' && en !== '').toBe(true);
        },
      ),
    );
  });
});

describe('somebody’s yes', () => {
  it('stands for the version it was said of, and no other', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(9)), fc.nat(9), (said, version) => {
        const row = { adjustedAt: said === null ? null : '2026-03-12T10:00:00.000Z', adjustedVersion: said };
        expect(hasAdjusted(row, version)).toBe(said === version);
      }),
    );
  });

  it('is said by the one it is about, or told to somebody who says how and when', () => {
    const [meeting, today] = ['2026-03-10', '2026-03-12'];
    const problem = (
      isSelf: boolean,
      channel: Parameters<typeof adjustingProblem>[0]['channel'],
      on: string | null = null,
    ) => adjustingProblem({ isSelf, channel, on }, meeting, today);
    expect([
      problem(true, null),
      problem(true, 'self'),
      problem(false, 'mail'),
      problem(false, 'paper', '2026-03-11'),
    ]).toEqual([null, null, null, null]);
    expect(problem(false, null)).toBe('channel_missing');
    expect(problem(false, 'self')).toBe('self_only_oneself');
    expect(problem(false, 'mail', '2026-03-13')).toBe('day_ahead');
    expect(problem(false, 'mail', '2026-03-09')).toBe('day_before_meeting');
  });
});
