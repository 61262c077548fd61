import fc from 'fast-check';
import { divisionProblem, readParticipants } from './event-figures.ts';

describe('participants as typed', () => {
  it.each([
    ['14', { state: 'value', value: 14 }],
    ['1 200', { state: 'value', value: 1200 }],
    ['0', { state: 'value', value: 0 }],
    ['1 000 000', { state: 'value', value: 1_000_000 }],
    ['', { state: 'none' }],
    ['–', { state: 'none' }],
    ['ca 20', { state: 'refused', code: 'not_exact' }],
    ['2,5', { state: 'refused', code: 'too_many_decimals' }],
    ['-1', { state: 'refused', code: 'negative' }],
    ['1 000 001', { state: 'refused', code: 'too_large' }],
  ])('reads "%s"', (input, read) => {
    expect(readParticipants(input)).toMatchObject(read);
  });

  it('proposes the number it believes was meant, without taking it', () => {
    const read = readParticipants('ca 20');
    expect(read.state === 'refused' && read.reason).toMatchObject({ sv: expect.stringContaining('Menar du 20?') });
  });

  it('never throws and never gives a number outside the range', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (input) => {
        const read = readParticipants(input);
        if (read.state === 'value') expect(read.value >= 0 && read.value <= 1_000_000).toBe(true);
      }),
    );
  });
});

describe('a division of participants', () => {
  it('may be smaller than the whole or have none, and when it is larger both figures are named', () => {
    expect(divisionProblem('municipalities', 10, [4, null])).toBeNull();
    expect(divisionProblem('municipalities', null, [400])).toBeNull();
    expect(divisionProblem('organisations', 10, [6, 5])?.sv).toBe(
      'Deltagarna per organisation är 11 tillsammans, men händelsen hade 10 deltagare.',
    );
  });
});
