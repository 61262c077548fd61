import { Module } from '@nestjs/common';
import { FigureSightService } from './figure-sight.service.ts';
import { ExplainController } from './explain/explain.controller.ts';
import { ExplainRepository } from './explain/explain.repository.ts';
import { ExplainService } from './explain/explain.service.ts';
import { OutcomeChangesRepository } from './outcome-changes.repository.ts';
import { OutcomeEntryService } from './outcome-entry.service.ts';
import { OutcomesCsvController } from './outcomes-csv.controller.ts';
import { OutcomesCsvService } from './outcomes-csv.service.ts';
import { OutcomesController } from './outcomes.controller.ts';
import { OutcomesRepository } from './outcomes.repository.ts';
import { OutcomesService } from './outcomes.service.ts';
import { TargetsController } from './targets/targets.controller.ts';
import { TargetsRepository } from './targets/targets.repository.ts';
import { TargetsService } from './targets/targets.service.ts';

/**
 * Others read outcomes through OutcomesService: rows and series of an activity, the figures of a round, what an
 * organisation owes. They write through OutcomeEntryService.
 */
@Module({
  controllers: [OutcomesCsvController, OutcomesController, ExplainController, TargetsController],
  providers: [
    OutcomesService,
    OutcomesCsvService,
    OutcomeEntryService,
    OutcomesRepository,
    OutcomeChangesRepository,
    FigureSightService,
    ExplainService,
    ExplainRepository,
    TargetsService,
    TargetsRepository,
  ],
  exports: [FigureSightService, OutcomesService, OutcomeEntryService],
})
export class OutcomesModule {}
