import { Injectable, Logger } from '@nestjs/common';
import type { Day, Id, Instant } from '@samhandling/contracts';

/** All a mail with an answer link needs to say. `url` holds the secret: it is never logged and never stored. */
export interface AnswerLinkMail {
  readonly countyId: Id;
  readonly personId: Id;
  readonly linkId: Id;
  readonly name: string;
  readonly address: string;
  readonly url: string;
  readonly planTitle: string;
  readonly roundLabel: string;
  readonly due: Day;
  readonly expiresAt: Instant;
  /** Whether the person asked for a new one, or a planner sends it. */
  readonly because: 'renewed' | 'sent_by_planner';
}

/** Whoever can send mail implements this and registers with `AnswerLinkMailService.sendThrough`. */
export abstract class AnswerLinkMailer {
  /** Whether this installation can send at all. Must not depend on the person or the link: the answer is told to anybody. */
  abstract canSend(): boolean;
  /**
   * Sends now, outside any transaction. True when a mail server (or the demo's folder) has it. False or thrown: the link is
   * revoked and the person is told that nothing was sent.
   */
  abstract sendLink(mail: AnswerLinkMail): Promise<boolean>;
}

/** Sends answer links through whatever can send. Nothing registered: nothing is sent, and whoever asks is told so. */
@Injectable()
export class AnswerLinkMailService {
  private readonly logger = new Logger('AnswerLinkMail');
  private mailer: AnswerLinkMailer | null = null;

  sendThrough(mailer: AnswerLinkMailer): void {
    this.mailer = mailer;
  }

  canSend(): boolean {
    return this.mailer?.canSend() ?? false;
  }

  async send(mail: AnswerLinkMail): Promise<boolean> {
    if (!this.mailer) {
      this.logger.warn(`No mail can be sent, so answer link ${mail.linkId} was not.`);
      return false;
    }
    try {
      return await this.mailer.sendLink(mail);
    } catch (fault) {
      // What a mail server says may repeat the letter: its kind is logged, never its words.
      this.logger.error(
        `Answer link ${mail.linkId} could not be sent: ${fault instanceof Error ? fault.name : 'unknown'}`,
      );
      return false;
    }
  }
}
