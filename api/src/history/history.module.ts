import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.ts';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { ListsModule } from '../lists/lists.module.ts';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { RecordModule } from '../record/record.module.ts';
import { BriefingService } from './briefing.service.ts';
import { HistoryController } from './history.controller.ts';
import { HistoryRepository } from './history.repository.ts';
import { HistoryService } from './history.service.ts';
import { LogController } from './log/log.controller.ts';
import { LogExportService } from './log/log-export.service.ts';
import { LogRepository } from './log/log.repository.ts';
import { LogService } from './log/log.service.ts';
import { LogWordsService } from './log/log-words.service.ts';
import { UndoService } from './undo.service.ts';

/** Reads what every feature records, and takes a change back through the feature that made it. */
@Module({
  imports: [FollowUpModule, OutcomesModule, EventsModule, ListsModule, RecordModule],
  controllers: [HistoryController, LogController],
  providers: [
    BriefingService,
    HistoryService,
    HistoryRepository,
    LogExportService,
    LogRepository,
    LogService,
    LogWordsService,
    UndoService,
  ],
  exports: [BriefingService, LogWordsService],
})
export class HistoryModule {}
