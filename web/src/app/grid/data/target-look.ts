import type { Indicator, OutcomeDisplay } from '@samhandling/contracts';
import {
  DEFAULT_TARGET_MARGIN,
  type Locale,
  type TargetStatus,
  capitalised,
  figureStatus,
  placeTarget,
  targetStatusWords,
} from '@samhandling/domain';
import type { IconName } from '@samhandling/ui';
import type { CellView } from './cell-view.ts';
import { targetText } from './lines.ts';

/** How a figure stands to its target: always a word, with its icon beside. */
export interface TargetLook {
  /** "Mål 10"; empty where the row says it. */
  readonly target: string;
  readonly status: Exclude<TargetStatus, 'unknown'> | null;
  readonly icon: IconName | null;
  /** In the cell, where there is little room. */
  readonly word: string;
  /** The whole sentence, the margin included. */
  readonly spoken: string;
}

const ICONS: Readonly<Record<Exclude<TargetStatus, 'unknown'>, IconName>> = {
  reached: 'target_reached',
  near: 'target_near',
  missed: 'target_missed',
};
const WORDS: Readonly<Record<Exclude<TargetStatus, 'unknown'>, string>> = {
  reached: $localize`:@@grid.target.reached:når målet`,
  near: $localize`:@@grid.target.near:nära målet`,
  missed: $localize`:@@grid.target.missed:når inte målet`,
};

/** A figure against a target. Where nothing can be said no status is shown: unknown is never reached. */
export function targetLook(
  display: OutcomeDisplay,
  target: number | null,
  indicator: Indicator,
  isOwn: boolean,
  locale: Locale,
): TargetLook | null {
  if (target === null || indicator.kind === 'text') return null;
  const status = figureStatus(display, target, indicator);
  const words = isOwn ? $localize`:@@grid.target.own:mål ${targetText(target, indicator, locale)}:target:` : '';
  if (status === 'unknown')
    return isOwn ? { target: words, status: null, icon: null, word: '', spoken: capitalised(words) } : null;
  const margin = indicator.targetMargin ?? DEFAULT_TARGET_MARGIN;
  const sentence = targetStatusWords(status, margin)[locale];
  const spoken = [words, sentence].filter((part) => part !== '').join(', ');
  return { target: words, status, icon: ICONS[status], word: WORDS[status], spoken: `${capitalised(spoken)}.` };
}

/**
 * The cell against what its place is held to: its own target, or the row's where one place's value is of the same sort as
 * the county's. Targets are set for all; women and men alone have none. What is typed and not saved is not judged.
 */
export function cellTargetLook({ stored, indicator, rowTarget, typed }: CellView, locale: Locale): TargetLook | null {
  if (stored.sex !== 'total' || typed !== null) return null;
  const isCounty = stored.municipalityCode === null;
  const target = isCounty ? rowTarget : placeTarget(stored.target, rowTarget, indicator);
  return targetLook(displayOf(stored), target, indicator, !isCounty && stored.target !== null, locale);
}

function displayOf({ state, value, denominator, day, text }: CellView['stored']): OutcomeDisplay {
  if (state === 'value') return { state, value, denominator, day, text, of: 1, reported: 1 };
  return state === 'not_reported' ? { state, of: 1, reported: 0 } : { state, of: 1, reported: 1 };
}
