import fc from 'fast-check';
import { cutLinks } from './cut-links.ts';

describe('a text that names what has a page', () => {
  it('is cut where it does, and of two names the longer counts', () => {
    const links = [
      { text: 'Ska vi dela?', link: '/fraga/a' },
      { text: 'Ska vi dela? Hur?', link: '/fraga/b' },
    ];
    expect(cutLinks('2.2/5: Ska vi dela? Hur? Förslag: Ja.', links)).toEqual([
      { text: '2.2/5: ', link: null },
      { text: 'Ska vi dela? Hur?', link: '/fraga/b' },
      { text: ' Förslag: Ja.', link: null },
    ]);
    expect(cutLinks('Inget här.', links)).toEqual([{ text: 'Inget här.', link: null }]);
    expect(cutLinks('', links)).toEqual([]);
  });

  it('loses nothing, whatever it names', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
    fc.assert(
      fc.property(words, fc.array(words), (text, names) => {
        const links = names.map((name, at) => ({ text: name, link: `/${String(at)}` }));
        expect(
          cutLinks(text, links)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
