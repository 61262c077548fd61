import { Module } from '@nestjs/common';
import { AnswerLinkMailService } from './answer-link-mail.service.ts';
import { AnswerLinkUsesRepository } from './answer-link-uses.repository.ts';
import { AnswerLinksController } from './answer-links.controller.ts';
import { AnswerLinksRepository } from './answer-links.repository.ts';
import { AnswerLinksService } from './answer-links.service.ts';

/**
 * Links and their log. It knows nothing of follow-ups, so that handing over and mail may use it; answering by means of a
 * link is in AnswerModule. Whoever can send mail says so to AnswerLinkMailService.
 */
@Module({
  controllers: [AnswerLinksController],
  providers: [AnswerLinksService, AnswerLinkMailService, AnswerLinksRepository, AnswerLinkUsesRepository],
  exports: [AnswerLinksService, AnswerLinkMailService, AnswerLinksRepository, AnswerLinkUsesRepository],
})
export class AnswerLinksModule {}
