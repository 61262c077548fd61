import { Module } from '@nestjs/common';
import { OutcomeChangesRepository } from './outcome-changes.repository.ts';
import { OutcomeEntryService } from './outcome-entry.service.ts';
import { OutcomesController } from './outcomes.controller.ts';
import { OutcomesRepository } from './outcomes.repository.ts';
import { OutcomesService } from './outcomes.service.ts';

/**
 * Others read outcomes through OutcomesService: rows and series of an activity, the figures of a round, what an
 * organisation owes. They write through OutcomeEntryService.
 */
@Module({
  controllers: [OutcomesController],
  providers: [OutcomesService, OutcomeEntryService, OutcomesRepository, OutcomeChangesRepository],
  exports: [OutcomesService, OutcomeEntryService],
})
export class OutcomesModule {}
