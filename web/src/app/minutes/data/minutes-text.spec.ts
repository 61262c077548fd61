import type { Minutes } from '@samhandling/contracts';
import { isMinutesDraft, isSameText, textOf } from './minutes-text.ts';

const MINUTES = {
  opening: 'Välkomna.',
  closing: '',
  recordsNumber: '1-2026',
} as unknown as Minutes;

describe('what is written in minutes', () => {
  it('is compared field by field', () => {
    const text = textOf(MINUTES);
    expect(isSameText(text, { ...text })).toBe(true);
    for (const field of ['opening', 'closing', 'recordsNumber'] as const)
      expect(isSameText(text, { ...text, [field]: 'annat' })).toBe(false);
  });

  it('is taken from a draft only when it is one', () => {
    const text = textOf(MINUTES);
    expect(isMinutesDraft({ text, base: text, version: 3 })).toBe(true);
    expect(
      [null, 'text', {}, text, { text, base: text }, { text: {}, base: text, version: 3 }].some(isMinutesDraft),
    ).toBe(false);
  });
});
