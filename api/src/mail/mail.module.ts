import { Module } from '@nestjs/common';
import { AnswerLinksModule } from '../answer-links/answer-links.module.ts';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { FollowUpModule } from '../follow-up/follow-up.module.ts';
import { AnswerLinkLetterService } from './answer-link-letter.service.ts';
import { DigestService } from './digest.service.ts';
import { EscalationService } from './escalation.service.ts';
import { MailController } from './mail.controller.ts';
import { MailLogRepository } from './mail-log.repository.ts';
import { MailLogService } from './mail-log.service.ts';
import { MailMessagesRepository } from './mail-messages.repository.ts';
import { MailPeopleRepository } from './mail-people.repository.ts';
import { MailPreferenceService } from './mail-preference.service.ts';
import { MailRunService } from './mail-run.service.ts';
import { MailSenderService } from './mail-sender.service.ts';
import { MailSettingsRepository } from './mail-settings.repository.ts';
import { MailSettingsService } from './mail-settings.service.ts';
import { OrganisationContactController } from './organisation-contact.controller.ts';
import { OrganisationContactService } from './organisation-contact.service.ts';

@Module({
  imports: [AnswerLinksModule, DecisionsModule, FollowUpModule],
  controllers: [MailController, OrganisationContactController],
  providers: [
    AnswerLinkLetterService,
    DigestService,
    EscalationService,
    MailLogRepository,
    MailLogService,
    MailMessagesRepository,
    MailPeopleRepository,
    MailPreferenceService,
    MailRunService,
    MailSenderService,
    MailSettingsRepository,
    MailSettingsService,
    OrganisationContactService,
  ],
})
export class MailModule {}
