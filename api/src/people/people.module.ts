import { Module } from '@nestjs/common';
import { AnswerLinksModule } from '../answer-links/answer-links.module.ts';
import { FeedsModule } from '../calendar/feeds/feeds.module.ts';
import { HistoryModule } from '../history/history.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { PersonDataController } from './data/person-data.controller.ts';
import { PersonDataRepository } from './data/person-data.repository.ts';
import { PersonDataService } from './data/person-data.service.ts';
import { InvitationLetterService } from './invitations/invitation-letter.service.ts';
import { InvitationsController } from './invitations/invitations.controller.ts';
import { InvitationsRepository } from './invitations/invitations.repository.ts';
import { InvitationsService } from './invitations/invitations.service.ts';
import { LeavingRepository } from './leaving.repository.ts';
import { LeavingService } from './leaving.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleRepository } from './people.repository.ts';
import { PeopleService } from './people.service.ts';
import { RoleRules } from './role-rules.ts';

/** Who is in a county, how they come in and how they leave; and all that is held about each. */
@Module({
  imports: [AnswerLinksModule, FeedsModule, HistoryModule, SessionsModule],
  controllers: [PersonDataController, PeopleController, InvitationsController],
  providers: [
    PeopleService,
    PeopleRepository,
    LeavingService,
    LeavingRepository,
    RoleRules,
    InvitationsService,
    InvitationsRepository,
    InvitationLetterService,
    PersonDataService,
    PersonDataRepository,
  ],
})
export class PeopleModule {}
