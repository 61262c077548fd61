import { attendedWords, countingWords, periodWords, tallyWords, turnoverWords } from './group-words.ts';

describe('how many meetings a group has held', () => {
  it.each([
    [7, 10, '7 av 10 träffar i år'],
    [0, 10, '0 av 10 träffar i år'],
    [12, 10, '12 träffar i år, 10 var planerade'],
    [0, null, 'Ingen träff än i år'],
    [1, null, '1 träff i år'],
    [3, null, '3 träffar i år'],
  ])('%s of %s is said as %s', (held, target, words) => expect(tallyWords(held, target, 'sv')).toBe(words));
});

describe('turnover in words', () => {
  it('says who came and who left', () => {
    expect(turnoverWords({ at: 9, came: 3, left: 2 }, 'sv')).toBe(
      '9 medlemmar. 3 nya och 2 som slutat det senaste året.',
    );
    expect(turnoverWords({ at: 1, came: 1, left: 0 }, 'sv')).toBe(
      '1 medlem, varav 1 ny det senaste året. Ingen har slutat.',
    );
    expect(turnoverWords({ at: 6, came: 0, left: 2 }, 'sv')).toBe(
      '6 medlemmar. 2 har slutat det senaste året, ingen ny har kommit.',
    );
  });
  it('says that nothing has changed', () => {
    expect(turnoverWords({ at: 6, came: 0, left: 0 }, 'sv')).toBe('6 medlemmar. Samma som för ett år sedan.');
  });
});

describe('a member', () => {
  it('has a time in the group', () => {
    expect(periodWords('2026-03-12', null, '2026-11-29', 'sv')).toBe('sedan 12 mars 2026');
    expect(periodWords('2027-01-01', null, '2026-11-29', 'sv')).toBe('från 1 januari 2027');
    expect(periodWords('2024-01-01', '2026-06-30', '2026-11-29', 'sv')).toBe('1 januari 2024 – 30 juni 2026');
  });
  it('has no share of meetings that have not been', () => {
    expect(attendedWords({ attended: 0, attendedOf: 0 })).toBe('Inget möte än');
    expect(attendedWords({ attended: 0, attendedOf: 2 })).toBe('0 av 2');
  });
});

describe('what meetings count for', () => {
  const activity = (reference: string) => ({ id: reference, reference, text: 'Ordna träffar.' });
  const kind = { id: 'k', name: 'Nätverksträff' };
  it('names the activities', () => {
    const activities = [activity('6.1/1'), activity('6.1/2'), activity('2.2/5')];
    expect(countingWords({ kind, activities })).toBe(
      'Mötena räknas i aktiviteterna 6.1/1, 6.1/2 och 2.2/5, som ”Nätverksträff”.',
    );
    expect(countingWords({ kind, activities: [activity('6.1/1')] })).toBe(
      'Mötena räknas i aktiviteten 6.1/1, som ”Nätverksträff”.',
    );
  });
  it('says so when they count for nothing', () => {
    expect(countingWords({ kind, activities: [] })).toBe('Mötena räknas inte i någon aktivitet.');
    expect(countingWords({ kind: null, activities: [activity('6.1/1')] })).toBe(
      'Mötena räknas inte i någon aktivitet.',
    );
  });
});
