import { FLAG_TEXTS, flagMessage, type FlagCode, type FlagValues } from './flags.ts';
import type { LineCount, LinePointer, LineRole, ReadingFlag, SourceLine } from './types.ts';

interface Entry {
  role: LineRole;
  ignored: boolean;
  pointer: LinePointer | null;
}

/**
 * Accounts for every source line. A line is only counted as used or ignored when some step says so; what nobody took
 * charge of is counted as lost, so the count can be trusted to show a defect.
 */
export class Ledger {
  private readonly entries: (Entry | undefined)[];
  private readonly flags: ReadingFlag[] = [];
  private readonly source: readonly string[];

  constructor(source: readonly string[]) {
    this.source = source;
    this.entries = new Array<Entry | undefined>(source.length);
  }

  /** The first word on a line stands: later parts of the same line do not change its role. */
  mark(at: number, role: LineRole, pointer: LinePointer | null = null): void {
    this.entries[at] ??= { role, ignored: false, pointer };
  }

  ignore(at: number, role: LineRole): void {
    this.entries[at] ??= { role, ignored: true, pointer: null };
  }

  /** Replaces what was said about a line, when its neighbours show that it was something else. */
  remark(at: number, role: LineRole, pointer: LinePointer | null = null): void {
    this.entries[at] = { role, ignored: role === 'lead_in', pointer };
  }

  flag(at: number, code: FlagCode, values: FlagValues = {}): void {
    const message = { sv: flagMessage(code, values, 'sv'), en: flagMessage(code, values, 'en') };
    this.flags.push({ line: at + 1, code, values, message });
  }

  /** Flags in source order; on the same line in the order of the table of flags. */
  sortedFlags(): ReadingFlag[] {
    const order = new Map(Object.keys(FLAG_TEXTS).map((code, at) => [code, at]));
    return [...this.flags].sort((a, b) => a.line - b.line || (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
  }

  close(): { sourceLines: SourceLine[]; count: LineCount } {
    const flagged = new Set(this.flags.map((flag) => flag.line));
    const count: LineCount = { total: this.source.length, used: 0, ignored: 0, flagged: 0, lost: 0 };
    const sourceLines = this.source.map((text, at): SourceLine => {
      const entry = this.entries[at];
      const line = at + 1;
      if (entry === undefined) count.lost += 1;
      else if (flagged.has(line)) count.flagged += 1;
      else if (entry.ignored) count.ignored += 1;
      else count.used += 1;
      const use = entry === undefined || flagged.has(line) ? 'flagged' : entry.ignored ? 'ignored' : 'used';
      return { line, text, use, role: entry?.role ?? 'outside', pointer: entry?.pointer ?? null };
    });
    return { sourceLines, count };
  }
}
