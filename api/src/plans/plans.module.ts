import { Module } from '@nestjs/common';
import { ActivitiesController } from './activities/activities.controller.ts';
import { ActivitiesService } from './activities/activities.service.ts';
import { ActivityListRepository } from './activities/activity-list.repository.ts';
import { ActivityPageRepository } from './activities/activity-page.repository.ts';
import { GoalPageRepository } from './activities/goal-page.repository.ts';
import { CommitmentRepository } from './commitment/commitment.repository.ts';
import { PlanCommitments } from './commitment/plan-commitments.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { OverviewRepository } from './overview/overview.repository.ts';
import { OverviewService } from './overview/overview.service.ts';
import { PlanWriter } from './plan-writer.ts';

@Module({
  controllers: [OverviewController, ActivitiesController],
  providers: [PlanWriter, OverviewService, OverviewRepository, ActivitiesService, ActivityListRepository, ActivityPageRepository, GoalPageRepository, PlanCommitments, CommitmentRepository],
  exports: [PlanWriter, PlanCommitments],
})
export class PlansModule {}
