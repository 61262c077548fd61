import { dayOf, followUpAccess, formatDay, type FollowUpRights, type Label, type Locale } from '@samhandling/domain';
import type { RequestSession } from '../../platform/http/request-context.ts';
import type { StoredFollowUp } from './follow-ups.repository.ts';

export type FollowUpAccess = FollowUpRights;

/** The rights of whoever asks in a follow-up as it is stored. */
export function accessTo(stored: StoredFollowUp, session: RequestSession): FollowUpAccess {
  const responsibleIds = stored.responsible.map(({ id }) => id);
  return followUpAccess({ roundState: stored.round.state, state: stored.state, responsibleIds }, session.roles);
}

/**
 * Why this person cannot write here: why, until when, and who can open it. Null when nothing stops them.
 */
export function lockedWords(stored: StoredFollowUp, access: FollowUpAccess): Label | null {
  if (access.mayEdit) return null;
  if (stored.round.state === 'adopted') return adoptedWords(stored);
  if (!access.answersFor) return othersWords(stored);
  if (stored.round.state === 'planned') {
    return both((locale) => {
      const opens = formatDay(stored.round.opens, locale);
      return locale === 'sv'
        ? `Omgången ${stored.round.label} är inte öppen än. Den öppnar ${opens}, när en planerare öppnar den.`
        : `The round ${stored.round.label} is not open yet. It opens on ${opens}, when a planner opens it.`;
    });
  }
  if (stored.state === 'accepted') return acceptedWords(stored, access);
  if (stored.round.state === 'in_review') {
    return {
      sv: `Omgången ${stored.round.label} granskas och tar inte emot svar. En planerare kan öppna den för svar igen.`,
      en: `The round ${stored.round.label} is in review and takes no answers. A planner can open it for answers again.`,
    };
  }
  return submittedWords(stored);
}

function both(words: (locale: Locale) => string): Label {
  return { sv: words('sv'), en: words('en') };
}

function adoptedWords({ round }: StoredFollowUp): Label {
  return both((locale) => {
    const on = round.adoptedAt === null ? '' : ` ${formatDay(dayOf(round.adoptedAt), locale)}`;
    const name = round.adoptedBy?.name ?? '';
    if (locale === 'sv') {
      return `Omgången ${round.label} fastställdes${on}${name && ` av ${name}`} och är låst. En planerare kan öppna den igen med en motivering.`;
    }
    return `The round ${round.label} was adopted${on && ` on${on}`}${name && ` by ${name}`} and is locked. A planner can reopen it with a reason.`;
  });
}

function othersWords({ responsible }: StoredFollowUp): Label {
  const names = responsible.map((organisation) => organisation.name);
  if (names.length === 0) {
    return {
      sv: 'Ingen organisation är ansvarig, så bara en planerare kan svara.',
      en: 'No organisation is responsible, so only a planner can answer.',
    };
  }
  return {
    sv: `Bara rapportörer för ${listed(names, 'och')} eller en planerare kan svara.`,
    en: `Only reporters for ${listed(names, 'and')} or a planner can answer.`,
  };
}

function acceptedWords(stored: StoredFollowUp, { isPlanner }: FollowUpAccess): Label {
  return both((locale) => {
    const on = stored.acceptedAt === null ? '' : formatDay(dayOf(stored.acceptedAt), locale);
    const name = stored.acceptedBy?.name ?? '';
    if (locale === 'sv') {
      const accepted = `Svaret godkändes${on && ` ${on}`}${name && ` av ${name}`}.`;
      return isPlanner
        ? `${accepted} Ångra godkännandet eller skicka tillbaka svaret om något ska ändras.`
        : `${accepted} En planerare kan skicka tillbaka det om något ska ändras.`;
    }
    const accepted = `The answer was accepted${on && ` on ${on}`}${name && ` by ${name}`}.`;
    return isPlanner
      ? `${accepted} Undo the acceptance or return the answer if something is to change.`
      : `${accepted} A planner can return it if something is to change.`;
  });
}

function submittedWords(stored: StoredFollowUp): Label {
  return both((locale) => {
    const on = stored.submittedAt === null ? '' : formatDay(dayOf(stored.submittedAt), locale);
    const name = stored.submittedBy?.name ?? '';
    return locale === 'sv'
      ? `Svaret lämnades in${on && ` ${on}`}${name && ` av ${name}`}. Ta tillbaka det om du vill ändra något. Det går tills omgången börjar granskas.`
      : `The answer was submitted${on && ` on ${on}`}${name && ` by ${name}`}. Withdraw it if you want to change something. You can until review of the round begins.`;
  });
}

/** "A", "A och B", "A, B och C". */
function listed(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}
