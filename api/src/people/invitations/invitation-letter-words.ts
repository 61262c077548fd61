import { formatDay, ROLE_LABELS, type Locale, type Role } from '@samhandling/domain';
import { greet, type LetterWords } from '../../platform/mail/write-letter.ts';
import type { InvitationToWrite } from './invitations.repository.ts';

const SV = {
  subject: (county: string) => `Inbjudan till Samhandling i ${county}`,
  lead: (by: string, county: string) =>
    `${by} har bjudit in dig till Samhandling, där ${county} följer upp sin handlingsplan.`,
  somebody: 'En planerare',
  role: 'Din roll',
  roles: 'Dina roller',
  open: 'Öppna inbjudan',
  known: (day: string) =>
    `Du har redan ett konto, så det räcker att du loggar in. Länken gäller till och med ${day}. Väntade du inte den här inbjudan behöver du inte göra något.`,
  why: (day: string) =>
    `Länken gäller till och med ${day} och kan bara användas en gång. Väntade du inte den här inbjudan behöver du inte göra något: kontot öppnas först när du själv har valt hur du loggar in.`,
};
const EN: typeof SV = {
  subject: (county) => `Invitation to Samhandling in ${county}`,
  lead: (by, county) => `${by} has invited you to Samhandling, where ${county} follows up its action plan.`,
  somebody: 'A planner',
  role: 'Your role',
  roles: 'Your roles',
  open: 'Open the invitation',
  known: (day) =>
    `You have an account already, so all you need is to sign in. The link holds up to and including ${day}. If you did not expect this invitation you need not do anything.`,
  why: (day) =>
    `The link holds up to and including ${day} and can be used once. If you did not expect this invitation you need not do anything: the account opens only when you have chosen how you sign in.`,
};
const WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

export function writeInvitation(invitation: InvitationToWrite, url: string, until: Date): LetterWords {
  const { name, sender, invitedBy, hasAccount, roles, locale } = invitation;
  const { countyName } = sender;
  const words = WORDS[locale];
  const day = formatDay(until.toISOString().slice(0, 10), locale);
  return {
    subject: words.subject(countyName),
    content: {
      locale,
      greeting: greet({ name, locale }),
      lead: words.lead(invitedBy ?? words.somebody, countyName),
      sections: [
        {
          heading: roles.length === 1 ? words.role : words.roles,
          items: roles.map(({ role, place }) => ({
            reasons: [],
            title: ROLE_LABELS[role as Role][locale],
            place: place ?? countyName,
            url: null,
            isNew: false,
          })),
          more: '',
          action: null,
        },
      ],
      action: { words: words.open, url },
      why: hasAccount ? words.known(day) : words.why(day),
      optOut: null,
    },
  };
}
