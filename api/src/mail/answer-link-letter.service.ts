import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDay } from '@samhandling/domain';
import {
  AnswerLinkMailer,
  AnswerLinkMailService,
  type AnswerLinkMail,
} from '../answer-links/answer-link-mail.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { DigestService, type WrittenMail } from './digest.service.ts';
import { MailPeopleRepository } from './mail-people.repository.ts';
import { MailSenderService, type LetterToSend } from './mail-sender.service.ts';
import { MailSettingsRepository } from './mail-settings.repository.ts';
import { mailHtml, mailText, type MailContent } from './mail-template.ts';
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
    const { result } = await this.sender.sendOnce(letter);
    return result === 'accepted' || result === 'unknown';
  }

  private async take(mail: AnswerLinkMail): Promise<LetterToSend | null> {
    const [person, settings] = [await this.people.find(mail.personId), await this.settings.find()];
    if (!person || !settings) return null;
    const id = newId();
    await this.sender.claim(id, person, 'link', this.clock.today());
    const about = `${mail.planTitle}, omgång ${mail.roundLabel}`;
    const contents = [{ key: mail.linkId, mark: 'link', words: about }];
    return this.sender.write(id, person, settings, contents, mail.linkId, (optOutToken): WrittenMail => {
      const subject = `Din länk för att svara i ${about}`;
      const ask = settings.replyTo === '' ? '' : ` Undrar du något, skriv till ${settings.replyTo}.`;
      const content: MailContent = {
        greeting: `Hej ${mail.name.split(' ')[0] ?? mail.name}!`,
        lead:
          mail.because === 'renewed'
            ? 'Här är den nya länken som du bad om. Den gamla gäller inte längre.'
            : `Här är din länk för att svara i ${about}. Du behöver inget konto.`,
        sections: [],
        action: { words: 'Öppna och svara', url: mail.url },
        why: `Sista dag att svara är ${formatDay(mail.due, 'sv')}. Länken är bara din och går att öppna till och med ${formatDay(wallTime(new Date(mail.expiresAt)).day, 'sv')}.${ask}`,
        optOut: { words: 'Sluta få utskick', url: `${this.digests.publicUrl}/avanmal#${optOutToken}` },
      };
      return { subject, text: mailText(content), html: mailHtml(content, subject) };
    });
  }
}
