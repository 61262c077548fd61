import { Injectable } from '@nestjs/common';
import {
  PAPER_CONTENT_TYPES,
  PAPER_FORMATS,
  type FrozenPaper,
  type PaperFormat,
  type PaperKind,
} from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { buildPaper, type Paper, type PaperFacts } from '@samhandling/report-model';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork, type Scope } from '../platform/database/unit-of-work.ts';
import { canonicalJson, sha256 } from '../platform/files/canonical.ts';
import type { DownloadFile } from '../platform/files/download.ts';
import { notAllowed, notFound, refused } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { ReportRenderer } from '../reports/report-renderer.service.ts';
import { PaperSources } from './paper-sources.service.ts';
import { PapersRepository, type NewFile, type NewPaper, type StoredPaper } from './papers.repository.ts';

export interface FreezeRequest {
  readonly kind: PaperKind;
  readonly subjectId: string;
  /** Whoever's yes freezes it: id of a person. */
  readonly by: string;
  readonly at: Date;
}

/** A paper whose facts are fixed, and what is drawn of it. */
type SealedPaper = Omit<NewPaper, 'files' | 'drawnLater'> & {
  readonly byName: string;
  readonly paper: Paper;
  readonly json: NewFile;
};

const UNKNOWN_FORM = {
  sv: 'Underlaget är fryst i en form som den här versionen av Samhandling inte kan visa. Filerna går att hämta som vanligt.',
  en: 'The paper was frozen in a form that this version of Samhandling cannot show. Its files can be fetched as usual.',
};

/**
 * Papers of every kind, by one path: facts, model, files. What is frozen is handed out as it was; a draft is made now, in the
 * reader's language.
 */
