import { dayOf } from '@samhandling/domain';
import {
  contentHash,
  linkHash,
  personalText,
  sha256,
  type ChainedEvent,
  type ChainedRow,
  type ChainLink,
} from './chain-text.ts';

export const FINDING_KINDS = [
  'altered_personal',
  'altered_kept',
  'missing_row',
  'missing_link',
  'broken_link',
  'not_chained',
  'disposed_without_entry',
  'disposed_count',
  'cut',
  'rewritten',
  'report_altered',
  'report_missing',
  'paper_altered',
  'paper_missing',
  'file_altered',
  'file_missing',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something that does not hold. */
export interface Finding {
  readonly kind: FindingKind;
  /** Place in the chain; null where there is none. */
  readonly seq: number | null;
  /** What it is about: the id of a row, a file of a report. */
  readonly what: string;
}

/** What was written down earlier: the chain had this hash at this place. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

/** More are counted, not kept. */
const MOST_FINDINGS = 200;

/** What a row of the record that tells of gallring says. */
interface Disposal {
  readonly count: number;
  readonly before: string;
}

/**
 * Walks one county's record in the order of the chain and tells what does not hold. Nothing of the database is trusted but
 * what it answers: every hash is computed again.
 */
export class ChainWalk {
  readonly findings: Finding[] = [];
  findingCount = 0;
  events = 0;
  disposed = 0;
  head: Anchor = { seq: 0, hash: '' };
  private previous: string | null = '';
  private readonly disposals = new Map<string, Disposal>();
  private readonly taken = new Map<string, { count: number; lastDay: string }>();
  private readonly anchors: Map<number, string>;

  constructor(anchors: readonly Anchor[] = []) {
    this.anchors = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  }

  add({ link, event }: ChainedRow): void {
    if (event) this.events += 1;
    if (link) this.follow(link);
    if (link && !event) this.report('missing_row', link.seq, link.eventId);
    if (!link && event) this.report('not_chained', null, event.id);
    if (link && event && this.holds(link, event)) this.noteDisposal(event);
    if (event?.disposedBy) this.noteTaken(event, event.disposedBy);
  }

  /** When all rows have been added. */
  end(): void {
    for (const seq of this.anchors.keys()) if (seq > this.head.seq) this.report('cut', this.head.seq, String(seq));
    for (const [id, { count, lastDay }] of this.taken) {
      const told = this.disposals.get(id);
      if (!told || lastDay >= told.before) this.report('disposed_without_entry', null, id);
      else if (told.count !== count) this.report('disposed_count', null, id);
    }
    for (const [id, { count }] of this.disposals)
      if (count > 0 && !this.taken.has(id)) this.report('disposed_count', null, id);
  }

  report(kind: FindingKind, seq: number | null, what: string): void {
    this.findingCount += 1;
    if (this.findings.length < MOST_FINDINGS) this.findings.push({ kind, seq, what });
  }

  private follow({ seq, contentHash: content, hash }: ChainLink): void {
    if (seq !== this.head.seq + 1) {
      this.report('missing_link', this.head.seq + 1, String(seq - 1));
      this.previous = null;
    }
    if (this.previous !== null && linkHash(this.previous, seq, content) !== hash) this.report('broken_link', seq, '');
    const written = this.anchors.get(seq);
    if (written !== undefined && written !== hash) this.report('rewritten', seq, '');
    this.previous = hash;
    this.head = { seq, hash };
  }

  private holds(link: ChainLink, event: ChainedEvent): boolean {
    // What was taken by gallring can only be told by the hash that was made of it.
    const isPersonal = event.disposedBy !== null || sha256(personalText(event)) === link.personalHash;
    const isKept = contentHash(event, link.personalHash) === link.contentHash;
    if (!isPersonal) this.report('altered_personal', link.seq, event.id);
    if (!isKept) this.report('altered_kept', link.seq, event.id);
    return isPersonal && isKept;
  }

  private noteDisposal({ id, entity, action, changes }: ChainedEvent): void {
    if (entity !== 'retention_class' || action !== 'dispose') return;
    const told = JSON.parse(changes) as Readonly<Record<string, { readonly new?: unknown } | undefined>>;
    if (told['class']?.new !== 'record') return;
    this.disposals.set(id, { count: Number(told['count']?.new), before: String(told['before']?.new) });
  }

  private noteTaken({ at }: ChainedEvent, disposedBy: string): void {
    this.disposed += 1;
    const day = dayOf(at);
    const before = this.taken.get(disposedBy);
    this.taken.set(disposedBy, {
      count: (before?.count ?? 0) + 1,
      lastDay: before && before.lastDay > day ? before.lastDay : day,
    });
  }
}
