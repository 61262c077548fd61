import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComputingModule } from '../events/computing/computing.module.ts';
import { ActivitiesCsvController } from './activities/activities-csv.controller.ts';
import { ActivitiesCsvService } from './activities/activities-csv.service.ts';
import { ActivitiesController } from './activities/activities.controller.ts';
import { ActivitiesService } from './activities/activities.service.ts';
import { ActivityListRepository } from './activities/activity-list.repository.ts';
import { ActivityPageRepository } from './activities/activity-page.repository.ts';
import { GoalPageRepository } from './activities/goal-page.repository.ts';
import { CommitmentRepository } from './commitment/commitment.repository.ts';
import { CommitmentService } from './commitment/commitment.service.ts';
import { ActivityEditingController } from './editing/activities.controller.ts';
import { ActivityEditingService } from './editing/activity-editing.service.ts';
import { AreasController } from './editing/areas.controller.ts';
import { EditingService } from './editing/editing.service.ts';
import { ElementsRepository } from './editing/elements.repository.ts';
import { GoalsController } from './editing/goals.controller.ts';
import { IndicatorEditingService } from './editing/indicator-editing.service.ts';
import { IndicatorsController } from './editing/indicators.controller.ts';
import { OrderRepository } from './editing/order.repository.ts';
import { PlanOrderService } from './editing/plan-order.service.ts';
import { StructureController } from './editing/structure.controller.ts';
import { StructureRepository } from './editing/structure.repository.ts';
import { ActivityEntity } from './entities/activity.entity.ts';
import { AreaEntity } from './entities/area.entity.ts';
import { GoalEntity } from './entities/goal.entity.ts';
import { IndicatorEntity } from './entities/indicator.entity.ts';
import { PlanEntity } from './entities/plan.entity.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { OverviewRepository } from './overview/overview.repository.ts';
import { OverviewService } from './overview/overview.service.ts';
import { PlanWriter } from './plan-writer.ts';
import { PlansController } from './settings/plans.controller.ts';
import { PlansRepository } from './settings/plans.repository.ts';
import { PlansService } from './settings/plans.service.ts';
import { SummaryController } from './summary/summary.controller.ts';
import { SummaryRepository } from './summary/summary.repository.ts';
import { SummaryService } from './summary/summary.service.ts';

@Module({
  imports: [
    ComputingModule,
    TypeOrmModule.forFeature([PlanEntity, GoalEntity, AreaEntity, ActivityEntity, IndicatorEntity]),
  ],
  controllers: [
    PlansController,
    OverviewController,
    SummaryController,
    ActivitiesController,
    ActivitiesCsvController,
    StructureController,
    GoalsController,
    AreasController,
    ActivityEditingController,
    IndicatorsController,
  ],
  providers: [
    PlanWriter,
    PlansService,
    PlansRepository,
    OverviewService,
    OverviewRepository,
    SummaryService,
    SummaryRepository,
    ActivitiesService,
    ActivitiesCsvService,
    ActivityListRepository,
    ActivityPageRepository,
    GoalPageRepository,
    CommitmentService,
    CommitmentRepository,
    EditingService,
    ActivityEditingService,
    IndicatorEditingService,
    PlanOrderService,
    StructureRepository,
    ElementsRepository,
    OrderRepository,
  ],
  exports: [PlanWriter, CommitmentService, ActivitiesService],
})
export class PlansModule {}
