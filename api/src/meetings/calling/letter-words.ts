import { pages } from '@samhandling/contracts';
import { formatMeetingTime, type Locale } from '@samhandling/domain';
import type { Appointment } from '../../platform/calendar/invitation.ts';
import type { MailSection } from '../../platform/mail/mail-template.ts';
import { greet, type LetterWords } from '../../platform/mail/write-letter.ts';
import type { AppointedMeeting, LetterToWrite } from './letters.repository.ts';

/** More than these are in the paper that goes along. */
const MOST_ITEMS = 40;

const SV = {
  subject: (meeting: string, isFirst: boolean) => `${isFirst ? 'Kallelse' : 'Ändrad kallelse'}: ${meeting}`,
  lead: (name: string, time: string, isFirst: boolean) =>
    `${isFirst ? 'Du är kallad till' : 'Här är en ändrad kallelse till'} möte med ${name} ${time}.`,
  substitute: (name: string) => ` Du är ersättare för ${name} och är välkommen om hen inte kan.`,
  place: (place: string) => `Plats: ${place}.`,
  link: (link: string) => `Länk: ${link}`,
  open: 'Öppna mötet',
  why: (group: string) =>
    `Du får kallelsen för att du är med i ${group}. Svara på inbjudan i din kalender, så står mötet där. Dagordningen följer med som PDF.`,
  changed: 'Ändrat sedan förra kallelsen',
  agenda: 'Dagordning',
  minutes: (count: number) => `${count} minuter`,
  more: (count: number) => `Och ${count} punkter till, som står i dagordningen.`,
  offSubject: (meeting: string) => `Inställt: ${meeting}`,
  off: (name: string, time: string, reason: string) =>
    `Mötet med ${name} ${time} är inställt.${reason === '' ? '' : ` Skäl: ${reason}`}`,
  outSubject: (meeting: string) => `Inte längre kallad: ${meeting}`,
  out: (name: string, time: string) =>
    `Du är inte längre kallad till mötet med ${name} ${time}, eftersom du inte är med i gruppen då.`,
  whyOff: 'Du får brevet för att du var kallad. Mötet tas bort ur din kalender när du öppnar det.',
};
const EN: typeof SV = {
  subject: (meeting, isFirst) => `${isFirst ? 'Calling' : 'Changed calling'}: ${meeting}`,
  lead: (name, time, isFirst) =>
    `${isFirst ? 'You are called to' : 'Here is a changed calling to'} a meeting of ${name} on ${time}.`,
  substitute: (name) => ` You are the substitute of ${name} and are welcome if they cannot come.`,
  place: (place) => `Place: ${place}.`,
  link: (link) => `Link: ${link}`,
  open: 'Open the meeting',
  why: (group) =>
    `You get this calling because you are in ${group}. Answer the invitation in your calendar to have the meeting there. The agenda comes along as a PDF.`,
  changed: 'Changed since the last calling',
  agenda: 'Agenda',
  minutes: (count) => `${count} minutes`,
  more: (count) => `And ${count} more items, which are in the agenda.`,
  offSubject: (meeting) => `Cancelled: ${meeting}`,
  off: (name, time, reason) =>
    `The meeting of ${name} on ${time} is cancelled.${reason === '' ? '' : ` Reason: ${reason}`}`,
  outSubject: (meeting) => `No longer called: ${meeting}`,
  out: (name, time) =>
    `You are no longer called to the meeting of ${name} on ${time}, since you are not in the group then.`,
  whyOff:
    'You get this letter because you were called. The meeting is taken out of your calendar when you open the letter.',
};
const WORDS: Readonly<Record<Locale, typeof SV>> = { sv: SV, en: EN };

/** What the meeting is called in a mail and a calendar: the group, and the title where it has one. */
export function nameOf({ group, title }: Pick<AppointedMeeting, 'group' | 'title'>): string {
  return title === '' ? group : `${group}: ${title}`;
}

export function toAppointment(meeting: AppointedMeeting, sequence: number, site: string, text: string): Appointment {
  const url = `${site}${pages.meeting(meeting.id)}`;
  return {
    id: meeting.id,
    sequence,
    title: nameOf(meeting),
    text: [text, meeting.link, url].filter((part) => part !== '').join('\n\n'),
    place: meeting.place === '' ? meeting.link : meeting.place,
    url,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    isCancelled: meeting.state === 'cancelled',
  };
}

/** `site`: where the application is in the reader's language. */
export function writeLetter(letter: LetterToWrite, site: string): LetterWords {
  return letter.kind === 'call' ? calling(letter, site) : cancelling(letter);
}

function calling(letter: LetterToWrite, site: string): LetterWords {
  const { meeting, to, sequence, message } = letter;
  const { locale } = to;
  const words = WORDS[locale];
  const time = formatMeetingTime(meeting.startsAt, meeting.endsAt, locale);
  const isFirst = sequence === 0;
  const asWhom = to.substituteFor === null ? '' : words.substitute(to.substituteFor);
  const lead = [
    message,
    `${words.lead(nameOf(meeting), time, isFirst)}${asWhom}`,
    meeting.place && words.place(meeting.place),
    meeting.link && words.link(meeting.link),
  ].filter((part) => part !== '');
  return {
    subject: words.subject(`${nameOf(meeting)} ${time}`, isFirst),
    content: {
      locale,
      greeting: greet(to),
      lead: lead.join('\n\n'),
      sections: [...changed(letter), ...agenda(letter)],
      action: to.hasAccount ? { words: words.open, url: `${site}${pages.meeting(meeting.id)}` } : null,
      why: words.why(meeting.group),
      optOut: null,
    },
  };
}

function changed({ changes, to: { locale } }: LetterToWrite): MailSection[] {
  const own = changes[locale];
  if (own.length === 0) return [];
  const titles = own.map((title) => ({ title, place: '' }));
  return [section(WORDS[locale].changed, titles, '')];
}

function agenda({ items, to: { locale } }: LetterToWrite): MailSection[] {
  if (items.length === 0) return [];
  const words = WORDS[locale];
  const more = items.length > MOST_ITEMS ? words.more(items.length - MOST_ITEMS) : '';
  const shown = items
    .slice(0, MOST_ITEMS)
    .map(({ title, minutes }) => ({ title, titleLocale: 'sv' as const, place: words.minutes(minutes) }));
  return [section(words.agenda, shown, more)];
}

function cancelling({ meeting, to, message }: LetterToWrite): LetterWords {
  const { locale } = to;
  const words = WORDS[locale];
  const time = formatMeetingTime(meeting.startsAt, meeting.endsAt, locale);
  const [name, full] = [nameOf(meeting), `${nameOf(meeting)} ${time}`];
  const isOff = meeting.state === 'cancelled';
  return {
    subject: isOff ? words.offSubject(full) : words.outSubject(full),
    content: {
      locale,
      greeting: greet(to),
      lead: isOff ? words.off(name, time, message) : words.out(name, time),
      sections: [],
      action: null,
      why: words.whyOff,
      optOut: null,
    },
  };
}

function section(
  heading: string,
  items: readonly { readonly title: string; readonly titleLocale?: Locale; readonly place: string }[],
  more: string,
): MailSection {
  return {
    heading,
    items: items.map((item) => ({ ...item, reasons: [], url: null, isNew: false })),
    more,
    action: null,
  };
}
