import type { Locale } from '@samhandling/domain';

/** A mail that was written to a folder instead. */
export interface FiledMail {
  readonly file: string;
  readonly countyId: string | null;
  readonly to: string;
  readonly subject: string;
  readonly at: string;
  readonly text: string;
  readonly html: string;
  /** Names of the files that went along. */
  readonly attachments?: readonly string[];
}

/** A file that goes along. */
export interface MailAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** An invitation that mail programs show as one (RFC 6047): the same text as the file that is attached. */
export interface MailInvitation {
  readonly method: 'REQUEST' | 'CANCEL';
  /** iCalendar. */
  readonly text: string;
}

/** A mail as it leaves: everything in it is final. */
export interface OutgoingMail {
  readonly id: string;
  readonly locale: Locale;
  readonly fromName: string;
  readonly replyTo: string;
  readonly to: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Date;
  /** Address of the one-click opt-out (RFC 8058). Null where there is nothing to opt out of. */
  readonly optOutUrl: string | null;
  /** Whose mail it is; a folder shared by several counties shows each its own. Null: the installation's, shown to none. */
  readonly countyId: string | null;
  readonly attachments?: readonly MailAttachment[];
  readonly invitation?: MailInvitation;
}

/**
 * How it went. `later`: not accepted, and may be tried again without anybody getting it twice. `refused`: not accepted,
 * and would not be. `unknown`: it was handed over and no answer came, so it is never sent again.
 */
export type Delivery =
  { readonly result: 'accepted' } | { readonly result: 'later' | 'refused' | 'unknown'; readonly reason: string };

/** The only way out. Never throws: what went wrong is in the answer, in Swedish. */
export abstract class MailTransport {
  abstract readonly kind: 'smtp' | 'folder';
  /** "mail.example.org:587", or the folder's path. */
  abstract readonly host: string;
  abstract send(mail: OutgoingMail): Promise<Delivery>;

  /** A county's mails, newest first, where they are kept instead of sent; null where they are sent. */
  list(_countyId: string): Promise<FiledMail[]> | null {
    return null;
  }
}
