import { Injectable } from '@nestjs/common';
import type { ActivityList } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { found } from '../shared/page-head.ts';
import type { ActivityFilterDto } from './activity-filter.dto.ts';
import { ActivityListRepository } from './activity-list.repository.ts';

@Injectable()
export class ActivitiesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lists: ActivityListRepository,
  ) {}

  list(slug: string, filter: ActivityFilterDto): Promise<ActivityList> {
    return this.uow.read(async () => {
      const { plan, round, rounds, items, total, facets } = found(await this.lists.findList(slug, filter), filter.round);
      return { plan, round, rounds, items, total, page: filter.page, pageSize: filter.pageSize, facets };
    });
  }
}
