import { nextMeeting, meetingInput, meetingSlips, meetingValues } from './meeting-values.ts';
import { someMeeting } from './some-meeting.ts';

const values = { ...nextMeeting([]), day: '2026-12-08' };

describe('a meeting as typed', () => {
  it('is sent as instants, by the Swedish clock', () => {
    expect(meetingInput({ ...values, from: '13', to: '15.30' })).toMatchObject({
      startsAt: '2026-12-08T12:00:00.000Z',
      endsAt: '2026-12-08T14:30:00.000Z',
    });
    expect(meetingInput({ ...values, day: '2026-06-08' })?.startsAt).toBe('2026-06-08T11:00:00.000Z');
  });
  it('is as long as the clock says over the night when summer time ends, and one hour more', () => {
    const input = meetingInput({ ...values, day: '2026-10-25', from: '01:30', to: '03:30' });
    expect(Date.parse(input?.endsAt ?? '') - Date.parse(input?.startsAt ?? '')).toBe(3 * 3_600_000);
  });
  it('is not sent with something missing or wrong, and says what', () => {
    expect(meetingSlips({ ...values, day: '' })).toEqual({ day: 'Välj en dag.' });
    expect(meetingSlips({ ...values, from: '25:00' })).toEqual({ from: 'Skriv en tid, till exempel 13:00.' });
    expect(meetingSlips({ ...values, from: '15:00', to: '13:00' })).toEqual({ to: 'Mötet slutar innan det börjar.' });
    expect(meetingSlips({ ...values, link: 'javascript:alert(1)' })).toHaveProperty('link');
    expect(Object.keys(meetingSlips({ ...values, day: '2026-03-29', from: '02:30', to: '04:00' }))).toEqual(['from']);
    expect(meetingInput({ ...values, to: '' })).toBeNull();
  });
  it('comes back from the server as it was typed', () => {
    const stored = someMeeting([], { place: 'Rum 3' });
    expect(meetingInput(meetingValues(stored))).toEqual({
      startsAt: stored.startsAt,
      endsAt: stored.endsAt,
      title: '',
      place: 'Rum 3',
      link: '',
    });
  });
  it('is proposed at the hour the group met last, whatever summer time does', () => {
    const met = (startsAt: string, endsAt: string, state: 'held' | 'cancelled') => ({
      ...{ id: startsAt, startsAt, endsAt, title: '', state },
    });
    const next = nextMeeting([
      met('2026-06-08T07:00:00Z', '2026-06-08T09:00:00Z', 'held'),
      met('2026-09-08T12:00:00Z', '2026-09-08T13:00:00Z', 'cancelled'),
    ]);
    expect([next.day, next.from, next.to]).toEqual(['', '09:00', '11:00']);
  });
});
