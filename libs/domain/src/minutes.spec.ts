import fc from 'fast-check';
import { adjustingProblem, hasAdjusted, missingInMinutes, toldIn, type TellingMeeting } from './minutes.ts';

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

describe('a decision between meetings', () => {
  const meeting = (id: string, day: string, isAdjusted = false): TellingMeeting => ({
    id,
    day,
    startsAt: `${day}T08:00:00.000Z`,
    isAdjusted,
  });
  const decision = (decidedOn: string, told: string | null = null) => ({ decidedOn, toldIn: told });

  it('is told at the first meeting after its day whose minutes are not adjusted', () => {
    const held = [meeting('april', '2026-04-10', true), meeting('june', '2026-06-10'), meeting('may', '2026-05-10')];
    expect(toldIn(decision('2026-03-01'), held)).toBe('may');
    expect(toldIn(decision('2026-05-10'), held)).toBe('june');
    expect(toldIn(decision('2026-06-10'), held)).toBeNull();
    expect(toldIn(decision('2026-03-01'), [meeting('april', '2026-04-10', true)])).toBeNull();
  });

  it('stays told where it was told', () => {
    const held = [meeting('april', '2026-04-10', true), meeting('may', '2026-05-10')];
    expect(toldIn(decision('2026-03-01', 'april'), held)).toBe('april');
  });

  it('is told exactly once, and never in minutes that were adjusted before it, in whatever order things happen', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`);
    const step = fc.oneof(
      fc.record({ does: fc.constant('hold' as const), day }),
      fc.record({ does: fc.constant('decide' as const), day }),
      fc.record({ does: fc.constant('adjust' as const), which: fc.nat(9) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let held: TellingMeeting[] = [];
        let decisions: { decidedOn: string; toldIn: string | null; id: number }[] = [];
        const frozen = new Map<string, readonly number[]>();
        for (const [at, one] of steps.entries()) {
          if (one.does === 'hold') held = [...held, meeting(`m${at}`, one.day)];
          else if (one.does === 'decide') decisions = [...decisions, { decidedOn: one.day, toldIn: null, id: at }];
          else {
            const open = held.filter(({ isAdjusted }) => !isAdjusted);
            const target = open[one.which % Math.max(open.length, 1)];
            if (!target) continue;
            // What stands in them when they are adjusted is what they have told, for ever.
            const told = decisions.filter((each) => toldIn(each, held) === target.id).map(({ id }) => id);
            frozen.set(target.id, told);
            decisions = decisions.map((each) => (told.includes(each.id) ? { ...each, toldIn: target.id } : each));
            held = held.map((each) => (each.id === target.id ? { ...each, isAdjusted: true } : each));
          }
          for (const [id, told] of frozen)
            expect(decisions.filter((each) => toldIn(each, held) === id).map((each) => each.id)).toEqual(told);
        }
        for (const each of decisions) {
          const where = toldIn(each, held);
          const mayTell = held.some(({ isAdjusted, day: on }) => !isAdjusted && on > each.decidedOn);
          if (each.toldIn === null) expect(where !== null).toBe(mayTell);
          if (where !== null) expect((held.find(({ id }) => id === where)?.day ?? '') > each.decidedOn).toBe(true);
        }
      }),
    );
  });
});
