import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { HistoryModule } from '../history/history.module.ts';
import { MeetingsModule } from '../meetings/meetings.module.ts';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { LiveFeedService } from './live/live-feed.service.ts';
import { LiveRepository } from './live/live.repository.ts';
import { LiveService } from './live/live.service.ts';
import { PenModule } from './pen/pen.module.ts';
import { WalkThroughController } from './walk-through.controller.ts';
import { WalkThroughRepository } from './walk-through.repository.ts';
import { WalkThroughService } from './walk-through.service.ts';

/** A meeting under way: everything about each item, who has the pen, and what those who follow are told. */
@Module({
  imports: [DecisionsModule, FollowUpModule, HistoryModule, MeetingsModule, OutcomesModule, PenModule, SessionsModule],
  controllers: [WalkThroughController],
  providers: [LiveFeedService, LiveRepository, LiveService, WalkThroughRepository, WalkThroughService],
})
export class WalkThroughModule {}
