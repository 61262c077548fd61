import fc from 'fast-check';
import type { Calling } from '@samhandling/contracts';
import { formatTime } from '@samhandling/domain';
import { agendaRows, moved, reordered } from './agenda-rows.ts';
import { changedWords, letterWords, offWords, totalWords } from './agenda-words.ts';
import { nextStep } from './next-step.ts';
import { findProposed, fitting, keyOf, minutesOf } from './proposal-choice.ts';
import { someActivity, someItem, someMeeting } from './some-meeting.ts';

describe('the rows of an agenda', () => {
  it('stand in their order with the time they begin, and what is off it stands apart', () => {
    const items = [someItem('c', 3), someItem('x', null), someItem('a', 1, { minutes: 5 }), someItem('b', 2)];
    const rows = agendaRows(items, '2026-12-08T12:00:00Z');
    expect(rows.on.map(({ item, startsAt }) => [item.id, formatTime(startsAt)])).toEqual([
      ['a', '13:00'],
      ['b', '13:05'],
      ['c', '13:13'],
    ]);
    expect(rows.off.map(({ id }) => id)).toEqual(['x']);
  });
  it('go on past the hour the clock jumps over', () => {
    const items = [1, 2, 3].map((number) => someItem(String(number), number, { minutes: 30 }));
    const rows = agendaRows(items, '2026-03-29T00:15:00Z');
    expect(rows.on.map(({ startsAt }) => formatTime(startsAt))).toEqual(['01:15', '01:45', '03:15']);
  });
  it('keep each item once, wherever it is moved', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 200 }),
        fc.nat(250),
        fc.integer({ min: -5, max: 250 }),
        (ids, from, to) => {
          const after = moved(ids, from % ids.length, to);
          expect(after.toSorted()).toEqual(ids.toSorted());
          const place = Math.min(Math.max(to, 0), ids.length - 1);
          expect(after[place]).toBe(ids[from % ids.length]);
        },
      ),
    );
  });
  it('take my order over what is there now: nothing lost, nothing that somebody removed comes back', () => {
    expect(reordered(['c', 'gone', 'a'], ['a', 'b', 'c'])).toEqual(['c', 'a', 'b']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30)), fc.uniqueArray(fc.nat(30)), (mine, now) => {
        const [a, b] = [mine.map(String), now.map(String)];
        expect(reordered(a, b).toSorted()).toEqual(b.toSorted());
      }),
    );
  });
});

describe('words of an agenda', () => {
  it('say how much of the time is taken', () => {
    expect(totalWords(someMeeting([someItem('a', 1, { minutes: 104 })]), 'sv')).toBe('104 av 120 minuter');
    expect(totalWords(someMeeting([someItem('a', 1, { minutes: 130 })]), 'sv')).toBe(
      '130 av 120 minuter. Det är 10 för mycket.',
    );
  });
  it('say where an item went and why', () => {
    const later = { id: 'm2', startsAt: '2027-01-12T12:00:00Z', endsAt: '2027-01-12T14:00:00Z', title: '' };
    const postponedTo = { ...later, state: 'planned' as const };
    expect(
      offWords(someItem('a', null, { state: 'postponed', postponedTo, stateReason: 'Väntar på siffror.' }), 'sv'),
    ).toBe('Flyttad till mötet 12 januari 2027: Väntar på siffror.');
    expect(offWords(someItem('a', null, { state: 'postponed' }), 'sv')).toBe('Bordlagd');
    expect(offWords(someItem('a', null, { state: 'removed' }), 'sv')).toBe('Borttagen');
  });
  it('mark what changed after the calling, and nothing else', () => {
    expect(changedWords(someItem('a', 1))).toBe('');
    expect(changedWords(someItem('a', 1, { changedAfterCalling: true }))).toBe('Ny efter kallelsen');
    expect(changedWords(someItem('a', null, { changedAfterCalling: true }))).toBe('Togs bort efter kallelsen');
  });
});

describe('what to do next with a meeting', () => {
  const before = '2026-12-01T12:00:00.000Z';
  const during = '2026-12-08T13:00:00.000Z';
  const after = '2026-12-09T12:00:00.000Z';
  const items = [someItem('a', 1)];
  it.each([
    ['planned', before, [], 'fill'],
    ['planned', before, items, 'call'],
    ['planned', during, items, 'walk'],
    ['planned', after, items, 'end'],
    ['called', before, items, 'walk'],
    ['called', after, items, 'end'],
    ['held', after, items, 'write'],
    ['adjusted', after, items, 'read'],
    ['cancelled', before, items, 'none'],
  ] as const)('%s at %s', (state, now, of, step) => {
    expect(nextStep(someMeeting(of, { state }), now)).toBe(step);
  });
  it('asks nothing of those who only read', () => {
    const reading = { mayManage: false, mayWrite: false };
    expect(nextStep(someMeeting(items, reading), before)).toBe('none');
    expect(nextStep(someMeeting(items, { ...reading, state: 'held' }), after)).toBe('read');
    expect(nextStep(someMeeting(items, { mayManage: false }), before)).toBe('none');
  });
});

describe('the proposal', () => {
  const proposed = (reference: string, words: string, minutes: number) => {
    const activity = someActivity(reference);
    const reasons = [{ code: 'silent' as const, words }];
    return {
      key: { kind: 'activity' as const, activityId: activity.id },
      kind: 'activity' as const,
      title: '',
      activity,
      reasons,
      minutes,
    };
  };
  const items = [
    proposed('2.2/5', 'Försenad sedan 1 november.', 8),
    proposed('1.1/1', 'Har inte varit uppe på 80 dagar.', 10),
    proposed('1.1/2', 'Återlämnad.', 12),
  ];
  it('ticks from the top what fits, and counts its minutes', () => {
    const chosen = fitting({ items, fits: 2 });
    expect([...chosen]).toEqual(items.slice(0, 2).map(keyOf));
    expect(minutesOf(items, chosen)).toBe(18);
    expect(minutesOf(items, new Set())).toBe(0);
  });
  it('is found by number, wording, reason and organisation, with every word', () => {
    const found = (text: string) => findProposed(items, text).map(({ activity }) => activity?.reference);
    expect(found('2.2')).toEqual(['2.2/5']);
    expect(found('FÖRSENAD länsstyrelsen')).toEqual(['2.2/5']);
    expect(found('  ')).toHaveLength(3);
    expect(found('försenad återlämnad')).toEqual([]);
  });
  it('tells two free items apart by their titles', () => {
    const free = (title: string) => ({ ...items[0]!, key: { kind: 'free' as const, title }, kind: 'free' as const });
    expect(keyOf(free('Öppnande'))).not.toBe(keyOf(free('Avslutning')));
  });
});

describe('how the letters of a calling went', () => {
  it('is not said to have failed where nobody knows', () => {
    const calling = {
      letters: {
        sent: 1,
        waiting: 0,
        lost: [
          { name: 'Anna', state: 'failed', reason: '550 No such user' },
          { name: 'Bo', state: 'unknown', reason: '' },
        ],
      },
      withoutAddress: [],
    } as unknown as Calling;
    expect(letterWords(calling, 'sv')).toEqual([
      'Anna. Brevet gick inte att skicka. 550 No such user',
      'Bo. Osäkert om brevet kom fram. Det skickas inte igen av sig självt.',
    ]);
  });
});
