import fc from 'fast-check';
import { logPlaceNumber, readLastWrite, writeLastWrite } from './log-place.ts';

const place = fc
  .tuple(fc.nat(0xffff_ffff), fc.nat(0xffff_ffff))
  .map(([high, low]) => `${high.toString(16)}/${low.toString(16)}`.toUpperCase());

describe('places in the log', () => {
  it('are ordered by their first half, then by their second', () => {
    expect(logPlaceNumber('1/0')).toBeGreaterThan(logPlaceNumber('0/FFFFFFFF'));
    expect(logPlaceNumber('A/1F')).toBeGreaterThan(logPlaceNumber('A/1E'));
    expect(() => logPlaceNumber("0/0'; DROP TABLE plan")).toThrow();
  });

  it('come back from a cookie as they were put in', () => {
    fc.assert(
      fc.property(place, fc.nat(4_102_444_800_000), (where, at) => {
        expect(readLastWrite(writeLastWrite({ place: where, at }))).toEqual({ place: where, at });
      }),
    );
  });

  it('are nothing when the cookie is anything else', () => {
    for (const forged of [undefined, '', '0/0', "0/0'::pg_lsn.a", '0/0.-1', '0/0.A', 'x/0.a', '0/000000001.a'])
      expect(readLastWrite(forged)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => expect(readLastWrite(`${text}'`)).toBeNull()));
  });
});
