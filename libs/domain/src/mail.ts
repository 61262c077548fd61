import type { Label } from './locale.ts';

/** `digest`: the day's mail. `link`: an answer link somebody asked for. `escalation`: to the head contact, after silence. */
export const MAIL_KINDS = ['digest', 'link', 'escalation'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
export const MAIL_KIND_LABELS: Readonly<Record<MailKind, Label>> = {
  digest: { sv: 'Dagens utskick', en: 'Daily mail' },
  link: { sv: 'Svarslänk', en: 'Answer link' },
  escalation: { sv: 'Påminnelse till huvudkontakt', en: 'Reminder to the head contact' },
};

/**
 * `dropped`: nothing waited when it was to be sent. `unknown`: the process stopped while the mail server had it; it may
 * have been sent, so it is not sent again.
 */
export const MAIL_STATES = ['sending', 'sent', 'dropped', 'retrying', 'failed', 'unknown'] as const;
export type MailState = (typeof MAIL_STATES)[number];
export const MAIL_STATE_LABELS: Readonly<Record<MailState, Label>> = {
  sending: { sv: 'Skickas', en: 'Being sent' },
  sent: { sv: 'Skickat', en: 'Sent' },
  dropped: { sv: 'Inget att skicka', en: 'Nothing to send' },
  retrying: { sv: 'Försöker igen', en: 'Trying again' },
  failed: { sv: 'Kunde inte skickas', en: 'Could not be sent' },
  unknown: { sv: 'Osäkert om det kom fram', en: 'Unsure whether it arrived' },
};

export const DIGEST_CHOICES = ['daily', 'weekly', 'off'] as const;
export type DigestChoice = (typeof DIGEST_CHOICES)[number];
export const DIGEST_CHOICE_LABELS: Readonly<Record<DigestChoice, Label>> = {
  daily: { sv: 'Varje dag när något väntar', en: 'Every day when something waits' },
  weekly: { sv: 'En gång i veckan när något väntar', en: 'Once a week when something waits' },
  off: { sv: 'Inga utskick', en: 'No mail' },
};
