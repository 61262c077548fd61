import type { Locale } from '@samhandling/domain';
import { newId } from '../database/ids.ts';
import type { DownloadFile } from '../files/download.ts';
import { mailHtml, mailText, type MailContent } from './mail-template.ts';
import type { MailInvitation, OutgoingMail } from './mail-transport.ts';

/** From whom a county's letters are, as its settings say. */
export interface LetterSender {
  readonly countyName: string;
  /** Empty: the product's name and the county's. */
  readonly senderName: string;
  readonly replyTo: string;
}

/** Whoever a letter is to. Who has no account has chosen no language, and gets Swedish. */
export interface LetterReader {
  readonly name: string;
  readonly email: string;
  readonly hasAccount: boolean;
  readonly locale: Locale;
}

export interface LetterWords {
  readonly subject: string;
  readonly content: MailContent;
}

export interface LetterHead {
  /** Where the letter has an id of its own. */
  readonly id?: string;
  readonly countyId: string | null;
  readonly sender: LetterSender;
  readonly to: { readonly name: string; readonly email: string };
  readonly at: Date;
  readonly invitation?: MailInvitation;
}

export function senderNameOf({ senderName, countyName }: LetterSender): string {
  return senderName === '' ? `Samhandling ${countyName}` : senderName;
}

const GREETINGS: Readonly<Record<Locale, string>> = { sv: 'Hej', en: 'Hello' };

/** "Hej Anna!": by the first of the names. */
export function greet({ name, locale }: { readonly name: string; readonly locale: Locale }): string {
  return `${GREETINGS[locale]} ${name.split(' ')[0] ?? name}!`;
}

/** Where the application is, in a language: to begin the path of a page with. */
export function siteIn(locale: Locale, publicUrl: string): string {
  const base = publicUrl.replace(/\/$/, '');
  return locale === 'sv' ? base : `${base}/${locale}`;
}

/** A letter that somebody sent to somebody: there is nothing to opt out of. */
export function toMail(head: LetterHead, { subject, content }: LetterWords, paper: DownloadFile | null): OutgoingMail {
  const { id = newId(), countyId, sender, to, at, invitation } = head;
  return {
    id,
    locale: content.locale,
    countyId,
    fromName: senderNameOf(sender),
    replyTo: sender.replyTo,
    to: to.email,
    toName: to.name,
    subject,
    text: mailText(content),
    html: mailHtml(content, subject),
    at,
    optOutUrl: null,
    ...(invitation && { invitation }),
    ...(paper && {
      attachments: [{ name: paper.name, contentType: paper.contentType, bytes: Buffer.from(paper.bytes) }],
    }),
  };
}
