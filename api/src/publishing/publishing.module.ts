import { Module } from '@nestjs/common';
import { PublishingController } from './publishing.controller.ts';
import { PublishingRepository } from './publishing.repository.ts';
import { PublishingService } from './publishing.service.ts';

@Module({
  controllers: [PublishingController],
  providers: [PublishingService, PublishingRepository],
  exports: [PublishingService],
})
export class PublishingModule {}
