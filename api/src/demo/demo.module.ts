import { Module } from '@nestjs/common';
import { DigestsModule } from '../digests/digests.module.ts';
import { ComputingModule } from '../events/computing/computing.module.ts';
import { MinutesModule } from '../minutes/minutes.module.ts';
import { NeedsModule } from '../needs/needs.module.ts';
import { PapersModule } from '../papers/papers.module.ts';
import { PlansModule } from '../plans/plans.module.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { WorkPlansModule } from '../work-plans/work-plans.module.ts';
import { DemoAskingLoader } from './demo-asking.ts';
import { DemoEventLoader } from './demo-events.ts';
import { DemoFollowUpLoader } from './demo-follow-up.ts';
import { DemoHistoryLoader } from './demo-history.ts';
import { DemoMeetingsLoader } from './demo-meetings.ts';
import { DemoPlanLoader } from './demo-plan.ts';
import { DemoTalksLoader } from './demo-talks.ts';
import { DemoTogetherLoader } from './demo-together.ts';
import { DemoLiftsLoader } from './demo-lifts.ts';
import { DemoMinutesLoader } from './demo-minutes.ts';
import { DemoNeedsLoader } from './demo-needs.ts';
import { DemoPapers } from './demo-papers.ts';
import { DemoRecord } from './demo-record.ts';
import { DemoSittingsLoader } from './demo-sittings.ts';
import { DemoWorkPlanLoader } from './demo-work-plan.ts';

@Module({
  imports: [
    ComputingModule,
    DigestsModule,
    MinutesModule,
    NeedsModule,
    PapersModule,
    PlansModule,
    ReportsModule,
    WorkPlansModule,
  ],
  providers: [
    DemoWorkPlanLoader,
    DemoSittingsLoader,
    DemoPapers,
    DemoRecord,
    DemoNeedsLoader,
    DemoMinutesLoader,
    DemoLiftsLoader,
    DemoAskingLoader,
    DemoEventLoader,
    DemoHistoryLoader,
    DemoMeetingsLoader,
    DemoTalksLoader,
    DemoTogetherLoader,
    DemoPlanLoader,
    DemoFollowUpLoader,
  ],
  exports: [DemoPapers, DemoPlanLoader, DemoFollowUpLoader, DemoMeetingsLoader],
})
export class DemoModule {}
