import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { AdoptionService } from './adoption/adoption.service.ts';
import { FollowUpEntity } from './follow-ups/follow-up.entity.ts';
import { FollowUpsController } from './follow-ups/follow-ups.controller.ts';
import { FollowUpsRepository } from './follow-ups/follow-ups.repository.ts';
import { FollowUpsService } from './follow-ups/follow-ups.service.ts';
import { GoalJudgementEntity } from './goal-judgements/goal-judgement.entity.ts';
import { GoalJudgementsController } from './goal-judgements/goal-judgements.controller.ts';
import { GoalJudgementsService } from './goal-judgements/goal-judgements.service.ts';
import { RoundFiguresRepository } from './rounds/round-figures.repository.ts';
import { RoundOpeningRepository } from './rounds/round-opening.repository.ts';
import { RoundTransitionsService } from './rounds/round-transitions.service.ts';
import { RoundEntity } from './rounds/round.entity.ts';
import { RoundsController } from './rounds/rounds.controller.ts';
import { RoundsRepository } from './rounds/rounds.repository.ts';
import { RoundsService } from './rounds/rounds.service.ts';
import { ToDoController } from './to-do/to-do.controller.ts';
import { ToDoRepository } from './to-do/to-do.repository.ts';
import { ToDoService } from './to-do/to-do.service.ts';

@Module({
  imports: [
    OutcomesModule,
    ReportsModule,
    TypeOrmModule.forFeature([RoundEntity, FollowUpEntity, GoalJudgementEntity]),
  ],
  controllers: [RoundsController, FollowUpsController, GoalJudgementsController, ToDoController],
  providers: [
    RoundsRepository,
    RoundFiguresRepository,
    RoundOpeningRepository,
    RoundsService,
    RoundTransitionsService,
    AdoptionService,
    FollowUpsRepository,
    FollowUpsService,
    GoalJudgementsService,
    ToDoRepository,
    ToDoService,
  ],
  exports: [FollowUpsService],
})
export class FollowUpModule {}
