import type { Locale } from '@samhandling/domain';
import { LABELS } from './labels.ts';
import type { Block, ReportSection } from './model.ts';

/**
 * Numbers headings and captions in reading order. Chapters are numbered from 1, an appendix carries a letter: "3", "3.1",
 * "3.1.2", "A", "A.1"; tables and charts each in a row of their own through the whole paper. The fourth level is for
 * activities, which are named by their reference. The same paper always gets the same numbers, since nothing but the order
 * decides them.
 */
export function numbered(sections: readonly ReportSection[], locale: Locale): ReportSection[] {
  let chapters = 0;
  let appendices = 0;
  const captions = { table: 0, chart: 0 };
  let current: (number | string)[] = [];
  const number = (block: Block, isAppendix: boolean): Block => {
    if (block.kind === 'table' || block.kind === 'chart') {
      captions[block.kind] += 1;
      return {
        ...block,
        caption: { ...block.caption, label: `${LABELS[block.kind][locale]} ${captions[block.kind]}` },
      };
    }
    if (block.kind !== 'heading' || block.level === 4) return block;
    if (block.level === 1) {
      if (isAppendix) appendices += 1;
      else chapters += 1;
      current = [isAppendix ? letter(appendices) : chapters];
    } else {
      const depth = block.level - 1;
      const before = current[depth];
      current = [...current.slice(0, depth), typeof before === 'number' ? before + 1 : 1];
    }
    return { ...block, number: current.join('.') };
  };
  return sections.map(({ id, isAppendix, blocks }) => ({
    id,
    isAppendix,
    blocks: blocks.map((block) => number(block, isAppendix)),
  }));
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + ((index - 1) % 26));
}
