import { Module } from '@nestjs/common';
import { PapersModule } from '../papers/papers.module.ts';
import { DigestFactsRepository } from './digest-facts.repository.ts';
import { DigestLetterService } from './digest-letter.service.ts';
import { DigestPaperService } from './digest-paper.service.ts';
import { DigestsController } from './digests.controller.ts';
import { DigestsRepository } from './digests.repository.ts';
import { DigestsService } from './digests.service.ts';
import { SendingService } from './sending.service.ts';

/** The half-year digest for the consultation group. */
@Module({
  imports: [PapersModule],
  controllers: [DigestsController],
  providers: [
    DigestFactsRepository,
    DigestLetterService,
    DigestPaperService,
    DigestsRepository,
    DigestsService,
    SendingService,
  ],
  exports: [DigestsRepository],
})
export class DigestsModule {}
