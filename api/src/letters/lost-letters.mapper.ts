import { pages, type LostLetterKind, type ToDoItem } from '@samhandling/contracts';
import { formatDay, type Label, type Locale } from '@samhandling/domain';
import type { LostAbout, LostLetter } from './lost-letters.repository.ts';

/** So many are told by name; the page it leads to tells all. */
const MOST_NAMES = 5;

/** One thing to look at for all letters about the same, with who did not get theirs and why. */
export function toLetterItem(lost: LostAbout, locale: Locale): ToDoItem {
  const { kind, id, plan, letters } = lost;
  const named = letters.length > MOST_NAMES + 1 ? letters.slice(0, MOST_NAMES) : letters;
  const left = letters.length - named.length;
  return {
    id,
    title: titleOf(lost, locale),
    reference: null,
    plan,
    round: null,
    due: null,
    state: null,
    judgement: null,
    reasons: [
      ...named.map((letter) => reasonOf(letter)[locale]),
      ...(left === 0 ? [] : [locale === 'sv' ? `Och ${left} brev till.` : `And ${left} more letters.`]),
    ],
    link: LINKS[kind](id),
    updatedAt: null,
    reporter: null,
    letters: { kind, id, letterIds: letters.map((letter) => letter.id) },
  };
}

const LINKS: Readonly<Record<LostLetterKind, (id: string) => string>> = {
  calling: pages.meeting,
  minutes: pages.minutes,
  digest: pages.digest,
  needs: pages.needsInventory,
  invitation: pages.person,
};

function titleOf({ kind, name, on, isCancelled }: LostAbout, locale: Locale): string {
  const place = on === null ? name : `${name} ${formatDay(on, locale)}`;
  const words = kind === 'calling' && isCancelled ? CANCELLED : TITLES[kind];
  return `${words[locale]} ${place}`;
}

const CANCELLED: Label = { sv: 'Besked om inställt möte,', en: 'Notice of a cancelled meeting,' };
const TITLES: Readonly<Record<LostLetterKind, Label>> = {
  calling: { sv: 'Kallelse till', en: 'Calling to' },
  minutes: { sv: 'Protokoll att justera,', en: 'Minutes to adjust,' },
  digest: { sv: 'Underlag till', en: 'Digest for' },
  needs: { sv: 'Behovsinventering:', en: 'Needs inventory:' },
  invitation: { sv: 'Inbjudan till', en: 'Invitation to' },
};

/** What is not known to have failed is not said to have. The mail server's own words come after. */
function reasonOf({ to, state, reason }: LostLetter): Label {
  const more = reason === '' ? '' : ` ${reason}`;
  return state === 'failed'
    ? { sv: `${to}: brevet gick inte att skicka.${more}`, en: `${to}: the letter could not be sent.${more}` }
    : { sv: `${to}: osäkert om brevet kom fram.${more}`, en: `${to}: not known whether the letter arrived.${more}` };
}
