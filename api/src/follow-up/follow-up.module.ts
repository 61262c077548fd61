import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComputingModule } from '../events/computing/computing.module.ts';
import { LettersModule } from '../letters/letters.module.ts';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { ParticipationModule } from '../participation/participation.module.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { AdoptionService } from './adoption/adoption.service.ts';
import { FollowUpEntity } from './follow-ups/follow-up.entity.ts';
import { FollowUpUndoService } from './follow-ups/follow-up-undo.service.ts';
import { FollowUpsController } from './follow-ups/follow-ups.controller.ts';
import { FollowUpsRepository } from './follow-ups/follow-ups.repository.ts';
import { FollowUpsService } from './follow-ups/follow-ups.service.ts';
import { GoalJudgementEntity } from './goal-judgements/goal-judgement.entity.ts';
import { GoalJudgementsController } from './goal-judgements/goal-judgements.controller.ts';
import { GoalJudgementsService } from './goal-judgements/goal-judgements.service.ts';
import { HandoverLinksRepository } from './handovers/handover-links.repository.ts';
import { HandoversController } from './handovers/handovers.controller.ts';
import { HandoversRepository } from './handovers/handovers.repository.ts';
import { HandoversService } from './handovers/handovers.service.ts';
import { ReportersController } from './reporters/reporters.controller.ts';
import { ReportersRepository } from './reporters/reporters.repository.ts';
import { ReportersService } from './reporters/reporters.service.ts';
import { ResponsesController } from './responses/responses.controller.ts';
import { ResponsesRepository } from './responses/responses.repository.ts';
import { ResponsesService } from './responses/responses.service.ts';
import { RoundFiguresRepository } from './rounds/round-figures.repository.ts';
import { RoundOpeningRepository } from './rounds/round-opening.repository.ts';
import { RoundTransitionsService } from './rounds/round-transitions.service.ts';
import { RoundEntity } from './rounds/round.entity.ts';
import { RoundsController } from './rounds/rounds.controller.ts';
import { RoundsRepository } from './rounds/rounds.repository.ts';
import { RoundsService } from './rounds/rounds.service.ts';
import { RoundAttentionService } from './to-do/round-attention.service.ts';
import { ToDoController } from './to-do/to-do.controller.ts';
import { ToDoRepository } from './to-do/to-do.repository.ts';
import { ToDoService } from './to-do/to-do.service.ts';

@Module({
  imports: [
    ComputingModule,
    LettersModule,
    OutcomesModule,
    ParticipationModule,
    ReportsModule,
    TypeOrmModule.forFeature([RoundEntity, FollowUpEntity, GoalJudgementEntity]),
  ],
  controllers: [
    RoundsController,
    FollowUpsController,
    GoalJudgementsController,
    ToDoController,
    ReportersController,
    ResponsesController,
    HandoversController,
  ],
  providers: [
    RoundsRepository,
    RoundFiguresRepository,
    RoundOpeningRepository,
    RoundsService,
    RoundTransitionsService,
    AdoptionService,
    FollowUpsRepository,
    FollowUpsService,
    FollowUpUndoService,
    GoalJudgementsService,
    RoundAttentionService,
    ToDoRepository,
    ToDoService,
    ReportersRepository,
    ReportersService,
    ResponsesRepository,
    ResponsesService,
    HandoversRepository,
    HandoverLinksRepository,
    HandoversService,
  ],
  exports: [ToDoService, RoundAttentionService, FollowUpsService, FollowUpUndoService, GoalJudgementsService],
})
export class FollowUpModule {}
