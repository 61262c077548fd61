import PostalMime from 'postal-mime';
import { composeMail } from './compose.ts';
import type { OutgoingMail } from './mail-transport.ts';

const MAIL: OutgoingMail = {
  id: '0197a000-0000-7000-8000-000000000001',
  locale: 'sv',
  countyId: null,
  fromName: 'Samhandling Älvmarks län',
  replyTo: '',
  to: 'asa@alvmark.example',
  toName: 'Åsa Berg',
  subject: 'Kallelse till beredning',
  text: 'Välkommen.',
  html: '<p>Välkommen.</p>',
  at: new Date('2026-03-12T08:00:00Z'),
  optOutUrl: null,
};

describe('a mail', () => {
  it('has its texts alone when nothing goes along', async () => {
    const parsed = await PostalMime.parse(await composeMail(MAIL, 'brev@alvmark.example'));
    expect([parsed.text?.trim(), parsed.html?.trim(), parsed.attachments]).toEqual([
      'Välkommen.',
      '<p>Välkommen.</p>',
      [],
    ]);
  });

  it('takes files along whole, under their Swedish names', async () => {
    const bytes = Buffer.from([37, 80, 68, 70, 0, 255]);
    const mail = { ...MAIL, attachments: [{ name: 'Kallelse Älvmark.pdf', contentType: 'application/pdf', bytes }] };
    const { attachments } = await PostalMime.parse(await composeMail(mail, 'brev@alvmark.example'));
    expect(attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['Kallelse Älvmark.pdf', 'application/pdf'],
    ]);
    expect(Buffer.from(attachments[0]?.content as ArrayBuffer)).toEqual(bytes);
  });

  it('is shown as an invitation: the calendar is one of its texts, with its method, and a file beside', async () => {
    const text = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    const raw = await composeMail({ ...MAIL, invitation: { method: 'REQUEST', text } }, 'brev@alvmark.example');
    expect(raw.toString('latin1')).toMatch(/content-type: text\/calendar;[^\r\n]*(?:\r\n\s[^\r\n]*)*method=REQUEST/i);
    const { attachments } = await PostalMime.parse(raw);
    expect(attachments.map(({ filename }) => filename)).toContain('inbjudan.ics');
  });
});
