import fc from 'fast-check';
import type { LoggedEvent } from '@samhandling/contracts';
import {
  type EventValues,
  NO_VALUES,
  another,
  daySlip,
  inputOf,
  isEventValues,
  participantsSlip,
  repeated,
  sumOfParts,
  usedFirst,
  valuesOf,
} from './event-values.ts';

const today = '2026-03-12';
const stored = {
  id: 'e1',
  version: 3,
  kind: { id: 'k1', name: 'Träff' },
  day: '2026-03-01',
  title: 'Om skolstarten',
  activities: [{ id: 'a1', plan: { id: 'p', slug: 'p', title: 'P' }, reference: '2.2/5', text: 'Träffas' }],
  municipalities: [
    { code: '9001', name: 'Ö', participants: 12 },
    { code: '9002', name: 'Å', participants: null },
  ],
  organisations: [{ id: 'o1', name: 'Region', participants: 0 }],
  audiences: [{ name: 'Föräldrar', participants: 9 }],
  participants: 21,
  note: '',
  createdAt: '',
  createdBy: { id: '', name: '' },
  updatedAt: '',
  updatedBy: { id: '', name: '' },
  mayEdit: true,
  lockedReason: '',
  rounds: [],
} satisfies LoggedEvent;

const texts = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.constantFrom('', '3', 'ca 20'));
const values: fc.Arbitrary<EventValues> = fc.record({
  kindId: fc.string(),
  day: fc.string(),
  activityIds: fc.array(fc.string()),
  municipalities: fc.array(fc.string()),
  organisationIds: fc.array(fc.string()),
  participants: fc.string(),
  byMunicipality: texts,
  byOrganisation: texts,
  byAudience: texts,
  title: fc.string(),
  note: fc.string(),
});

describe('the form of an event', () => {
  it('says what is stored, and nothing of what nobody counted', () => {
    expect(inputOf(valuesOf(stored), today)).toEqual({
      kindId: 'k1',
      day: '2026-03-01',
      title: 'Om skolstarten',
      activityIds: ['a1'],
      municipalities: [
        { code: '9001', participants: '12' },
        { code: '9002', participants: '' },
      ],
      organisations: [{ id: 'o1', participants: '0' }],
      audiences: [{ name: 'Föräldrar', participants: '9' }],
      participants: '21',
      note: '',
    });
  });

  it('comes back from a draft, and only from a whole one', () => {
    fc.assert(
      fc.property(values, (any) => {
        expect(isEventValues(JSON.parse(JSON.stringify(any)))).toBe(true);
        expect(isEventValues({ ...any, title: undefined })).toBe(false);
      }),
    );
    expect(isEventValues({ ...NO_VALUES, activityIds: [1] })).toBe(false);
    expect(isEventValues(null)).toBe(false);
  });

  it('repeats the last one on another day', () => {
    const last = inputOf(valuesOf(stored), today);
    expect(repeated(last, 'igår')).toEqual({ ...valuesOf(stored), day: 'igår' });
  });

  it('keeps kind and activities for the next', () => {
    expect(another(valuesOf(stored), '2026-03-12')).toEqual({
      ...NO_VALUES,
      kindId: 'k1',
      activityIds: ['a1'],
      day: '2026-03-12',
    });
  });

  it('reads the day as people say it', () => {
    expect(inputOf({ ...NO_VALUES, day: 'igår' }, today).day).toBe('2026-03-11');
    expect(daySlip('12/3', today)).toBeNull();
    expect(daySlip('2026-03-13', today)).toContain('inte varit än');
    expect(daySlip('snart', today)).toContain('12/3');
  });

  it.each([
    ['', null],
    ['1 200', null],
    ['0', null],
    ['ca 20', '20'],
    ['20 personer', '20'],
    ['många', null],
    ['-3', null],
    ['12,5', null],
    ['2000000', null],
  ])('participants "%s" proposes %s', (text, proposal) => {
    const slip = participantsSlip(text, 'sv');
    expect(slip?.proposal ?? null).toBe(proposal);
    expect(slip === null).toBe(['', '1 200', '0'].includes(text));
  });

  it('adds parts up only when all can be read', () => {
    expect(sumOfParts({ a: '3', b: '', c: '1 000' })).toBe(1003);
    expect(sumOfParts({ a: '' })).toBeNull();
    expect(sumOfParts({ a: '3', b: 'ca 2' })).toBeNull();
  });

  it('puts what was used last first and loses nothing', () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    expect(usedFirst(items, ['c', 'x', 'b']).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
  });
});
