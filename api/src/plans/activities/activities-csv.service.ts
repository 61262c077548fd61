import { Injectable } from '@nestjs/common';
import { toCsv } from '../../platform/files/csv.ts';
import type { DownloadFile } from '../../platform/files/download.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { activityRows } from './activities-csv.ts';
import { ActivitiesService } from './activities.service.ts';
import type { ActivityFilterDto } from './activity-filter.dto.ts';

/** More activities than any plan has: the file is the whole list, not a page of it. */
const ALL = 10_000;

/** The list of activities as CSV for Swedish Excel, by the same filter as the list. */
@Injectable()
export class ActivitiesCsvService {
  constructor(private readonly activities: ActivitiesService) {}

  async get(slug: string, filter: ActivityFilterDto): Promise<DownloadFile> {
    const { locale } = requestContext();
    const { plan, round, items } = await this.activities.list(slug, { ...filter, page: 1, pageSize: ALL });
    const title = locale === 'sv' ? 'Aktiviteter' : 'Activities';
    return {
      bytes: toCsv(activityRows(plan, round, items, locale)),
      name: `${`${title} ${round?.label ?? ''}`.trim()}.csv`,
      contentType: 'text/csv; charset=utf-8',
    };
  }
}
