import { Module } from '@nestjs/common';
import { FollowUpModule } from '../../follow-up/follow-up.module.ts';
import { OutcomesModule } from '../../outcomes/outcomes.module.ts';
import { AnswerLinksModule } from '../answer-links.module.ts';
import { AnswerController } from './answer.controller.ts';
import { AnswerDoorService } from './answer-door.service.ts';
import { AnswerRepository } from './answer.repository.ts';
import { AnswerService } from './answer.service.ts';
import { AnswerLinkGuard } from './by-answer-link.ts';

/** Answering by means of a link: the way in, the person's own items, and the receipt. */
@Module({
  imports: [AnswerLinksModule, FollowUpModule, OutcomesModule],
  controllers: [AnswerController],
  providers: [AnswerService, AnswerDoorService, AnswerRepository, AnswerLinkGuard],
})
export class AnswerModule {}
