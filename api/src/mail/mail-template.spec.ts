import fc from 'fast-check';
import { mailHtml, mailText, type MailContent } from './mail-template.ts';

const content = (title: string): MailContent => ({
  greeting: 'Hej Ruth!',
  lead: '1 sak väntar på dig.',
  sections: [
    {
      heading: 'Att svara på',
      items: [
        {
          reasons: ['Sista dag är 31 mars 2026.'],
          title,
          place: '2.2/5, Planen',
          url: 'https://län.example/x?a=1&b=2',
          isNew: true,
        },
      ],
      more: 'Och 3 till.',
      action: null,
    },
  ],
  action: { words: 'Öppna Att göra', url: 'https://län.example/att-gora' },
  why: 'Du får det här för att du har en uppgift.',
  optOut: { words: 'Sluta få utskick', url: 'https://län.example/avanmal#hemlig' },
});

describe('a mail', () => {
  it('reads as text with reasons first and addresses on lines of their own', () => {
    const lines = mailText(content('Ordna en träff.'))
      .split('\n')
      .map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining(['https://län.example/x?a=1&b=2', 'https://län.example/avanmal#hemlig']),
    );
    expect(lines.indexOf('* Nytt. Sista dag är 31 mars 2026.')).toBe(lines.indexOf('Ordna en träff.') - 1);
    expect(lines).toContain('Och 3 till.');
  });

  it('is HTML in Swedish where nothing is fetched and whatever somebody wrote is text', () => {
    const html = mailHtml(content('Ordna en träff.'), 'Ämne & annat');
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('<title>Ämne &amp; annat</title>');
    expect(html).toContain('href="https://län.example/x?a=1&amp;b=2"');
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = mailHtml(content(''), '').replaceAll(/<[^>]*>/g, '').length;
        const written = mailHtml(content(`<b onclick="x('y')">${text}`), '');
        expect(written).not.toContain('<b ');
        expect(written.replaceAll(/<[^>]*>/g, '').length).toBeGreaterThan(plain);
      }),
    );
  });
});
