import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.ts';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { ListsModule } from '../lists/lists.module.ts';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { HistoryController } from './history.controller.ts';
import { HistoryRepository } from './history.repository.ts';
import { HistoryService } from './history.service.ts';
import { UndoService } from './undo.service.ts';

/** Reads what every feature records, and takes a change back through the feature that made it. */
@Module({
  imports: [FollowUpModule, OutcomesModule, EventsModule, ListsModule],
  controllers: [HistoryController],
  providers: [HistoryService, HistoryRepository, UndoService],
})
export class HistoryModule {}
