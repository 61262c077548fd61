import fc from 'fast-check';
import { safeReturn } from './return-to.ts';

describe('the way back after signing in', () => {
  it.each(['/att-gora', '/plan/kronoberg?delm%C3%A5l=2#mitten', '/en/att-gora', '/'])('%j is kept', (path) => {
    expect(safeReturn(path)).toBe(path);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/..//elsewhere.example',
    '/a/../..//elsewhere.example',
    '/.//elsewhere.example',
    '\\\\elsewhere.example',
    'javascript:alert(1)',
    'att-gora',
    '',
    '/api/v1/session',
    `/${'a'.repeat(3_000)}`,
    undefined,
    ['/a'],
  ])('%j leads to the front page', (path) => {
    expect(safeReturn(path)).toBe('/');
  });

  it('never leads to another host, whatever is wished for', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '\t',
      '\n',
      '\r',
      ' ',
      'evil.example',
      'http:',
      '?',
      '#',
      '%2f',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }), (parts) => {
        const path = safeReturn(parts.join(''));
        expect(new URL(path, 'https://samhandling.example').origin).toBe('https://samhandling.example');
        expect(path).toMatch(/^\/(?![/\\])/);
      }),
      { numRuns: 2_000 },
    );
  });
});
