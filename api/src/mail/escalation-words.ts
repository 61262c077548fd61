import type { Locale } from '@samhandling/domain';

const SV = {
  subject: (asked: string) => `${asked} väntar på svar`,
  lead: 'Din organisation har fått frågor i uppföljningen som ingen har svarat på. Du får veta det en gång, som organisationens huvudkontakt.',
  asked: (day: string) => `Frågades ${day}.`,
  due: (day: string) => `Sista dag är ${day}.`,
  why: (county: string) =>
    `Du får det här för att du är huvudkontakt för din organisation i uppföljningen i ${county}.`,
};
const EN: typeof SV = {
  subject: (asked) => `${asked} waiting for an answer`,
  lead: 'Your organisation has been asked questions in the follow-up that nobody has answered. You are told once, as the organisation’s head contact.',
  asked: (day) => `Asked on ${day}.`,
  due: (day) => `The last day is ${day}.`,
  why: (county) => `You get this because you are your organisation’s head contact in the follow-up in ${county}.`,
};
export const ESCALATION_WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

/** Why somebody is not told, for the planner who looks. */
export const NOT_TOLD = {
  isOff: { sv: 'Påminnelser till huvudkontakter är avstängda.', en: 'Reminders to head contacts are turned off.' },
  nothing: {
    sv: 'Ingen i organisationen har lämnat något obesvarat.',
    en: 'Nobody in the organisation has left anything unanswered.',
  },
} as const;
