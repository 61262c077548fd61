import { Injectable } from '@nestjs/common';
import type { PaperKind } from '@samhandling/contracts';
import type { Permission } from '@samhandling/domain';
import type { PaperDefinition, PaperFacts, PaperStanding } from '@samhandling/report-model';
import { notFound } from '../platform/http/problem-exception.ts';

/** Where the facts of one kind of paper come from. */
export interface PaperSource<Facts extends PaperFacts> {
  readonly definition: PaperDefinition<Facts>;
  /** The right to read it, beside the right to read reports. */
  readonly permission: Permission;
  /**
   * The facts of the subject as they stand, in the transaction under way, by a constant number of queries; null when there is
   * no such subject. Small numbers are protected in them already.
   */
  readonly collect: (subjectId: string, standing: PaperStanding) => Promise<Facts | null>;
}

/**
 * Which feature knows the facts of which paper. A feature registers its sources when it starts, so that papers know no
 * feature and features need not know each other to have each other's papers made.
 */
@Injectable()
export class PaperSources {
  private readonly sources = new Map<PaperKind, PaperSource<PaperFacts>>();

  register<Facts extends PaperFacts>(source: PaperSource<Facts>): void {
    const { kind } = source.definition;
    if (this.sources.has(kind)) throw new Error(`Two sources for papers of kind ${kind}.`);
    // What a source has collected is handed to nobody but its own definition.
    this.sources.set(kind, source as unknown as PaperSource<PaperFacts>);
  }

  /** 404 for a kind that nobody makes. */
  of(kind: PaperKind): PaperSource<PaperFacts> {
    const source = this.sources.get(kind);
    if (!source)
      throw notFound({ sv: 'Det finns inget underlag av det slaget.', en: 'There is no paper of that kind.' });
    return source;
  }
}
