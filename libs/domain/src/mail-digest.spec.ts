import fc from 'fast-check';
import { addDays } from './date-text.ts';
import { decideDigest, isMailDue, weekdayOf, type DigestFacts } from './mail-digest.ts';

const today = '2026-03-12';
const facts = (more: Partial<DigestFacts>): DigestFacts => ({
  waiting: [{ key: 'a', mark: 'answer' }],
  asked: [],
  choice: 'daily',
  lastMailOn: null,
  today,
  repeatDays: 7,
  ...more,
});

describe('decideDigest', () => {
  it('sends what has never been asked', () => {
    expect(decideDigest(facts({}))).toEqual({ send: true, fresh: ['a'] });
  });

  it('is silent when nothing waits, and when the person wants no mail', () => {
    expect(decideDigest(facts({ waiting: [] }))).toEqual({ send: false, because: 'nothing' });
    expect(decideDigest(facts({ choice: 'off' }))).toEqual({ send: false, because: 'off' });
  });

  it('sends one mail a day, whatever is new', () => {
    expect(decideDigest(facts({ lastMailOn: today }))).toEqual({ send: false, because: 'today' });
  });

  it('asks the unchanged again only after the days set', () => {
    const asked = (day: string) => facts({ asked: [{ key: 'a', mark: 'answer', day }], lastMailOn: day });
    expect(decideDigest(asked('2026-03-06'))).toEqual({ send: false, because: 'asked', askedOn: '2026-03-06' });
    expect(decideDigest(asked('2026-03-05'))).toEqual({ send: true, fresh: ['a'] });
  });

  it('asks at once about what is new or has changed, and names only that as new', () => {
    const asked = [{ key: 'a', mark: 'answer', day: '2026-03-11' }];
    const waiting = [
      { key: 'a', mark: 'answer' },
      { key: 'b', mark: 'answer' },
    ];
    expect(decideDigest(facts({ asked, waiting, lastMailOn: '2026-03-11' }))).toEqual({ send: true, fresh: ['b'] });
    expect(decideDigest(facts({ asked, waiting: [{ key: 'a', mark: 'returned' }] }))).toEqual({
      send: true,
      fresh: ['a'],
    });
  });

  it('gives those who chose a mail a week one, however much is new', () => {
    expect(decideDigest(facts({ choice: 'weekly', lastMailOn: '2026-03-06' }))).toMatchObject({ because: 'weekly' });
    expect(decideDigest(facts({ choice: 'weekly', lastMailOn: '2026-03-05' }))).toMatchObject({ send: true });
  });

  it('neither asks again nor keeps silent for ever when the clock jumps', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 60 }), (jump, repeatDays) => {
        const day = addDays(today, jump);
        const decision = decideDigest(facts({ repeatDays, asked: [{ key: 'a', mark: 'answer', day }] }));
        expect(decision.send).toBe(Math.abs(jump) >= repeatDays);
      }),
    );
  });
});

describe('weekdayOf', () => {
  it('counts from Monday, before and after the turn of the year', () => {
    expect(['2026-03-09', '2026-03-15', '2023-12-31', '2024-01-01', '1999-12-31'].map(weekdayOf)).toEqual([
      1, 7, 7, 1, 5,
    ]);
  });
});

describe('isMailDue', () => {
  const hours = { isOn: true, sendAt: '07:30', weekdays: [1, 2, 3, 4, 5] };
  const long = { day: '2026-01-01', time: '12:00' };
  const at = (time: string, day = today) => ({ day, time });

  it('is from the hour on, on the days chosen, when mail is on', () => {
    expect(isMailDue(hours, at('07:29'), long)).toBe(false);
    expect(isMailDue(hours, at('07:30'), long)).toBe(true);
    expect(isMailDue(hours, at('23:59'), long)).toBe(true);
    expect(isMailDue(hours, at('08:00', '2026-03-14'), long)).toBe(false);
    expect(isMailDue({ ...hours, isOn: false }, at('08:00'), long)).toBe(false);
  });

  it('waits for tomorrow when mail was turned on after the hour', () => {
    expect(isMailDue(hours, at('10:05'), at('10:00'))).toBe(false);
    expect(isMailDue(hours, at('10:05'), at('07:00'))).toBe(true);
    expect(isMailDue(hours, at('07:30', '2026-03-13'), at('10:00'))).toBe(true);
  });
});
