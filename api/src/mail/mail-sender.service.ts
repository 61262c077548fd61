import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { Day, MailKind } from '@samhandling/domain';
import { createHash, randomBytes } from 'node:crypto';
import { AnswerLinksService } from '../answer-links/answer-links.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { requestContext, withRequestContext } from '../platform/http/request-context.ts';
import type { Job } from '../platform/jobs/jobs.ts';
import { LetterPost, STOPPED, type LetterOutcome } from '../platform/mail/letter-post.ts';
import type { Delivery, OutgoingMail } from '../platform/mail/mail-transport.ts';
import { senderNameOf } from '../platform/mail/write-letter.ts';
import { DigestService, type Prepared, type WrittenMail } from './digest.service.ts';
import { EscalationService } from './escalation.service.ts';
import { MailMessagesRepository, type AboutThing } from './mail-messages.repository.ts';
import { MailPeopleRepository, type MailPerson } from './mail-people.repository.ts';
import { MailSettingsRepository, type StoredMailSettings } from './mail-settings.repository.ts';

/** One person's mail. What it says is not here: that is worked out when it is sent. */
export interface PersonJob {
  readonly countyId: Id;
  readonly personId: Id;
  readonly kind: Exclude<MailKind, 'link'>;
}

export interface LetterToSend extends WrittenMail {
  readonly person: MailPerson;
  readonly settings: StoredMailSettings;
  readonly messageId: Id;
  readonly optOutToken: string;
}

/**
 * Sends one mail, at most once. The day's place is taken and committed before the mail server is spoken to; whatever the
 * place says afterwards is what is known. Where nothing is known, nothing is sent again.
 */
@Injectable()
export class MailSenderService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: MailPeopleRepository,
    private readonly settings: MailSettingsRepository,
    private readonly messages: MailMessagesRepository,
    private readonly digests: DigestService,
    private readonly escalations: EscalationService,
    private readonly links: AnswerLinksService,
    private readonly post: LetterPost,
    private readonly clock: Clock,
  ) {}

  async send(job: Job<PersonJob>): Promise<void> {
    const { countyId, personId } = job.data;
    const scope = { countyId, personId };
    const letter = await this.uow.run(() => this.take(job.data), scope);
    if (letter) await this.deliver(letter, job);
  }

  /** For a mail that is not of the day and holds a secret nobody keeps: one try, and the answer at once. */
  sendOnce(letter: LetterToSend): Promise<Delivery['result']> {
    return this.deliver(letter, { isLast: true });
  }

  private deliver(letter: LetterToSend, job: Pick<Job<unknown>, 'isLast'>): Promise<Delivery['result']> {
    const { messageId, person, settings } = letter;
    const scope = { countyId: settings.countyId, personId: person.id };
    return this.post.deliver(job, scope, { mail: this.outgoing(letter) }, ({ state, reason, sentAt }: LetterOutcome) =>
      this.messages.settle(messageId, state, reason, sentAt),
    );
  }

  /** Null: nothing to send, or somebody else has or had it. */
  private async take({ personId, kind }: PersonJob): Promise<LetterToSend | null> {
    const [person, settings] = [await this.people.find(personId), await this.settings.find()];
    if (!person || !settings) return null;
    const today = this.clock.today();
    const open = await this.messages.findOpen(personId, kind, today);
    const ofToday = open.find(({ day }) => day === today);
    // The queue lets nobody work on a person twice at once, so whoever wrote "sending" is gone.
    for (const { id, state } of open) {
      if (state === 'sending') await this.messages.settle(id, 'unknown', STOPPED, null);
    }
    if (ofToday && !['retrying', 'dropped', 'failed'].includes(ofToday.state)) return null;
    const prepared = await this.prepare(kind, person, settings);
    for (const { id, day, state } of open) {
      if (state !== 'retrying' || (prepared.send && day === today)) continue;
      const words = prepared.send ? 'Ersatt av ett senare brev.' : `Behövdes inte längre: ${prepared.reason.sv}`;
      await this.messages.settle(id, 'dropped', words, null);
    }
    if (!prepared.send) return null;
    const id = ofToday?.id ?? newId();
    if (!(await this.claim(id, person, kind, today))) return null;
    const links = await this.makeLinks(person, prepared.rounds);
    const urls = new Map(links.map(({ roundId, url }) => [roundId, url]));
    return this.write(id, person, settings, prepared.contents, links[0]?.linkId ?? null, (optOutToken) =>
      prepared.write({ messageId: id, optOutToken, links: urls }),
    );
  }

  claim(messageId: Id, person: MailPerson, kind: MailKind, day: Day): Promise<boolean> {
    const { id: personId, address } = person;
    return this.messages.claim({ id: messageId, personId, address, kind, day, now: this.clock.now() });
  }

  /** Gives the letter its opt-out and remembers what it is about. */
  async write(
    messageId: Id,
    person: MailPerson,
    settings: StoredMailSettings,
    contents: readonly AboutThing[],
    answerLinkId: Id | null,
    words: (optOutToken: string) => WrittenMail,
  ): Promise<LetterToSend> {
    const optOutToken = randomBytes(32).toString('base64url');
    const written = words(optOutToken);
    const optOutHash = hashOfToken(optOutToken);
    await this.messages.describe(messageId, { subject: written.subject, contents, answerLinkId, optOutHash });
    return { ...written, person, settings, messageId, optOutToken };
  }

  private prepare(kind: PersonJob['kind'], person: MailPerson, settings: StoredMailSettings): Promise<Prepared> {
    return kind === 'digest' ? this.digests.prepare(person, settings) : this.escalations.prepare(person, settings);
  }

  /** Made by the system, not by the person they are for. */
  private async makeLinks(
    person: MailPerson,
    rounds: readonly Id[],
  ): Promise<{ roundId: Id; linkId: Id; url: string }[]> {
    const made: { roundId: Id; linkId: Id; url: string }[] = [];
    for (const roundId of rounds) {
      const { link, url } = await withRequestContext({ ...requestContext(), source: 'system', session: null }, () =>
        this.links.create(person.id, roundId),
      );
      made.push({ roundId, linkId: link.id, url });
    }
    return made;
  }

  private outgoing({
    person,
    settings,
    messageId,
    optOutToken,
    locale,
    subject,
    text,
    html,
  }: LetterToSend): OutgoingMail {
    return {
      id: messageId,
      locale,
      countyId: settings.countyId,
      fromName: senderNameOf(settings),
      replyTo: settings.replyTo,
      to: person.address,
      toName: person.name,
      subject,
      text,
      html,
      at: this.clock.now(),
      optOutUrl: `${this.digests.publicUrl}/api/v1/mail/opt-out?token=${optOutToken}`,
    };
  }
}

/** Only hashes are stored: whoever reads the table can opt nobody out. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
