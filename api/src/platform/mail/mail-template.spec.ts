import fc from 'fast-check';
import { mailHtml, mailText, type MailContent, type MailItem, type MailSection } from './mail-template.ts';

const content = (title: string): MailContent => ({
  locale: 'sv',
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

const section = (more: Partial<MailItem>): MailSection => ({
  heading: 'To answer',
  items: [{ reasons: [], title: 'Ordna en träff.', place: '', url: null, isNew: true, ...more }],
  more: '',
  action: null,
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

  it('keeps the paragraphs and lines of what somebody wrote', () => {
    const html = mailHtml({ ...content('x'), lead: 'Läs <först>.\nHälsningar\n\nPlats: Slottet.' }, '');
    expect(
      html.match(/<p style="margin:0 0 16px">(?:(?!<\/p>).)*<\/p>/g)?.map((part) => part.replace(/^<p[^>]*>/, '')),
    ).toEqual(['Läs &lt;först&gt;.<br>Hälsningar</p>', 'Plats: Slottet.</p>', 'Och 3 till.</p>']);
  });

  it('is in the language of whoever reads it, with titles of another marked', () => {
    const html = mailHtml(
      { ...content('Ordna en träff.'), locale: 'en', sections: [section({ titleLocale: 'sv' })] },
      'Subject',
    );
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<strong>New.</strong>');
    expect(html).toContain('<span lang="sv">Ordna en träff.</span>');
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
