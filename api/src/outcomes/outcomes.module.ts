import { Module } from '@nestjs/common';
import { OutcomeChangesRepository } from './outcome-changes.repository.ts';
import { OutcomeEntryService } from './outcome-entry.service.ts';
import { OutcomesController } from './outcomes.controller.ts';
import { OutcomesRepository } from './outcomes.repository.ts';
import { OutcomesService } from './outcomes.service.ts';

/** Others read outcomes through OutcomesService: rows and series of an activity, and the figures of a round. */
@Module({
  controllers: [OutcomesController],
  providers: [OutcomesService, OutcomeEntryService, OutcomesRepository, OutcomeChangesRepository],
  exports: [OutcomesService],
})
export class OutcomesModule {}
