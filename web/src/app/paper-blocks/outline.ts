import type { Block, BlockOf, Paper } from '@samhandling/report-model';

export interface OutlineEntry {
  /** Anchor of the heading. */
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly parts: readonly OutlineEntry[];
}

type Heading = BlockOf<'heading'>;

/**
 * Anchor of a heading: its number, which stays the same in Word and PDF. Headings without a number (one activity) have
 * their own words: "del-3.1", "del-aktivitet-1.1-1".
 */
export function anchorOf(heading: Heading): string {
  const name = heading.number === '' ? heading.text : heading.number;
  return `del-${name.toLocaleLowerCase('sv').replace(/[^\p{L}\p{N}.]+/gu, '-')}`;
}

function isHeading(block: Block): block is Heading {
  return block.kind === 'heading';
}

/** The first two levels, for the list of contents. */
export function outlineOf(paper: Paper): OutlineEntry[] {
  const outline: (OutlineEntry & { parts: OutlineEntry[] })[] = [];
  for (const heading of paper.sections.flatMap((section) => section.blocks).filter(isHeading)) {
    const entry = { id: anchorOf(heading), number: heading.number, text: heading.text, parts: [] };
    if (heading.level === 1) outline.push(entry);
    else if (heading.level === 2) outline.at(-1)?.parts.push(entry);
  }
  return outline;
}
