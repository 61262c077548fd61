import type { AgendaItem, Calling, Meeting } from '@samhandling/contracts';
import { AGENDA_ITEM_STATE_LABELS, type Locale, formatNumber } from '@samhandling/domain';
import { formatDay } from '@samhandling/ui';
import { letterStanding } from '../../letters/letter-words.ts';

/** What an item is called: an activity by its wording, everything else by its title. */
export function itemName(item: Pick<AgendaItem, 'activity' | 'title'>): string {
  return item.activity?.text ?? item.title;
}

/** Short enough to be said in the middle of a sentence: "2.2/5", or the title. */
export function itemShort(item: Pick<AgendaItem, 'activity' | 'title'>): string {
  return item.activity?.reference ?? item.title;
}

/** "104 av 120 minuter", and how much there is left or too much. */
export function totalWords({ minutesPlanned, minutesLong }: Meeting, locale: Locale): string {
  const [planned, long] = [formatNumber(minutesPlanned, 0, locale), formatNumber(minutesLong, 0, locale)];
  const over = minutesPlanned - minutesLong;
  return over > 0
    ? $localize`:@@meetings.total.over:${planned}:planned: av ${long}:long: minuter. Det är ${formatNumber(over, 0, locale)}:over: för mycket.`
    : $localize`:@@meetings.total.of:${planned}:planned: av ${long}:long: minuter`;
}

/** Why an item is no longer on the agenda, and where it went. */
export function offWords(item: AgendaItem, locale: Locale): string {
  const state = AGENDA_ITEM_STATE_LABELS[item.state][locale];
  const to = item.postponedTo;
  const where =
    item.state === 'postponed' && to !== null
      ? $localize`:@@meetings.off.postponed:Flyttad till mötet ${formatDay(to.startsAt, locale)}:day:`
      : state;
  return item.stateReason === '' ? where : `${where}: ${item.stateReason}`;
}

/** Marked in words beside an item, never by colour alone. Empty where nothing changed after the calling. */
export function changedWords(item: AgendaItem): string {
  if (!item.changedAfterCalling) return '';
  return item.number === null
    ? $localize`:@@meetings.changed.away:Togs bort efter kallelsen`
    : $localize`:@@meetings.changed.new:Ny efter kallelsen`;
}

/** How the letters of a calling went: what has come forward needs no words, what has not does. */
export function letterWords({ letters, withoutAddress = [] }: Calling, locale: Locale): readonly string[] {
  const said: string[] = [];
  if (letters) {
    const [sent, waiting] = [formatNumber(letters.sent, 0, locale), formatNumber(letters.waiting, 0, locale)];
    if (letters.waiting > 0)
      said.push($localize`:@@meetings.letters.waiting:${sent}:sent: brev är skickade, ${waiting}:waiting: är på väg.`);
    for (const letter of letters.lost) said.push(`${letter.name}. ${letterStanding(letter)}`);
  }
  if (withoutAddress.length > 0)
    said.push(
      $localize`:@@meetings.letters.without:Utan e-postadress, och därför inte kallade: ${withoutAddress.join(', ')}:names:.`,
    );
  return said;
}
