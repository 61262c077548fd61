import type { Minutes } from '@samhandling/contracts';
import { adjusterChoices, isMinutesText, isSameText, namedAdjusters, textOf } from './minutes-text.ts';

const MINUTES = {
  opening: 'Välkomna.',
  closing: '',
  recordsNumber: '1-2026',
  attendance: [
    { memberId: 'a', name: 'Anna', organisation: { id: 'r', name: 'Regionen' }, status: 'present' },
    { memberId: 'b', name: 'Bo', organisation: null, status: 'remote' },
    { memberId: 'c', name: 'Cilla', organisation: null, status: 'excused' },
    { memberId: null, name: 'En gäst', organisation: null, status: 'present' },
  ],
  adjusters: [
    { memberId: 'a', name: 'Anna' },
    { memberId: null, name: 'Ada Extern' },
  ],
} as unknown as Minutes;

describe('what is written in minutes', () => {
  it('is compared field by field', () => {
    const text = textOf(MINUTES);
    expect(isSameText(text, { ...text })).toBe(true);
    for (const field of ['opening', 'closing', 'recordsNumber'] as const)
      expect(isSameText(text, { ...text, [field]: 'annat' })).toBe(false);
  });

  it('is taken from a draft only when it is one', () => {
    expect(isMinutesText(textOf(MINUTES))).toBe(true);
    expect([null, 'text', {}, { opening: 'a', closing: 'b' }].some(isMinutesText)).toBe(false);
  });
});

describe('who may be chosen to adjust', () => {
  it('is members who were there, in the room or not', () => {
    expect(adjusterChoices(MINUTES).map(({ name }) => name)).toEqual(['Anna', 'Bo']);
    expect(namedAdjusters(MINUTES)).toEqual(['Ada Extern']);
  });
});
