import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { PlansModule } from '../plans/plans.module.ts';
import { BulkController } from './bulk/bulk.controller.ts';
import { BulkRepository } from './bulk/bulk.repository.ts';
import { BulkService } from './bulk/bulk.service.ts';
import { SavedViewEntity } from './saved-view.entity.ts';
import { ViewsController } from './views.controller.ts';
import { ViewsRepository } from './views.repository.ts';
import { ViewsService } from './views.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([SavedViewEntity]), PlansModule, FollowUpModule],
  controllers: [ViewsController, BulkController],
  providers: [ViewsService, ViewsRepository, BulkService, BulkRepository],
  exports: [ViewsService],
})
export class ListsModule {}
