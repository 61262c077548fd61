import { Injectable } from '@nestjs/common';
import { currentSession } from '../../platform/http/request-context.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { found, planNotFound } from '../shared/page-head.ts';
import { AnswerCache, type ReadyAnswer } from './answer-cache.ts';
import { toOverview } from './overview.mapper.ts';
import { OverviewRepository } from './overview.repository.ts';

@Injectable()
export class OverviewService {
  private readonly cache = new AnswerCache();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly overviews: OverviewRepository,
  ) {}

  /**
   * The overview, ready to send. It holds both languages, so one answer serves all readers of the plan. The revision is
   * read before the content: a change in between gives a newer content under an older revision, which the next reader,
   * who sees the newer revision, does not find.
   */
  async get(slug: string, round: string | undefined): Promise<ReadyAnswer> {
    const edition = await this.overviews.findRevision(currentSession().countyId, slug);
    if (!edition) throw planNotFound();
    const known = this.cache.find(edition.planId, edition.revision, round ?? '');
    if (known) return known;
    // From where the revision was read: an older content kept under a newer revision would be stale for good.
    const row = await this.uow.read(() => this.overviews.findOverview(slug, round), undefined, 'primary');
    return this.cache.put(edition.planId, edition.revision, round ?? '', toOverview(found(row, round)));
  }
}
