import { Injectable } from '@nestjs/common';
import { REPORT_FORMATS, type ReportFormat } from '@samhandling/contracts';
import { UnitOfWork, type Scope } from '../platform/database/unit-of-work.ts';
import { sha256 } from '../platform/files/canonical.ts';
import { canonicalFacts, readFacts } from './files/json.ts';
import { ReportFactsService } from './report-facts.service.ts';
import { ReportRenderer } from './report-renderer.service.ts';
import { ReportsRepository, type NewFile, type NewFrozenReport } from './reports.repository.ts';

type Sealed = Omit<NewFrozenReport, 'files' | 'drawnLater'>;

export interface FreezeRequest {
  readonly roundId: string;
  readonly versionNumber: number;
  /** Ids of the two people. */
  readonly proposedBy: string;
  readonly adoptedBy: string;
  readonly adoptedAt: Date;
}

/**
 * Freezes a round's report (product, section 5): the facts as canonical JSON, their SHA-256, and the files made of them.
 * Called in the transaction that adopts the round, so that neither is ever there without the other. Files are made from
 * the JSON as it was stored, not from what it was made of, so that making them again gives the same bytes.
 */
@Injectable()
export class ReportsFreezer {
  constructor(
    private readonly facts: ReportFactsService,
    private readonly renderer: ReportRenderer,
    private readonly reports: ReportsRepository,
    private readonly uow: UnitOfWork,
  ) {}

  async freeze(request: FreezeRequest): Promise<void> {
    const sealed = await this.seal(request);
    const files = await this.draw(sealed, REPORT_FORMATS);
    await this.reports.createFrozen({ ...sealed, files, drawnLater: false });
  }

  /**
   * Freezes the facts, with nothing but the JSON; `drawUndrawn` makes the other files (ADR 31). For what nobody adopts now: the
   * demo, which people shall not wait for.
   */
  async freezeUndrawn(request: FreezeRequest): Promise<void> {
    const sealed = await this.seal(request);
    await this.reports.createFrozen({ ...sealed, files: [jsonOf(sealed)], drawnLater: true });
  }

  /** Draws what was frozen undrawn, report by report; done twice, it changes nothing. Answers the reports it drew. */
  async drawUndrawn(scope: Scope): Promise<readonly string[]> {
    const undrawn = await this.uow.read(() => this.reports.findUndrawn(REPORT_FORMATS.length), scope);
    for (const report of undrawn) {
      const files = await this.draw(report, REPORT_FORMATS);
      await this.uow.run(() => this.reports.addFiles(report.id, files), scope);
    }
    return undrawn.map(({ id }) => id);
  }

  private async seal({ roundId, versionNumber, proposedBy, adoptedBy, adoptedAt }: FreezeRequest): Promise<Sealed> {
    const names = await this.reports.findPersonNames([proposedBy, adoptedBy]);
    const source = await this.facts.collect(roundId, () => ({
      kind: 'adopted',
      versionNumber,
      adoptedAt: adoptedAt.toISOString(),
      adoptedBy: names.get(adoptedBy) ?? '',
      proposedBy: names.get(proposedBy) ?? '',
    }));
    // The round is about to be adopted; the frozen facts say what it then is.
    const canonicalJson = canonicalFacts({ ...source, round: { ...source.round, state: 'adopted' } });
    return {
      roundId,
      versionNumber,
      canonicalJson,
      sha256: sha256(canonicalJson),
      proposedBy,
      adoptedBy,
      adoptedAt,
    };
  }

  private async draw(
    sealed: Pick<Sealed, 'canonicalJson' | 'sha256'>,
    formats: readonly ReportFormat[],
  ): Promise<NewFile[]> {
    const facts = readFacts(sealed.canonicalJson);
    if (!facts) throw new Error('Frozen in a form that this version cannot draw.');
    const files: NewFile[] = [];
    for (const format of formats) {
      const bytes = await this.renderer.render(facts, format, 'sv', sealed.sha256);
      files.push({ format, bytes, sha256: sha256(bytes) });
    }
    return files;
  }
}

/** The JSON is what was frozen, so nobody has to draw it. */
function jsonOf({ canonicalJson, sha256: checksum }: Sealed): NewFile {
  return { format: 'json', bytes: Buffer.from(canonicalJson, 'utf8'), sha256: checksum };
}
