import { Module } from '@nestjs/common';
import { FeedsRepository } from './feeds.repository.ts';
import { FeedsService } from './feeds.service.ts';
import { GroupFeedController } from './group-feed.controller.ts';
import { OwnFeedController } from './own-feed.controller.ts';

/** The addresses. Whoever lets a person go ends theirs through FeedsService. */
@Module({
  controllers: [OwnFeedController, GroupFeedController],
  providers: [FeedsService, FeedsRepository],
  exports: [FeedsService, FeedsRepository],
})
export class FeedsModule {}
