import { FIRST_WISH, meetingsOf, requestOf, wishErrors, withTarget } from './meetings-wish.ts';

const WISH = withTarget(FIRST_WISH, 10, 0);

describe('the wish for a year’s meetings', () => {
  it('is the second Thursday, 13 to 15, as many times as the group means to meet, to begin with', () => {
    expect(requestOf(withTarget(FIRST_WISH, 4, 0), 2027)).toEqual({
      year: 2027,
      count: 4,
      rule: 'monthly',
      nth: 2,
      weekday: 4,
      startTime: '13:00',
      endTime: '15:00',
      meetsInJuly: false,
      isSummerFree: false,
    });
  });

  it('asks for the number where the group has no target, and keeps what else is typed when some are planned', () => {
    expect(withTarget(FIRST_WISH, null, 0).count).toBe('');
    expect(Object.keys(wishErrors(withTarget(FIRST_WISH, null, 0)))).toEqual(['count']);
    expect(withTarget({ ...WISH, place: 'Rum Forsen' }, 10, 3)).toMatchObject({ count: '7', place: 'Rum Forsen' });
  });

  it('takes times as people write them, and a number of weeks', () => {
    const wish = { ...WISH, rule: 'weekly' as const, everyWeeks: '3', startTime: '9', endTime: '11.30' };
    expect(requestOf(wish, 2027)).toMatchObject({ everyWeeks: 3, startTime: '09:00', endTime: '11:30' });
    expect(requestOf(wish, 2027)).not.toHaveProperty('nth');
  });

  it('says what is wrong, field by field, and asks nothing', () => {
    const wish = {
      ...WISH,
      count: '0',
      rule: 'weekly' as const,
      everyWeeks: 'tre',
      startTime: '25',
      endTime: '12',
    };
    expect(Object.keys(wishErrors(wish))).toEqual(['count', 'everyWeeks', 'startTime']);
    expect(wishErrors({ ...WISH, endTime: '13:00' }).endTime).toBe('Mötet måste sluta efter att det har börjat.');
    expect(requestOf(wish, 2027)).toBeNull();
  });

  it('makes meetings of the chosen days at the same clock time summer and winter', () => {
    const request = requestOf(WISH, 2027);
    const rows = [
      { day: '2027-01-14', note: '', isChosen: true },
      { day: '2027-02-11', note: '', isChosen: false },
      { day: '', note: '', isChosen: true },
      { day: '2027-06-10', note: '', isChosen: true },
    ];
    expect(request && meetingsOf(rows, request, ' Rum Forsen ')).toEqual([
      { startsAt: '2027-01-14T12:00:00.000Z', endsAt: '2027-01-14T14:00:00.000Z', place: 'Rum Forsen' },
      { startsAt: '2027-06-10T11:00:00.000Z', endsAt: '2027-06-10T13:00:00.000Z', place: 'Rum Forsen' },
    ]);
  });
});
