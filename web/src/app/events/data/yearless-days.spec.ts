import { yearlessDays } from './yearless-days.ts';

const round = { from: '2025-01-01', to: '2025-12-31' };
const columns = ['kind', 'day', null] as const;

describe('days without a year', () => {
  it('are read as days of the round; the others stay as they were written', () => {
    const rows = [
      ['Träff', '12/3', '1'],
      ['Träff', '13 mars 2024', '2'],
      ['Träff', '', '3'],
      ['Träff', '24 dec', '4'],
    ];
    expect(yearlessDays(rows, columns, round)).toEqual({
      count: 2,
      rows: [
        ['Träff', '2025-03-12', '1'],
        ['Träff', '13 mars 2024', '2'],
        ['Träff', '', '3'],
        ['Träff', '2025-12-24', '4'],
      ],
    });
  });

  it('offers nothing when a day can be two, or none, or when all say their year', () => {
    expect(yearlessDays([['', '12/3', '']], columns, { from: '2025-01-01', to: '2026-12-31' })).toBeNull();
    expect(yearlessDays([['', '29/2', '']], columns, round)).toBeNull();
    expect(yearlessDays([['', '2025-03-12', '']], columns, round)).toBeNull();
    expect(yearlessDays([['12/3', '', '']], ['kind', null, null], round)).toBeNull();
  });
});
