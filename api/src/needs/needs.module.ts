import { Module } from '@nestjs/common';
import { AnonymousAnswersRepository } from './answering/anonymous-answers.repository.ts';
import { AnsweringController } from './answering/answering.controller.ts';
import { AnsweringRepository } from './answering/answering.repository.ts';
import { AnsweringService } from './answering/answering.service.ts';
import { NeedsLinkGuard } from './answering/by-needs-link.ts';
import { InventoriesController } from './inventories/inventories.controller.ts';
import { InventoriesRepository } from './inventories/inventories.repository.ts';
import { InventoriesService } from './inventories/inventories.service.ts';
import { NeedsInvitationsController } from './invitations/invitations.controller.ts';
import { InvitationsRepository } from './invitations/invitations.repository.ts';
import { InvitationsService } from './invitations/invitations.service.ts';
import { NeedsLetterService } from './invitations/needs-letter.service.ts';
import { NeedsRepository } from './results/needs.repository.ts';
import { NeedsService } from './results/needs.service.ts';
import { NeedsResultsController } from './results/results.controller.ts';
import { ResultsRepository } from './results/results.repository.ts';
import { ResultsService } from './results/results.service.ts';

/** The needs inventory: a questionnaire by link, and what it gave. The work plan chooses needs through NeedsService. */
@Module({
  controllers: [InventoriesController, NeedsInvitationsController, NeedsResultsController, AnsweringController],
  providers: [
    InventoriesService,
    InventoriesRepository,
    InvitationsService,
    InvitationsRepository,
    NeedsLetterService,
    AnsweringService,
    AnsweringRepository,
    AnonymousAnswersRepository,
    NeedsLinkGuard,
    ResultsService,
    ResultsRepository,
    NeedsService,
    NeedsRepository,
  ],
  exports: [NeedsService, InventoriesRepository, InvitationsRepository, AnonymousAnswersRepository, NeedsRepository],
})
export class NeedsModule {}
