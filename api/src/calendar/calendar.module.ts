import { Module } from '@nestjs/common';
import { FeedDoorController } from './feeds/feed-door.controller.ts';
import { FeedDoorService } from './feeds/feed-door.service.ts';
import { FeedEntriesRepository } from './feeds/feed-entries.repository.ts';
import { FeedsModule } from './feeds/feeds.module.ts';
import { MarksController } from './marks/marks.controller.ts';
import { MarksRepository } from './marks/marks.repository.ts';
import { MarksService } from './marks/marks.service.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { YearController } from './year/year.controller.ts';
import { YearRepository } from './year/year.repository.ts';
import { YearService } from './year/year.service.ts';

/** The year wheel and the calendar feeds. */
@Module({
  imports: [FeedsModule, ReportsModule],
  controllers: [YearController, MarksController, FeedDoorController],
  providers: [YearService, YearRepository, MarksService, MarksRepository, FeedDoorService, FeedEntriesRepository],
})
export class CalendarModule {}
