import { Module, type OnModuleInit } from '@nestjs/common';
import { WORK_PLAN } from '@samhandling/report-model';
import { NeedsModule } from '../needs/needs.module.ts';
import { PaperSources } from '../papers/paper-sources.service.ts';
import { PapersModule } from '../papers/papers.module.ts';
import { WorkPlanFactsRepository } from './work-plan-facts.repository.ts';
import { WorkPlanItemsRepository } from './work-plan-items.repository.ts';
import { WorkPlanItemsService } from './work-plan-items.service.ts';
import { WorkPlansController } from './work-plans.controller.ts';
import { WorkPlansRepository } from './work-plans.repository.ts';
import { WorkPlansService } from './work-plans.service.ts';

/** The year's work plan, from the plan and the needs. */
@Module({
  imports: [NeedsModule, PapersModule],
  controllers: [WorkPlansController],
  providers: [
    WorkPlansService,
    WorkPlansRepository,
    WorkPlanItemsService,
    WorkPlanItemsRepository,
    WorkPlanFactsRepository,
  ],
  exports: [WorkPlansRepository, WorkPlanItemsRepository],
})
export class WorkPlansModule implements OnModuleInit {
  constructor(
    private readonly sources: PaperSources,
    private readonly facts: WorkPlanFactsRepository,
  ) {}

  onModuleInit(): void {
    this.sources.register({
      definition: WORK_PLAN,
      permission: 'group.read',
      collect: (id, standing) => this.facts.collect(id, standing),
    });
  }
}
