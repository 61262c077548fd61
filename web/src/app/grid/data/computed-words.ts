import type { Day, OutcomeCell } from '@samhandling/contracts';
import { type Locale, formatNumber } from '@samhandling/domain';

/** Where the events behind a figure are found: the plan, its round's days and the activities the indicator serves. */
export interface EventsBehind {
  readonly slug: string;
  readonly from: Day;
  readonly to: Day;
  readonly references: readonly string[];
}

/** How the figure of the events stands to what the cell shows. */
export type ComputedSide =
  /** The cell shows what the events give. */
  | 'shown'
  /** Somebody has entered another value and nobody has chosen. */
  | 'differs'
  /** Somebody has entered another value, and kept it with a reason. */
  | 'kept'
  /** Somebody has entered the same value. */
  | 'agrees';

/** Null where the events say nothing about the cell. */
export function computedSide(cell: Pick<OutcomeCell, 'computed' | 'id' | 'source' | 'value'>): ComputedSide | null {
  const { computed } = cell;
  if (computed === null) return null;
  if (computed.differs) return 'differs';
  if (computed.keptReason !== '') return 'kept';
  return cell.id === null || cell.source === 'events' ? 'shown' : 'agrees';
}

/** "räknat ur 4 händelser" */
export function countedFrom(events: number, locale: Locale): string {
  const count = formatNumber(events, 0, locale);
  return events === 1
    ? $localize`:@@events.cell.countedFromOne:räknat ur 1 händelse`
    : $localize`:@@events.cell.countedFrom:räknat ur ${count}:count: händelser`;
}

/** Under the value, where there is little room: what the events say. Empty where they say nothing new. */
export function computedLine(cell: OutcomeCell, locale: Locale): string {
  const side = computedSide(cell);
  if (side === null || cell.computed === null) return '';
  if (side === 'shown' || side === 'agrees') return countedFrom(cell.computed.events, locale);
  const figure = formatNumber(cell.computed.value, 0, locale);
  return side === 'differs'
    ? $localize`:@@events.cell.differs:händelserna ger ${figure}:figure:: välj`
    : $localize`:@@events.cell.kept:händelserna ger ${figure}:figure:`;
}
