import type { Id, Indicator, OutcomeCell, Problem, PutOutcomesCell } from '@samhandling/contracts';
import type { Sex } from '@samhandling/domain';

/** `waiting`: typed before and not sent again yet, as after a lost session. `refused`: the text cannot be saved as it is. */
export type CellStatus = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed' | 'refused' | 'stale';

/** One cell of the sheet: what is stored, and what is typed but not stored yet. */
export interface CellView {
  readonly key: string;
  readonly indicator: Indicator;
  readonly stored: OutcomeCell;
  /** The row's target: what holds where the cell has none of its own. */
  readonly rowTarget: number | null;
  /** As typed; null when the server has it. Never thrown away by itself. */
  readonly typed: string | null;
  readonly status: CellStatus;
  readonly reason: string;
  /** A text to offer instead of what was refused. */
  readonly suggestion: string | null;
  /** What somebody else stored meanwhile. */
  readonly theirs: OutcomeCell | null;
  /** What the cell held before the last change, to go back to. */
  readonly before: string | null;
}

export interface PastedCell {
  readonly key: string;
  readonly text: string;
}
export interface PasteResult extends PastedCell {
  readonly result: 'saved' | 'unchanged' | 'refused' | 'stale' | 'failed';
  readonly reason: string;
}

export function cellKey(indicatorId: Id, municipalityCode: string | null, sex: Sex): string {
  return `${indicatorId}|${municipalityCode ?? ''}|${sex}`;
}

/** What is typed and not stored, as kept in this browser. */
export type CellDrafts = Readonly<Record<string, { readonly typed: string; readonly version: number }>>;

/** Nothing typed, nothing to say. */
export const SETTLED = { typed: null, status: 'idle', reason: '', suggestion: null, theirs: null } as const;

/** What is sent of a cell: the text as typed, which the server reads by the same rule. */
export function requestOf({ stored, typed }: CellView): Omit<PutOutcomesCell, 'indicatorId' | 'version'> {
  return { municipalityCode: stored.municipalityCode, sex: stored.sex, input: typed ?? '' };
}

/** A stale save is answered with the cell as it is stored now. */
export function storedCell(problem: Problem): OutcomeCell | null {
  return problem.status === 412 && isCell(problem.current) ? problem.current : null;
}

function isCell(value: unknown): value is OutcomeCell {
  return typeof value === 'object' && value !== null && 'version' in value && 'sex' in value && 'state' in value;
}

export function isCellDrafts(value: unknown): value is CellDrafts {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (each: unknown) =>
        typeof each === 'object' &&
        each !== null &&
        'typed' in each &&
        typeof each.typed === 'string' &&
        'version' in each &&
        typeof each.version === 'number',
    )
  );
}
