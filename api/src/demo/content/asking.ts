import type { DemoAnswerLink, DemoMail } from './types.ts';

/** Links of the open round. Nobody knows their secrets, so none of them opens anything. Days after the round opened. */
export const DEMO_LINKS: readonly DemoAnswerLink[] = [
  {
    key: 'wrong',
    person: 'lena',
    sent: 7,
    days: 30,
    opened: null,
    revoked: { day: 8, reason: 'Skickades till en gammal adress.' },
    uses: [{ day: 9, action: 'refused', because: 'link_revoked' }],
  },
  {
    key: 'current',
    person: 'lena',
    sent: 8,
    days: 60,
    opened: 9,
    revoked: null,
    uses: [
      { day: 9, action: 'open' },
      { day: 9, action: 'read' },
      { day: 9, action: 'save' },
      { day: 9, action: 'value' },
      { day: 9, action: 'submit' },
      { day: 14, action: 'read' },
      { day: 14, action: 'value' },
      { day: 14, action: 'save' },
      { day: 14, action: 'submit' },
      { day: 20, action: 'refused', because: 'link_other_browser' },
    ],
  },
  {
    key: 'late',
    person: 'oskar',
    sent: 4,
    days: 14,
    opened: null,
    revoked: null,
    uses: [{ day: 25, action: 'refused', because: 'link_expired' }],
  },
];

/** Answers handed in through the link above, at the minutes it was used for that. */
export const DEMO_LINK_ANSWERS: readonly {
  readonly activity: string;
  readonly day: number;
  readonly minutes: number;
}[] = [
  { activity: '4.1/3', day: 9, minutes: 16 },
  { activity: '4.2/8', day: 14, minutes: 32 },
];

/** What has been sent since the round opened. Days after it did. */
export const DEMO_MAILS: readonly DemoMail[] = [
  { person: 'anna', kind: 'digest', day: 2, state: 'sent', opened: 2, error: '', link: null },
  { person: 'peter', kind: 'digest', day: 2, state: 'sent', opened: 3, error: '', link: null },
  { person: 'sara', kind: 'digest', day: 2, state: 'sent', opened: null, error: '', link: null },
  { person: 'emma', kind: 'digest', day: 2, state: 'sent', opened: 6, error: '', link: null },
  { person: 'oskar', kind: 'digest', day: 4, state: 'sent', opened: null, error: '', link: 'late' },
  { person: 'lena', kind: 'link', day: 7, state: 'sent', opened: null, error: '', link: 'wrong' },
  { person: 'lena', kind: 'link', day: 8, state: 'sent', opened: 9, error: '', link: 'current' },
  { person: 'sara', kind: 'digest', day: 10, state: 'failed', opened: null, error: 'Brevlådan är full.', link: null },
  { person: 'anna', kind: 'digest', day: 10, state: 'sent', opened: 10, error: '', link: null },
  {
    person: 'emma',
    kind: 'digest',
    day: 14,
    state: 'dropped',
    opened: null,
    error: 'Behövdes inte längre: Inget väntar.',
    link: null,
  },
  { person: 'sara', kind: 'digest', day: 17, state: 'sent', opened: 18, error: '', link: null },
  { person: 'nils', kind: 'escalation', day: 19, state: 'sent', opened: 19, error: '', link: null },
  { person: 'emma', kind: 'digest', day: 23, state: 'sent', opened: null, error: '', link: null },
  { person: 'anna', kind: 'digest', day: 29, state: 'sent', opened: 30, error: '', link: null },
];
