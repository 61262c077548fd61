import { Module } from '@nestjs/common';
import { ComputingModule } from '../events/computing/computing.module.ts';
import { PlansModule } from '../plans/plans.module.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { DemoAskingLoader } from './demo-asking.ts';
import { DemoEventLoader } from './demo-events.ts';
import { DemoFollowUpLoader } from './demo-follow-up.ts';
import { DemoHistoryLoader } from './demo-history.ts';
import { DemoPlanLoader } from './demo-plan.ts';
import { DemoTogetherLoader } from './demo-together.ts';

@Module({
  imports: [ComputingModule, PlansModule, ReportsModule],
  providers: [
    DemoAskingLoader,
    DemoEventLoader,
    DemoHistoryLoader,
    DemoTogetherLoader,
    DemoPlanLoader,
    DemoFollowUpLoader,
  ],
  exports: [DemoPlanLoader, DemoFollowUpLoader],
})
export class DemoModule {}
