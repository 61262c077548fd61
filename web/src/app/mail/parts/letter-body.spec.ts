import { letterNodes } from './letter-body.ts';

const shown = (html: string): string => {
  const host = document.createElement('div');
  host.append(...letterNodes(document, html));
  return host.innerHTML;
};

describe('a letter in a page', () => {
  it('keeps words, lists and links, with headings under the page’s own', () => {
    expect(
      shown(
        '<body style="margin:0"><h1 style="x">Hej</h1><ul><li>Ett <a href="https://x.example/a">svar</a></li></ul></body>',
      ),
    ).toBe('<h3>Hej</h3><ul><li>Ett <a href="https://x.example/a">svar</a></li></ul>');
  });

  it('lets nothing else in, whatever stands in the mail', () => {
    expect(
      shown('<p onclick="x()">Ord<img src="x" onerror="y()"><script>z()</script><a href="javascript:w()">länk</a></p>'),
    ).toBe('<p>Ord<a>länk</a></p>');
  });
});
