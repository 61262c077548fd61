import { Module } from '@nestjs/common';
import { PlanWriter } from './plan-writer.ts';

@Module({ providers: [PlanWriter], exports: [PlanWriter] })
export class PlansModule {}
