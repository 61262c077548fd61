import type { DigestChoice, MailKind, MailState } from '@samhandling/domain';
import type { Day, Id, Instant, PersonRef } from './common.ts';

/** `GET/PATCH /mail/settings` */
export interface MailSettings {
  readonly version: number;
  readonly isOn: boolean;
  /** "07:30", Swedish time. */
  readonly sendAt: string;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly senderName: string;
  readonly replyTo: string;
  /** How long an answer link opens. */
  readonly linkDays: number;
  /** The same thing is asked again after so many days, not every day. */
  readonly repeatDays: number;
  /** Null: never. Days without an answer after the first mail before the organisation's head contact is told. */
  readonly escalateAfterDays: number | null;
  /** How mail leaves: "smtp" with host, or "folder" where nothing leaves the machine. */
  readonly transport: { readonly kind: 'smtp' | 'folder'; readonly host: string; readonly problem: string };
  readonly nextRun: Instant | null;
}
export type UpdateMailSettingsRequest = Partial<
  Pick<
    MailSettings,
    'isOn' | 'sendAt' | 'weekdays' | 'senderName' | 'replyTo' | 'linkDays' | 'repeatDays' | 'escalateAfterDays'
  >
>;

/** `GET /mail/preview` (dry run): what would be sent now, to whom; and who gets nothing, and why. Writes and sends nothing. */
export interface MailPreview {
  readonly at: Instant;
  readonly mails: readonly {
    readonly person: PersonRef;
    readonly address: string;
    readonly kind: MailKind;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly items: number;
  }[];
  readonly silent: readonly { readonly person: PersonRef; readonly reason: string }[];
}
/** `POST /mail/send` : now, instead of waiting for the hour. Still one a day and person. */
export interface SendMailAnswer {
  readonly queued: number;
}

/** `GET /mail/log?person=&state=&page=` , newest first. */
export interface MailLog {
  readonly items: readonly MailLogItem[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}
export interface MailLogItem {
  readonly id: Id;
  readonly person: PersonRef;
  readonly address: string;
  readonly kind: MailKind;
  readonly day: Day;
  readonly state: MailState;
  readonly subject: string;
  /** What it was about, in words. */
  readonly contents: readonly string[];
  readonly sentAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly attempts: number;
  readonly lastError: string;
  /** "Skickat 3 mars, öppnat 4 mars." */
  readonly words: string;
}
/** `GET /mail/outbox` : the mails in the folder, newest first, where nothing leaves the machine; 404 with SMTP. */
export interface OutboxMail {
  readonly file: string;
  readonly to: string;
  readonly subject: string;
  readonly at: Instant;
  readonly text: string;
  readonly html: string;
  /** Names of the files that went along. */
  readonly attachments?: readonly string[];
}

/** `GET/PATCH /mail/preference` of the person asking. */
export interface MailPreference {
  readonly version: number;
  readonly digest: DigestChoice;
}
export interface UpdateMailPreferenceRequest {
  readonly digest: DigestChoice;
}
/** `POST /mail/opt-out` , open to all, with the token of a mail; answers which address. Also as RFC 8058 one-click. */
export interface OptOutRequest {
  readonly token: string;
}
export interface OptOutAnswer {
  readonly address: string;
}
/** `POST /mail/:id/opened` by the one it was sent to: their deep link was followed. */

/** `GET/PUT /organisations/:id/contact` : whom to turn to when nobody answers. `version` 0 before anybody was ever chosen. */
export interface OrganisationContact {
  readonly version: number;
  readonly person: PersonRef | null;
  readonly choices: readonly PersonRef[];
}
export interface PutOrganisationContactRequest {
  readonly personId: Id | null;
}
