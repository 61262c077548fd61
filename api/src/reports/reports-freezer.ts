import { Injectable } from '@nestjs/common';
import { REPORT_FORMATS } from '@samhandling/contracts';
import { sha256 } from '../platform/files/canonical.ts';
import { canonicalFacts, readFacts } from './files/json.ts';
import { ReportFactsService } from './report-facts.service.ts';
import { ReportRenderer } from './report-renderer.service.ts';
import { ReportsRepository } from './reports.repository.ts';

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
  ) {}

  async freeze({ roundId, versionNumber, proposedBy, adoptedBy, adoptedAt }: FreezeRequest): Promise<void> {
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
    const checksum = sha256(canonicalJson);
    const frozen = readFacts(canonicalJson) ?? source;
    const files = [];
    for (const format of REPORT_FORMATS) {
      const bytes = await this.renderer.render(frozen, format, 'sv', checksum);
      files.push({ format, bytes, sha256: sha256(bytes) });
    }
    await this.reports.createFrozen({
      roundId,
      versionNumber,
      canonicalJson,
      sha256: checksum,
      proposedBy,
      adoptedBy,
      adoptedAt,
      files,
    });
  }
}
