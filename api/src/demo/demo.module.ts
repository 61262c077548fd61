import { Module } from '@nestjs/common';
import { PlansModule } from '../plans/plans.module.ts';
import { ReportsModule } from '../reports/reports.module.ts';
import { DemoFollowUpLoader } from './demo-follow-up.ts';
import { DemoPlanLoader } from './demo-plan.ts';

@Module({
  imports: [PlansModule, ReportsModule],
  providers: [DemoPlanLoader, DemoFollowUpLoader],
  exports: [DemoPlanLoader, DemoFollowUpLoader],
})
export class DemoModule {}
