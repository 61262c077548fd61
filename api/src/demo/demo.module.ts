import { Module } from '@nestjs/common';
import { ComputingModule } from '../events/computing/computing.module.ts';
import { PlansModule } from '../plans/plans.module.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { DemoEventLoader } from './demo-events.ts';
import { DemoFollowUpLoader } from './demo-follow-up.ts';
import { DemoPlanLoader } from './demo-plan.ts';

@Module({
  imports: [ComputingModule, PlansModule, ReportsModule],
  providers: [DemoEventLoader, DemoPlanLoader, DemoFollowUpLoader],
  exports: [DemoPlanLoader, DemoFollowUpLoader],
})
export class DemoModule {}
