import { Injectable } from '@nestjs/common';
import type { ActivityList, ActivityPage, GoalPage } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { sumCounts } from '../shared/counts.ts';
import { found, planNotFound } from '../shared/page-head.ts';
import type { ActivityFilterDto } from './activity-filter.dto.ts';
import { ActivityListRepository } from './activity-list.repository.ts';
import { editableIn } from './editable-items.ts';
import { toActivityPage } from './activity-page.mapper.ts';
import { ActivityPageRepository } from './activity-page.repository.ts';
import { GoalPageRepository } from './goal-page.repository.ts';

/** Reading of activities: the list, the page of one, and the page of a goal with all of its own. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lists: ActivityListRepository,
    private readonly pages: ActivityPageRepository,
    private readonly goals: GoalPageRepository,
  ) {}

  list(slug: string, filter: ActivityFilterDto): Promise<ActivityList> {
    return this.uow.read(async () => {
      const { plan, round, rounds, items, total, facets } = found(
        await this.lists.findList(slug, filter),
        filter.round,
      );
      const editable = editableIn(round, items, currentSession().roles);
      return { plan, round, rounds, items, editable, total, page: filter.page, pageSize: filter.pageSize, facets };
    });
  }

  getGoal(slug: string, goalId: string, round: string | undefined): Promise<GoalPage> {
    return this.uow.read(async () => {
      const row = found(await this.goals.findPage(slug, round, goalId), round);
      if (!row.goal)
        throw notFound({ sv: 'Målet finns inte i den här planen.', en: 'The goal does not exist in this plan.' });
      return { ...row, goal: { ...row.goal, counts: sumCounts(row.areas.map((area) => area.counts)) } };
    });
  }

  get(slug: string, area: string, number: number): Promise<ActivityPage> {
    return this.uow.read(async () => {
      const row = await this.pages.findPage(slug, area, number);
      if (!row?.plan) throw planNotFound();
      if (!row.activity)
        throw notFound({
          sv: `Planen har ingen aktivitet ${area}/${number}.`,
          en: `The plan has no activity ${area}/${number}.`,
        });
      return toActivityPage({ ...row, plan: row.plan, activity: row.activity }, currentSession().roles);
    });
  }
}
