import { Injectable } from '@nestjs/common';
import { PAPER_FORMATS, REPORT_FORMATS } from '@samhandling/contracts';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { ChainWalk, type Anchor, type Finding } from './chain-walk.ts';
import { VerifyingRepository, type FrozenToVerify } from './verifying.repository.ts';

/** How a county's record stood when it was verified. */
export interface Verification {
  readonly head: Anchor;
  readonly events: number;
  /** Of which so many have had their personal data taken by gallring. */
  readonly disposed: number;
  readonly reports: number;
  /** Frozen minutes, digests and work plans. */
  readonly papers: number;
  readonly files: number;
  readonly findings: readonly Finding[];
  /** All of them; `findings` holds the first. */
  readonly findingCount: number;
}

/** Computes every hash of a county again: its chain from the first link, its frozen reports and papers, and their files. */
@Injectable()
export class VerifyingService {
  constructor(
    private readonly repository: VerifyingRepository,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** `anchors`: what earlier checks wrote down, which tells an end that was cut off and a chain that was written anew. */
  verify(countyId: string, anchors: readonly Anchor[]): Promise<Verification> {
    return this.uow.read(
      async () => {
        const walk = new ChainWalk(anchors);
        for await (const row of this.repository.readChain()) walk.add(row);
        walk.end();
        let files = 0;
        // What a job is about to draw is not missing; what no job will draw is.
        const isDrawing = await this.jobs.isUnderWay('demo-papers');
        const ids = await this.repository.findReportIds();
        for (const id of ids) {
          const report = await this.repository.findReport(id);
          if (!report) continue;
          files += report.files.length;
          verifyFrozen(walk, report, isDrawing ? drawnOf(report, REPORT_FORMATS) : REPORT_FORMATS, 'report_altered');
        }
        for (const name of await this.repository.findAdoptedWithoutReport()) walk.report('report_missing', null, name);
        const paperIds = await this.repository.findPaperIds();
        for (const id of paperIds) {
          const paper = await this.repository.findPaper(id);
          if (!paper) continue;
          files += paper.files.length;
          verifyFrozen(walk, paper, isDrawing ? drawnOf(paper, PAPER_FORMATS) : PAPER_FORMATS, 'paper_altered');
        }
        for (const name of await this.repository.findAdjustedWithoutPaper()) walk.report('paper_missing', null, name);
        const { head, events, disposed, findings, findingCount } = walk;
        return { head, events, disposed, reports: ids.length, papers: paperIds.length, files, findings, findingCount };
      },
      { countyId, personId: null },
    );
  }
}

function verifyFrozen(
  walk: ChainWalk,
  { name, canonicalJson, sha256, files }: FrozenToVerify,
  formats: readonly string[],
  altered: 'report_altered' | 'paper_altered',
): void {
  if (hashOf(canonicalJson) !== sha256 || !isCanonical(canonicalJson)) walk.report(altered, null, name);
  for (const format of formats) {
    const file = files.find((one) => one.format === format);
    if (!file) walk.report('file_missing', null, `${name}, ${format}`);
    else if (hashOf(file.bytes) !== file.sha256) walk.report('file_altered', null, `${name}, ${format}`);
  }
}

/** Of a paper whose files come later, the formats that are there; the JSON always is. */
function drawnOf({ drawnLater, files }: FrozenToVerify, formats: readonly string[]): readonly string[] {
  return drawnLater ? formats.filter((one) => one === 'json' || files.some(({ format }) => format === one)) : formats;
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** RFC 8785: there is one way to write it, and this is it. */
function isCanonical(text: string): boolean {
  try {
    return canonicalize(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
