export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  /** Before the label, quieter: a reference ("2.2/5"). Searched too. */
  readonly reference?: string;
}

/** More than this are not listed at once: who has so many left types one letter more. */
const MOST_LISTED = 60;

function plain(text: string): string {
  return text.toLocaleLowerCase('sv');
}

/** 0: the reference or the name begins with it. 1: a word begins with it. 2: it is somewhere within. Null: not there. */
function rank(option: ComboboxOption, wanted: string): number | null {
  const reference = plain(option.reference ?? '');
  const label = plain(option.label);
  if (reference.startsWith(wanted) || label.startsWith(wanted)) return 0;
  const words = wanted.split(' ').filter((word) => word !== '');
  const all = `${reference} ${label}`;
  if (!words.every((word) => all.includes(word))) return null;
  return words.every((word) => all.split(/[\s(,.–-]+/).some((part) => part.startsWith(word))) ? 1 : 2;
}

/**
 * The options not chosen yet that have every typed word in their reference or name, best first and otherwise in the order
 * given; and how many there are in all, since a long list is cut.
 */
export function matchingOptions(
  options: readonly ComboboxOption[],
  text: string,
  chosen: readonly string[],
): { readonly options: readonly ComboboxOption[]; readonly total: number } {
  const wanted = plain(text).trim().replace(/\s+/g, ' ');
  const free = options.filter((option) => !chosen.includes(option.id));
  const ranked =
    wanted === ''
      ? free
      : free
          .map((option) => ({ option, rank: rank(option, wanted) }))
          .filter((one): one is { option: ComboboxOption; rank: number } => one.rank !== null)
          .sort((a, b) => a.rank - b.rank)
          .map(({ option }) => option);
  return { options: ranked.slice(0, MOST_LISTED), total: ranked.length };
}
