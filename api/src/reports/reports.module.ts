import { Module } from '@nestjs/common';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { ReportFactsService } from './report-facts.service.ts';
import { ReportLookup } from './report-lookup.ts';
import { ReportRenderer } from './report-renderer.service.ts';
import { RoundDiffController } from './round-diff.controller.ts';
import { RoundDiffService } from './round-diff.service.ts';
import { ReportsController } from './reports.controller.ts';
import { ReportsFreezer } from './reports-freezer.ts';
import { ReportsRepository } from './reports.repository.ts';
import { ReportsService } from './reports.service.ts';

/** Others freeze a round's report through ReportsFreezer, and fetch files through ReportsService. */
@Module({
  imports: [OutcomesModule],
  controllers: [ReportsController, RoundDiffController],
  providers: [
    ReportRenderer,
    ReportsService,
    ReportFactsService,
    ReportsFreezer,
    ReportLookup,
    ReportsRepository,
    RoundDiffService,
  ],
  exports: [ReportsFreezer, ReportsService, ReportLookup, ReportRenderer],
})
export class ReportsModule {}
