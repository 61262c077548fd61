import type { Locale } from '@samhandling/domain';
import type { OutgoingMail } from './mail-transport.ts';

/** The mail as RFC 5322 text: plain text first, the same as HTML after it, and where one may opt out, the headers that make it one click. */
export async function composeMail(mail: OutgoingMail, from: string): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: { name: mail.fromName, address: from },
    to: { name: mail.toName, address: mail.to },
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: (mail.attachments ?? []).map(({ name, contentType, bytes }) => ({
      filename: name,
      contentType,
      content: bytes,
    })),
    ...(mail.invitation && {
      icalEvent: {
        method: mail.invitation.method,
        content: mail.invitation.text,
        filename: invitationFile(mail.locale),
      },
    }),
    date: mail.at,
    messageId: `<${mail.id}@${from.split('@').at(-1) ?? 'localhost'}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.locale,
      ...(mail.optOutUrl !== null && {
        'List-Unsubscribe': `<${mail.optOutUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

export function invitationFile(locale: Locale): string {
  return locale === 'sv' ? 'inbjudan.ics' : 'invitation.ics';
}
