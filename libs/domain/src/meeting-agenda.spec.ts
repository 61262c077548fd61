import { changesSinceCalling, isChangedAfter, isOnAgenda, type CalledAs } from './meeting-agenda.ts';

const STARTS = '2026-03-12T12:00:00.000Z';
const CALLED = '2026-03-02T08:00:00.000Z';
const item = (
  state: Parameters<typeof isOnAgenda>[0]['state'],
  stateAt: string | null,
  addedAt = '2026-03-01T08:00:00.000Z',
) => ({
  state,
  stateAt,
  addedAt,
});
const AS: CalledAs = { startsAt: STARTS, endsAt: '2026-03-12T14:00:00.000Z', place: 'Slottet', link: '', title: '' };

describe('what stands on an agenda', () => {
  it('is what was not taken away before the meeting began; what is put off at the meeting was on it', () => {
    expect(isOnAgenda(item('waiting', null), STARTS)).toBe(true);
    expect(isOnAgenda(item('postponed', '2026-03-12T11:59:00.000Z'), STARTS)).toBe(false);
    expect(isOnAgenda(item('postponed', '2026-03-12T12:30:00.000Z'), STARTS)).toBe(true);
    expect(isOnAgenda(item('parked', '2026-03-12T12:30:00.000Z'), STARTS)).toBe(true);
    expect(isOnAgenda(item('removed', '2026-03-12T12:30:00.000Z'), STARTS)).toBe(false);
  });

  it('has changed after a calling when it was added or taken away since', () => {
    expect(isChangedAfter(item('waiting', null, '2026-03-03T08:00:00.000Z'), STARTS, CALLED)).toBe(true);
    expect(isChangedAfter(item('waiting', null), STARTS, CALLED)).toBe(false);
    expect(isChangedAfter(item('removed', '2026-03-05T08:00:00.000Z'), STARTS, CALLED)).toBe(true);
    expect(isChangedAfter(item('removed', '2026-03-01T09:00:00.000Z'), STARTS, CALLED)).toBe(false);
    // Added and taken away again since: those who were called never heard of it.
    expect(
      isChangedAfter(item('removed', '2026-03-05T08:00:00.000Z', '2026-03-04T08:00:00.000Z'), STARTS, CALLED),
    ).toBe(false);
    expect(isChangedAfter(item('waiting', null, '2026-03-03T08:00:00.000Z'), STARTS, null)).toBe(false);
  });
});

describe('what has changed since people were called', () => {
  it('is nothing when nothing has, however the instants are written', () => {
    expect(changesSinceCalling(AS, { ...AS, startsAt: '2026-03-12T13:00:00+01:00' }, [], CALLED)).toEqual([]);
  });

  it('is said in words, both languages', () => {
    const now = {
      ...AS,
      startsAt: '2026-03-31T11:00:00.000Z',
      endsAt: '2026-03-31T13:00:00.000Z',
      place: '',
      link: 'https://x',
    };
    const changes = changesSinceCalling(
      AS,
      now,
      [{ ...item('waiting', null, '2026-03-03T08:00:00.000Z'), title: 'Ny' }],
      CALLED,
    );
    expect(changes.map(({ sv }) => sv)).toEqual([
      'Mötet är flyttat från 12 mars 2026 kl. 13:00–15:00 till 31 mars 2026 kl. 13:00–15:00.',
      'Platsen är ändrad från ”Slottet” till ingen alls.',
      'Länken till mötet är ändrad.',
      'Ny punkt: Ny',
    ]);
    expect(changes[0]?.en).toBe(
      'The meeting has been moved from 12 March 2026, 13:00–15:00 to 31 March 2026, 13:00–15:00.',
    );
  });
});
