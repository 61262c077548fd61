import { Injectable } from '@nestjs/common';
import { REPORT_CONTENT_TYPES, type ReportFormat } from '@samhandling/contracts';
import { buildCountyReport, type CountyReport, type ReportSource } from '@samhandling/report-model';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound, refused } from '../platform/http/problem-exception.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { readFacts } from './files/json.ts';
import { ReportFactsService } from './report-facts.service.ts';
import { ReportRenderer } from './report-renderer.service.ts';
import { ReportsRepository, type FrozenReport } from './reports.repository.ts';

export interface ReportFile {
  readonly bytes: Buffer;
  /** "Länsrapport 2025 Älvmarks län ANDTS (version 1).pdf" */
  readonly name: string;
  readonly contentType: string;
}

const NO_SUCH_VERSION = {
  sv: 'Omgången har ingen fastställd rapport med den versionen.',
  en: 'The round has no adopted report of that version.',
};

const UNKNOWN_FORM = {
  sv: 'Den fastställda rapporten är sparad i en form som den här versionen av Samhandling inte kan visa. Filerna går att hämta som vanligt.',
  en: 'The adopted report is stored in a form that this version of Samhandling cannot show. Its files can be fetched as usual.',
};

/**
 * Hands out reports: an open round's as a draft made now, an adopted round's as it was frozen. A version asked for by
 * number is always a frozen one. Drafts follow the reader's language; frozen files are in the language they were adopted in.
 */
@Injectable()
export class ReportsService {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly facts: ReportFactsService,
    private readonly renderer: ReportRenderer,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** 404 when round or version does not exist. */
  async getReport(roundId: string, version: number | null): Promise<CountyReport> {
    const { locale } = requestContext();
    const frozen = await this.findFrozen(roundId, version);
    if (frozen) {
      const facts = readFacts(frozen.canonicalJson);
      if (!facts) throw refused(UNKNOWN_FORM);
      return buildCountyReport(facts, locale, frozen.sha256);
    }
    return buildCountyReport(await this.collectDraft(roundId), locale);
  }

  /** 404 when round or version does not exist. */
  async getFile(roundId: string, format: ReportFormat, version: number | null): Promise<ReportFile> {
    const { locale } = requestContext();
    const frozen = await this.findFrozen(roundId, version);
    if (frozen) {
      const file = await this.uow.read(() => this.reports.findFrozenFile(frozen.id, format));
      const facts = readFacts(frozen.canonicalJson);
      // Not drawn yet: the same facts give the same bytes, so whoever asks early gets what will be kept.
      const bytes =
        file?.bytes ??
        (frozen.drawnLater && facts ? await this.renderer.render(facts, format, 'sv', frozen.sha256) : null);
      if (!bytes) throw notFound(NO_SUCH_VERSION);
      const stem = facts
        ? buildCountyReport(facts, 'sv', frozen.sha256).fileStem
        : `Länsrapport (version ${frozen.versionNumber})`;
      return { bytes, ...named(stem, format) };
    }
    const draft = await this.collectDraft(roundId);
    return {
      bytes: await this.renderer.render(draft, format, locale, null),
      ...named(buildCountyReport(draft, locale).fileStem, format),
    };
  }

  private findFrozen(roundId: string, version: number | null): Promise<FrozenReport | null> {
    return this.uow.read(async () => {
      const round = await this.reports.findRound(roundId);
      if (!round) throw notFound();
      if (version === null && round.state !== 'adopted') return null;
      const frozen = await this.reports.findFrozen(roundId, version);
      if (!frozen) throw notFound(NO_SUCH_VERSION);
      return frozen;
    });
  }

  private collectDraft(roundId: string): Promise<ReportSource> {
    return this.facts.collect(roundId, ({ versionNumber }) => ({
      kind: 'draft',
      versionNumber,
      madeAt: this.clock.now().toISOString(),
    }));
  }
}

function named(fileStem: string, format: ReportFormat): Pick<ReportFile, 'name' | 'contentType'> {
  return { name: `${fileStem}.${format}`, contentType: REPORT_CONTENT_TYPES[format] };
}
