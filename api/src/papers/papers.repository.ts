import { Injectable } from '@nestjs/common';
import type { FrozenPaper, PaperFormat, PaperKind } from '@samhandling/contracts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

export interface StoredPaper extends FrozenPaper {
  readonly title: string;
  readonly canonicalJson: string;
  /** Its files come after the freezing, and may not all be there yet. */
  readonly drawnLater: boolean;
}

export interface NewFile {
  readonly format: PaperFormat;
  readonly bytes: Buffer;
  readonly sha256: string;
}

export interface NewPaper {
  readonly kind: PaperKind;
  readonly subjectId: string;
  readonly versionNumber: number;
  readonly title: string;
  readonly canonicalJson: string;
  readonly sha256: string;
  readonly frozenBy: string;
  readonly frozenAt: Date;
  readonly drawnLater: boolean;
  readonly files: readonly NewFile[];
}

export interface UndrawnPaper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly canonicalJson: string;
  readonly sha256: string;
}

/** All SQL of frozen papers. */
@Injectable()
export class PapersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The newest version; null when none has been frozen. */
  async findFrozen(kind: PaperKind, subjectId: string): Promise<StoredPaper | null> {
    const rows = await this.uow.manager.query<(Omit<StoredPaper, 'frozenAt'> & { frozenAt: Date })[]>(
      `SELECT p.id, p.version_number AS "versionNumber", p.title, p.canonical_json AS "canonicalJson", p.sha256,
         p.drawn_later AS "drawnLater", p.frozen_at AS "frozenAt", jsonb_build_object('id', n.id, 'name', n.name) AS "frozenBy"
       FROM paper p JOIN person n ON n.id = p.frozen_by
       WHERE p.kind = $1 AND p.subject_id = $2 ORDER BY p.version_number DESC LIMIT 1`,
      [kind, subjectId],
    );
    const [row] = rows;
    return row ? { ...row, frozenAt: row.frozenAt.toISOString() } : null;
  }

  async findFile(paperId: string, format: PaperFormat): Promise<Buffer | null> {
    const rows = await this.uow.manager.query<{ bytes: Buffer }[]>(
      'SELECT bytes FROM paper_file WHERE paper_id = $1 AND format = $2',
      [paperId, format],
    );
    return rows[0]?.bytes ?? null;
  }

  async create(paper: NewPaper): Promise<string> {
    const id = newId();
    const { kind, subjectId, versionNumber, title, canonicalJson, sha256, frozenBy, frozenAt, drawnLater } = paper;
    await this.uow.manager.query(
      `INSERT INTO paper (id, county_id, kind, subject_id, version_number, title, canonical_json, sha256, frozen_by, frozen_at, drawn_later)
       VALUES ($1, current_county(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, kind, subjectId, versionNumber, title, canonicalJson, sha256, frozenBy, frozenAt, drawnLater],
    );
    await this.addFiles(id, paper.files);
    return id;
  }

  /** What is there already stays: two that draw the same draw the same bytes. */
  async addFiles(paperId: string, files: readonly NewFile[]): Promise<void> {
    for (const { format, bytes, sha256 } of files)
      await this.uow.manager.query(
        `INSERT INTO paper_file (id, county_id, paper_id, format, bytes, sha256) VALUES ($1, current_county(), $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT paper_file_unique DO NOTHING`,
        [newId(), paperId, format, bytes, sha256],
      );
  }

  /** Papers whose files are still to be drawn: those that lack any of `formats`. */
  async findUndrawn(formats: number): Promise<UndrawnPaper[]> {
    return this.uow.manager.query<UndrawnPaper[]>(
      `SELECT p.id, p.kind, p.canonical_json AS "canonicalJson", p.sha256 FROM paper p
       WHERE p.drawn_later AND (SELECT count(*) FROM paper_file d WHERE d.paper_id = p.id) < $1 ORDER BY p.frozen_at, p.id`,
      [formats],
    );
  }

  async findPersonName(id: string): Promise<string> {
    const rows = await this.uow.manager.query<{ name: string }[]>('SELECT name FROM person WHERE id = $1', [id]);
    return rows[0]?.name ?? '';
  }
}
