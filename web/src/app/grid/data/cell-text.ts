import type { Indicator, OutcomeCell, OutcomeDisplay } from '@samhandling/contracts';
import {
  EMPTY_LABELS,
  type Label,
  type Locale,
  formatNumber,
  formatOf,
  parseDay,
  parseNumberText,
  parseShareText,
} from '@samhandling/domain';

type Definition = Pick<Indicator, 'kind' | 'decimals' | 'unit'>;
type Shown = Pick<OutcomeCell, 'state' | 'value' | 'denominator' | 'day' | 'text'> &
  Partial<Pick<OutcomeCell, 'isLeftOut'>>;

/** The kinds of empty as they stand in a cell, each with its own sign; none of them looks like a number. */
const EMPTY_SIGNS: Readonly<Record<'not_reported' | 'not_applicable' | 'protected', Label>> = {
  not_reported: { sv: '–', en: '–' },
  not_applicable: { sv: 'e.t.', en: 'n/a' },
  protected: { sv: 'skyddat', en: 'protected' },
};
/** Instead of "not reported", where nobody asks. */
const LEFT_OUT: Label = { sv: 'deltar inte', en: 'takes no part' };
const YES: Label = { sv: 'Ja', en: 'Yes' };
const NO: Label = { sv: 'Nej', en: 'No' };

/** A cell as it is read in the grid: "1 204", "12,5", "9 av 12", "Ja, 2026-03-12", "–". Zero is 0. */
export function cellText(cell: Shown, definition: Definition, locale: Locale): string {
  if (isSilent(cell)) return LEFT_OUT[locale];
  return cell.state === 'value' ? valueText(cell, definition, locale) : EMPTY_SIGNS[cell.state][locale];
}

/** Not asked, and no value either: a value that is there counts and is shown. */
function isSilent(cell: Shown): boolean {
  return cell.state === 'not_reported' && cell.isLeftOut === true;
}

/** A cell where there is little room: the day of a milestone is left to `spokenCell` and to a line of its own. */
export function shortText(cell: Shown, definition: Definition, locale: Locale): string {
  return cellText(definition.kind === 'milestone' ? { ...cell, day: null } : cell, definition, locale);
}

/** The same for those who hear it: a dash is read as nothing, so the kinds of empty have their words. */
export function spokenCell(cell: Shown, definition: Definition, locale: Locale): string {
  if (isSilent(cell)) return LEFT_OUT[locale];
  return cell.state === 'value' ? valueText(cell, definition, locale) : EMPTY_LABELS[cell.state][locale];
}

/** A combined figure or last round's, which comes without the fields that say nothing. */
export function displayText(display: OutcomeDisplay, definition: Definition, locale: Locale): string {
  return cellText(asCell(display), definition, locale);
}

/** Last round's figure where there is little room. */
export function shortDisplay(display: OutcomeDisplay, definition: Definition, locale: Locale): string {
  return shortText(asCell(display), definition, locale);
}

/** The figure of the county put together from its municipalities: a count of yes is a count, not a yes. */
export function combinedText(display: OutcomeDisplay, definition: Definition, locale: Locale): string {
  if (display.state !== 'value' || definition.kind !== 'milestone' || display.value === null) {
    return displayText(display, definition, locale);
  }
  return `${formatNumber(display.value, 0, locale)} ${YES[locale].toLowerCase()}`;
}

/** "7 av 8 kommuner har rapporterat": how much of the ground a combined figure covers. */
export function coverageWords(display: OutcomeDisplay, locale: Locale): string {
  const of = formatOf(display.reported, display.of, locale);
  if (locale === 'en') return `${of} municipalities reported`;
  return `${of} kommuner rapporterat`;
}

function asCell(display: OutcomeDisplay): Shown {
  if (display.state === 'value') return display;
  return { state: display.state, value: null, denominator: null, day: null, text: '' };
}

function valueText(cell: Shown, definition: Definition, locale: Locale): string {
  if (definition.kind === 'text') return cell.text;
  if (cell.value === null) return cell.text;
  if (definition.kind === 'milestone' && cell.denominator === null && (cell.value === 0 || cell.value === 1)) {
    const word = (cell.value === 1 ? YES : NO)[locale];
    return cell.day === null ? word : `${word}, ${cell.day}`;
  }
  if (cell.denominator !== null) return formatOf(cell.value, cell.denominator, locale);
  return formatNumber(cell.value, decimalsOf(definition), locale);
}

/**
 * The cell as it is typed, which the reading rule takes back unchanged: Swedish decimal comma whatever the language of
 * the page, because a dot may be a thousands mark.
 */
export function editText(cell: Shown, definition: Definition, locale: Locale): string {
  if (cell.state === 'not_reported' || cell.state === 'protected') return '';
  if (cell.state === 'not_applicable') return EMPTY_SIGNS.not_applicable[locale];
  if (definition.kind === 'text' || cell.value === null) return cell.text;
  if (definition.kind === 'milestone') return cell.day ?? (cell.value === 1 ? YES : NO)[locale].toLowerCase();
  if (definition.kind === 'share' && cell.denominator !== null) return formatOf(cell.value, cell.denominator, locale);
  return formatNumber(cell.value, decimalsOf(definition), 'sv')
    .replace(/\u00a0/g, ' ')
    .replace(/\u2212/g, '-');
}

function decimalsOf(definition: Definition): number {
  return definition.kind === 'count' || definition.kind === 'share' ? 0 : definition.decimals;
}

/** Whether the text can be saved, and otherwise why not and what may have been meant. */
export type CellReading =
  { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly suggestion: string | null };

const OK: CellReading = { ok: true };

/** Reads what was typed with the same rules as the server, so that a slip is told at once. Never corrects in silence. */
export function readCell(input: string, definition: Definition, locale: Locale): CellReading {
  if (definition.kind === 'text') return OK;
  if (definition.kind === 'milestone' && parseDay(input) !== null) return OK;
  const parsed = definition.kind === 'share' ? parseShareText(input) : parseNumberText(input, definition);
  if (parsed.state !== 'refused') return OK;
  const suggestion =
    parsed.suggestion === null || definition.kind === 'share'
      ? null
      : editText(
          { state: 'value', value: parsed.suggestion, denominator: null, day: null, text: '' },
          definition,
          locale,
        );
  return { ok: false, reason: parsed.reason[locale], suggestion };
}
