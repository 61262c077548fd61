import type { MeetingRef } from '@samhandling/contracts';
import { cancelledBy } from '../group/cancelled-meetings.ts';
import { NEW_GROUP, inputOf, isWithin, joined, wholeOf } from './group-values.ts';
import { meetingYears } from './meeting-years.ts';
import { memberInput, memberSlips, newMember } from './member-values.ts';

const meeting = (id: string, startsAt: string, state: MeetingRef['state'] = 'planned'): MeetingRef => ({
  id,
  startsAt,
  endsAt: startsAt,
  title: '',
  state,
});

describe('the form of a group', () => {
  it('reads whole numbers and nothing else', () => {
    expect([wholeOf(' 10 '), wholeOf(''), wholeOf('1,5'), wholeOf('tio')]).toEqual([10, null, Number.NaN, Number.NaN]);
    expect([isWithin('', 1, 52), isWithin('52', 1, 52), isWithin('53', 1, 52), isWithin('x', 1, 52)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it('sends what is empty as nothing, never as an empty id', () => {
    expect(inputOf({ ...NEW_GROUP, name: ' Beredningsgruppen ', meetingsPerYear: '10' })).toEqual({
      name: 'Beredningsgruppen',
      kind: 'preparatory',
      purpose: '',
      meetingsPerYear: 10,
      silentAfterDays: 70,
      minutesPerItem: 8,
      organisationId: null,
      reportsToId: null,
      countingKindId: null,
      countingActivityIds: [],
    });
  });
  it('does not take another order of activities for a change', () => {
    expect(joined(['b', 'a'])).toBe(joined(['a', 'b']));
  });
});

describe('the form of a member', () => {
  const start = newMember('2026-11-29');
  it('wants a person, or a name, and always an organisation', () => {
    expect(Object.keys(memberSlips(start))).toEqual(['personId', 'organisationId']);
    expect(Object.keys(memberSlips({ ...start, hasAccount: false, email: 'fel' }))).toEqual([
      'name',
      'email',
      'organisationId',
    ]);
    const whole = { ...start, hasAccount: false, name: 'Eva Prov', organisationId: 'o' };
    expect(memberSlips(whole)).toEqual({});
    expect(Object.keys(memberSlips({ ...whole, toDay: '2026-11-28' }))).toEqual(['toDay']);
  });
  it('sends no name of somebody whose name is the account’s, and no seat for who is no substitute', () => {
    const values = { ...start, personId: 'p', name: 'Gammalt namn', organisationId: 'o', substituteForId: 'm' };
    expect(memberInput(values)).toEqual({
      personId: 'p',
      organisationId: 'o',
      role: 'member',
      substituteForId: null,
      fromDay: '2026-11-29',
      toDay: null,
    });
    expect(memberInput({ ...values, role: 'substitute' }).substituteForId).toBe('m');
  });
});

describe('the meetings of a group', () => {
  it('are to come, soonest first, or have been, newest first, in the Swedish year', () => {
    const { coming, years } = meetingYears(
      [
        meeting('late', '2027-02-01T12:00:00Z'),
        meeting('soon', '2026-12-08T12:00:00Z', 'called'),
        meeting('not ended', '2026-11-20T12:00:00Z', 'called'),
        meeting('spring', '2026-03-01T12:00:00Z', 'adjusted'),
        meeting('autumn', '2026-10-01T12:00:00Z', 'held'),
        // Half past midnight on New Year's Day in Sweden.
        meeting('new year', '2025-12-31T23:30:00Z', 'held'),
        meeting('off', '2026-09-01T12:00:00Z', 'cancelled'),
      ],
      '2026-11-29T12:00:00Z',
    );
    expect(coming.map(({ id }) => id)).toEqual(['not ended', 'soon', 'late']);
    expect(years.map(({ year, meetings }) => [year, ...meetings.map(({ id }) => id)])).toEqual([
      [2026, 'autumn', 'off', 'spring', 'new year'],
    ]);
  });
  it('are cancelled with the group when they are to come and not held, and only those', () => {
    const meetings = [
      meeting('after', '2026-12-02T12:00:00Z'),
      meeting('begun', '2026-12-01T11:00:00Z'),
      meeting('held', '2026-12-03T12:00:00Z', 'held'),
      meeting('called', '2026-12-01T23:30:00Z', 'called'),
    ];
    expect(cancelledBy(meetings, '2026-12-01T12:00:00Z').map(({ id }) => id)).toEqual(['called', 'after']);
  });
});