@Injectable()
export class PapersService {
  constructor(
    private readonly sources: PaperSources,
    private readonly papers: PapersRepository,
    private readonly renderer: ReportRenderer,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** For the one who asks: refuses without the right to read that kind. */
  get(kind: PaperKind, subjectId: string): Promise<Paper> {
    this.assertMayRead(kind);
    return this.model(kind, subjectId, requestContext().locale);
  }

  /** Like `get`. */
  getFile(kind: PaperKind, subjectId: string, format: PaperFormat): Promise<DownloadFile> {
    this.assertMayRead(kind);
    return this.render(kind, subjectId, format, requestContext().locale);
  }

  /** 404 when there is no such subject. */
  async model(kind: PaperKind, subjectId: string, locale: Locale): Promise<Paper> {
    const { definition } = this.sources.of(kind);
    const { facts, checksum } = await this.uow.read(() => this.find(kind, subjectId));
    if (!facts) throw refused(UNKNOWN_FORM);
    return buildPaper(definition, facts, locale, checksum);
  }

  /** 404 when there is no such subject. The frozen file where there is one, in Swedish; else one made now. */
  async render(kind: PaperKind, subjectId: string, format: PaperFormat, locale: Locale): Promise<DownloadFile> {
    const { definition } = this.sources.of(kind);
    const { facts, frozen, bytes } = await this.uow.read(async () => {
      const found = await this.find(kind, subjectId);
      return { ...found, bytes: found.frozen ? await this.papers.findFile(found.frozen.id, format) : null };
    });
    if (frozen) {
      const paper = facts && buildPaper(definition, facts, 'sv', frozen.sha256);
      // Not drawn yet: the same facts give the same bytes, so whoever asks early gets what will be kept.
      const drawn =
        bytes ??
        (frozen.drawnLater && paper && format !== 'json' ? await this.renderer.renderPaper(paper, format) : null);
      if (!drawn) throw notFound();
      return {
        bytes: drawn,
        name: `${paper?.fileStem ?? frozen.title}.${format}`,
        contentType: PAPER_CONTENT_TYPES[format],
      };
    }
    if (!facts) throw notFound();
    const paper = buildPaper(definition, facts, locale);
    return {
      bytes:
        format === 'json' ? Buffer.from(canonicalJson(facts), 'utf8') : await this.renderer.renderPaper(paper, format),
      name: `${paper.fileStem}.${format}`,
      contentType: PAPER_CONTENT_TYPES[format],
    };
  }

  /** The newest frozen version; null when there is none. */
  async findFrozen(kind: PaperKind, subjectId: string): Promise<FrozenPaper | null> {
    const found = await this.uow.read(() => this.papers.findFrozen(kind, subjectId));
    if (!found) return null;
    const { id, versionNumber, sha256: checksum, frozenAt, frozenBy } = found;
    return { id, versionNumber, sha256: checksum, frozenAt, frozenBy };
  }

  /**
   * Freezes the paper as its facts stand in the transaction under way, which is the caller's: neither is ever there without
   * the other. The caller holds a lock on the subject. Files are made from the JSON as it is stored, so that making them again
   * gives the same bytes.
   */
  freeze(request: FreezeRequest): Promise<FrozenPaper> {
    return this.uow.run(async () => {
      const { json, paper, ...sealed } = await this.seal(request);
      return this.keep({ ...sealed, drawnLater: false, files: [json, ...(await this.draw(paper))] });
    });
  }

  /** Like `freeze`, with nothing but the JSON; `drawUndrawn` makes the other files (ADR 31). */
  freezeUndrawn(request: FreezeRequest): Promise<FrozenPaper> {
    return this.uow.run(async () => {
      const { json, ...sealed } = await this.seal(request);
      return this.keep({ ...sealed, drawnLater: true, files: [json] });
    });
  }

  /** Draws what was frozen undrawn, paper by paper; done twice, it changes nothing. */
  async drawUndrawn(scope: Scope): Promise<void> {
    const undrawn = await this.uow.read(() => this.papers.findUndrawn(PAPER_FORMATS.length), scope);
    for (const { id, kind, canonicalJson: json, sha256: checksum } of undrawn) {
      const facts = JSON.parse(json) as PaperFacts;
      const files = await this.draw(buildPaper(this.sources.of(kind).definition, facts, 'sv', checksum));
      await this.uow.run(() => this.papers.addFiles(id, files), scope);
    }
  }

  private async seal({ kind, subjectId, by, at }: FreezeRequest): Promise<SealedPaper> {
    const { definition, collect } = this.sources.of(kind);
    const [before, name] = [await this.papers.findFrozen(kind, subjectId), await this.papers.findPersonName(by)];
    const versionNumber = (before?.versionNumber ?? 0) + 1;
    const facts = await collect(subjectId, {
      kind: 'frozen',
      versionNumber,
      frozenAt: at.toISOString(),
      frozenBy: name,
    });
    if (!facts) throw notFound();
    const stored = canonicalJson(facts);
    const checksum = sha256(stored);
    const paper = buildPaper(definition, JSON.parse(stored) as PaperFacts, 'sv', checksum);
    return {
      kind,
      subjectId,
      versionNumber,
      title: paper.fileStem,
      canonicalJson: stored,
      sha256: checksum,
      frozenBy: by,
      frozenAt: at,
      byName: name,
      paper,
      json: { format: 'json', bytes: Buffer.from(stored, 'utf8'), sha256: checksum },
    };
  }

  private async draw(paper: Paper): Promise<NewFile[]> {
    const drawn: NewFile[] = [];
    for (const format of ['docx', 'pdf'] as const) {
      const bytes = await this.renderer.renderPaper(paper, format);
      drawn.push({ format, bytes, sha256: sha256(bytes) });
    }
    return drawn;
  }

  private async keep({ byName, ...paper }: NewPaper & { readonly byName: string }): Promise<FrozenPaper> {
    const { kind, title, versionNumber, sha256: checksum, frozenBy, frozenAt } = paper;
    const id = await this.papers.create(paper);
    await this.audit.record({
      action: 'freeze',
      entity: 'paper',
      entityId: id,
      after: { kind, title, versionNumber, sha256: checksum },
    });
    return {
      id,
      versionNumber,
      sha256: checksum,
      frozenAt: frozenAt.toISOString(),
      frozenBy: { id: frozenBy, name: byName },
    };
  }

  private assertMayRead(kind: PaperKind): void {
    const { permission } = this.sources.of(kind);
    if (!currentSession().permissions.includes(permission)) throw notAllowed(permission);
  }

  /** Facts null: frozen in a form this program does not know. */
  private async find(
    kind: PaperKind,
    subjectId: string,
  ): Promise<{ facts: PaperFacts | null; frozen: StoredPaper | null; checksum: string | null }> {
    const { definition, collect } = this.sources.of(kind);
    const frozen = await this.papers.findFrozen(kind, subjectId);
    if (frozen) {
      const facts = JSON.parse(frozen.canonicalJson) as PaperFacts;
      return { facts: facts.form === definition.form ? facts : null, frozen, checksum: frozen.sha256 };
    }
    const facts = await collect(subjectId, { kind: 'draft', madeAt: this.clock.now().toISOString() });
    if (!facts) throw notFound();
    return { facts, frozen: null, checksum: null };
  }
}
