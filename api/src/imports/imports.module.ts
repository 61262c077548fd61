import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlansModule } from '../plans/plans.module.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsRepository } from './imports.repository.ts';
import { ImportsService } from './imports.service.ts';
import { PlanImportEntity } from './plan-import.entity.ts';
import { SourceReader } from './source-reader.ts';

@Module({
  imports: [TypeOrmModule.forFeature([PlanImportEntity]), PlansModule],
  controllers: [ImportsController],
  providers: [ImportsService, ImportsRepository, SourceReader],
  exports: [ImportsService],
})
export class ImportsModule {}
