import { formatDay, formatInstant, formatTime } from './format.ts';
import { localeOf } from './locale.ts';

describe('format', () => {
  it('writes days and instants as people say them, in Swedish time', () => {
    expect(formatDay('2026-03-12', 'sv')).toBe('12 mars 2026');
    expect(formatDay('2026-12-31T23:30:00Z', 'sv')).toBe('1 januari 2027');
    expect(formatDay('2026-03-12', 'en')).toBe('12 March 2026');
    expect(formatTime('2026-07-01T12:00:00Z')).toBe('14:00');
    expect(formatInstant('2026-01-05T07:03:00Z', 'sv')).toBe('5 januari 2026 kl. 08:03');
  });

  it('gives a broken date back instead of hiding it', () => {
    expect(formatDay('i går', 'sv')).toBe('i går');
    expect(formatInstant('', 'sv')).toBe('');
    expect(formatTime('x')).toBe('x');
  });

  it('is Swedish unless the build is English', () => {
    expect([localeOf('sv'), localeOf('sv-SE'), localeOf('en-US'), localeOf('EN')]).toEqual(['sv', 'sv', 'en', 'en']);
  });
});
