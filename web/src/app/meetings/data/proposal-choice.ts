import type { AgendaProposal, ProposedItem } from '@samhandling/contracts';
import { itemName } from './agenda-words.ts';

/** What tells a proposed item from the others: it has no id until it is on the agenda. */
export function keyOf({ key }: ProposedItem): string {
  return [key.kind, key.activityId ?? key.decisionId ?? key.actionPointId ?? key.liftId ?? key.title].join(' ');
}

/** The ones that fit in the time that is left, from the top: what is ticked when the list is opened. */
export function fitting({ items, fits }: AgendaProposal): ReadonlySet<string> {
  return new Set(items.slice(0, fits).map(keyOf));
}

/** Items whose number, wording, reasons or organisations hold every word that was typed. */
export function findProposed(items: readonly ProposedItem[], text: string): readonly ProposedItem[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return items;
  return items.filter((item) => {
    const { activity } = item;
    const whole = plain(
      [
        activity?.reference ?? '',
        itemName(item),
        ...item.reasons.map((reason) => reason.words),
        ...(activity?.responsible ?? []).map(({ name }) => name),
      ].join(' '),
    );
    return words.every((word) => whole.includes(word));
  });
}

/** Minutes of those chosen. */
export function minutesOf(items: readonly ProposedItem[], chosen: ReadonlySet<string>): number {
  return items.reduce((sum, item) => (chosen.has(keyOf(item)) ? sum + item.minutes : sum), 0);
}

function plain(text: string): string {
  return text.toLocaleLowerCase('sv');
}
