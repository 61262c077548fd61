import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AnswerLinkMailer,
  AnswerLinkMailService,
  type AnswerLinkMail,
} from '../answer-links/answer-link-mail.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { aboutLink, writeLinkLetter } from './answer-link-letter-words.ts';
import { DigestService, type WrittenMail } from './digest.service.ts';
import { MailPeopleRepository } from './mail-people.repository.ts';
import { MailSenderService, type LetterToSend } from './mail-sender.service.ts';
import { MailSettingsRepository } from './mail-settings.repository.ts';
import { mailHtml, mailText } from '../platform/mail/mail-template.ts';
import { siteIn } from '../platform/mail/write-letter.ts';
import { wallTime } from './swedish-time.ts';

/**
 * The letter with an answer link somebody asked for. The link's secret is nowhere but in it, so there is no job and no
 * second try: whoever asked is told at once how it went.
 */
@Injectable()
export class AnswerLinkLetterService extends AnswerLinkMailer implements OnModuleInit {
  constructor(
    private readonly answerLinks: AnswerLinkMailService,
    private readonly uow: UnitOfWork,
    private readonly people: MailPeopleRepository,
    private readonly settings: MailSettingsRepository,
    private readonly digests: DigestService,
    private readonly sender: MailSenderService,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.answerLinks.sendThrough(this);
  }

  canSend(): boolean {
    return true;
  }

  /** A letter that may have arrived counts as sent: calling the link back would leave a dead one in somebody's inbox. */
  async sendLink(mail: AnswerLinkMail): Promise<boolean> {
    const scope = { countyId: mail.countyId, personId: mail.personId };
    const letter = await this.uow.run(() => this.take(mail), scope);
    if (!letter) return false;
    const result = await this.sender.sendOnce(letter);
    return result === 'accepted' || result === 'unknown';
  }

  private async take(mail: AnswerLinkMail): Promise<LetterToSend | null> {
    const [person, settings] = [await this.people.find(mail.personId), await this.settings.find()];
    if (!person || !settings) return null;
    const id = newId();
    await this.sender.claim(id, person, 'link', this.clock.today());
    const about = aboutLink(mail.planTitle, mail.roundLabel, person.locale);
    const contents = [{ key: mail.linkId, mark: 'link', words: about }];
    return this.sender.write(id, person, settings, contents, mail.linkId, (optOutToken): WrittenMail => {
      const { subject, content } = writeLinkLetter({
        to: { name: mail.name, locale: person.locale },
        plan: mail.planTitle,
        round: mail.roundLabel,
        isRenewed: mail.because === 'renewed',
        url: mail.url,
        optOutUrl: `${siteIn(person.locale, this.digests.publicUrl)}/avanmal#${optOutToken}`,
        due: mail.due,
        last: wallTime(new Date(mail.expiresAt)).day,
        replyTo: settings.replyTo,
      });
      return { locale: person.locale, subject, text: mailText(content), html: mailHtml(content, subject) };
    });
  }
}
