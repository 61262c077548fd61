import fc from 'fast-check';
import { readSearch } from './search-text.ts';

describe('the text of a search', () => {
  it('knows a reference, however it is spaced', () => {
    expect(readSearch(' 2.2 / 5 ').reference).toEqual({ area: '2.2', number: 5 });
    expect(readSearch('F.1/12').reference).toEqual({ area: 'F.1', number: 12 });
    expect(readSearch('alkohol och/eller tobak').reference).toBeNull();
    expect(readSearch('2.2').reference).toBeNull();
  });

  it('sets the word being typed apart', () => {
    expect(readSearch('unga utbildn')).toMatchObject({ head: 'unga', last: 'utbildn' });
    expect(readSearch('träff')).toMatchObject({ head: '', last: 'träff' });
    expect(readSearch('"unga vuxna"')).toMatchObject({ last: '' });
    expect(readSearch('"unga vuxna')).toMatchObject({ last: '' });
    expect(readSearch('unga -alkohol')).toMatchObject({ last: '' });
  });

  it('never lets anything but letters and digits into the word', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[\p{L}\p{N}]*$/u.test(readSearch(text).last)));
  });
});
