/** A mail as it leaves: everything in it is final. */
export interface OutgoingMail {
  readonly id: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly to: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Date;
  /** Address of the one-click opt-out (RFC 8058). */
  readonly optOutUrl: string;
  /** Whose mail it is; a folder shared by several counties shows each its own. */
  readonly countyId: string;
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
}
