import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { pages, type Id } from '@samhandling/contracts';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { hashOf, newSecret } from '../platform/crypto/secrets.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { Jobs, type Job } from '../platform/jobs/jobs.ts';
import { TryLater } from '../platform/mail/letter-post.ts';
import { Letters, type Letter } from '../platform/mail/letters.ts';
import type { Delivery } from '../platform/mail/mail-transport.ts';
import type { LetterReader } from '../platform/mail/write-letter.ts';
import { AccessLogService } from '../sessions/access-log.service.ts';
import { CredentialsService } from '../sessions/credentials.service.ts';
import { ACCOUNT_LETTER_WORDS, mendedWords, type Mended } from './account-letter-words.ts';
import { OperatorsRepository } from './operators.repository.ts';
import { PasswordResetsRepository } from './password-resets.repository.ts';

const RESET_MINUTES = 60;
/** Letters a person gets in an hour, however often somebody asks. */
const MOST_RESETS = 3;

interface LetterJob {
  readonly kind: 'reset' | 'password_changed' | 'break_glass' | 'account_mended';
  /** Null: somebody asked for an address that nobody has. */
  readonly personId: Id | null;
  readonly browser: string;
  /** One of several it goes to. */
  readonly to?: Id;
  /** What `samhandling account` did, and to which of the person's addresses it is told. */
  readonly mended?: Mended;
  readonly address?: string;
}

type Addressee = Pick<LetterReader, 'name' | 'email' | 'locale'>;

/** Letters about accounts. Each is written when it is sent, so that a secret is nowhere but in the letter. */
@Injectable()
export class AccountLettersService implements OnModuleInit {
  private readonly logger = new Logger('AccountLetters');

  constructor(
    private readonly jobs: Jobs,
    private readonly letters: Letters,
    private readonly resets: PasswordResetsRepository,
    private readonly operators: OperatorsRepository,
    private readonly credentials: CredentialsService,
    private readonly log: AccessLogService,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<LetterJob>('account-letter', (job) => this.send(job));
  }

  private async send(job: Job<LetterJob>): Promise<void> {
    const { kind, personId, browser, to } = job.data;
    if (personId === null) return;
    const scope = { countyId: null, personId };
    if (kind === 'break_glass' && to === undefined) return this.spread(personId, browser);
    const letter = await this.uow.run(() => this.write(job, personId), scope);
    if (letter) this.settle(job, await this.letters.send(letter));
  }

  private write(job: Job<LetterJob>, personId: Id): Promise<Letter | null> {
    switch (job.data.kind) {
      case 'reset':
        return this.writeReset(personId, job);
      case 'password_changed':
        return this.writeChanged();
      case 'break_glass':
        return this.writeBreakGlass(job.data);
      case 'account_mended':
        return this.writeMended(job.data);
    }
  }

  private async writeReset(personId: Id, { data, attempt }: Job<LetterJob>): Promise<Letter | null> {
    const person = await this.credentials.getSelf();
    if (attempt === 0) {
      if ((await this.log.countOwn('reset_asked', 60)) >= MOST_RESETS) return null;
      await this.log.note('reset_asked', personId, {}, data.browser);
    }
    const words = ACCOUNT_LETTER_WORDS[person.locale];
    const { noPassword, noPasswordLead, byProvider, byInvitation, subject, lead, choose, why } = words.reset;
    if (!person.passwordSetAt) {
      const ways = this.environment.providers.find(({ domains }) => domains.includes(person.email.split('@')[1] ?? ''));
      return {
        ...addressed(person),
        subject: noPassword,
        lead: noPasswordLead(ways ? byProvider(ways.name) : byInvitation),
        action: { words: words.open, url: this.letters.address(pages.signIn(), person.locale) },
        why,
      };
    }
    const token = newSecret();
    await this.resets.create(hashOf(token), RESET_MINUTES);
    return {
      ...addressed(person),
      subject,
      lead: lead(RESET_MINUTES),
      action: { words: choose, url: this.letters.address(pages.resetPassword(token), person.locale) },
      why,
    };
  }

  private async writeChanged(): Promise<Letter> {
    const person = await this.credentials.getSelf();
    const { subject, lead, look, why } = ACCOUNT_LETTER_WORDS[person.locale].changed;
    return {
      ...addressed(person),
      subject,
      lead,
      action: { words: look, url: this.letters.address(pages.account(), person.locale) },
      why,
    };
  }

  private async writeBreakGlass({ to, browser }: LetterJob): Promise<Letter | null> {
    const who = await this.credentials.getSelf();
    const operator = (await this.operators.findAll()).find(({ id }) => id === to);
    if (!operator) return null;
    const { subject, lead, why } = ACCOUNT_LETTER_WORDS[operator.locale].breakGlass;
    return {
      ...addressed(operator),
      subject,
      lead: lead(`${who.name} (${who.email})`, browser),
      action: null,
      why,
    };
  }

  private async writeMended({ mended = {}, address }: LetterJob): Promise<Letter> {
    const person = await this.credentials.getSelf();
    const isFormer = mended.newEmail !== undefined && address !== mended.newEmail;
    const words = ACCOUNT_LETTER_WORDS[person.locale];
    const { subject, lead, why } = words.mended;
    return {
      ...addressed(person),
      to: address ?? person.email,
      subject,
      lead: lead(mendedWords(mended, isFormer, person.locale)),
      action: isFormer ? null : { words: words.open, url: this.letters.address(pages.signIn(), person.locale) },
      why,
    };
  }

  /** A job for each of the others, so that one address that fails does not make the rest get it twice. */
  private async spread(personId: Id, browser: string): Promise<void> {
    await this.uow.run(
      async () => {
        const others = (await this.operators.findAll()).filter(({ id }) => id !== personId);
        if (others.length === 0)
          this.logger.warn(`Operator ${personId} signed in with a password, and there is no other operator to tell.`);
        for (const { id } of others)
          await this.jobs.send('account-letter', {
            kind: 'break_glass',
            personId,
            browser,
            to: id,
          } satisfies LetterJob);
      },
      { countyId: null, personId },
    );
  }

  /** What a mail server says may repeat the letter, so only how it went is logged. */
  private settle({ data, isLast }: Job<LetterJob>, { result }: Delivery): void {
    if (result === 'accepted') return;
    this.logger.error(
      `A letter (${data.kind}) to person ${data.to ?? data.personId ?? ''} was not accepted: ${result}`,
    );
    if (result === 'later' && !isLast) throw new TryLater('The mail server asks to try later.');
  }
}

function addressed({ name, email, locale }: Addressee): Pick<Letter, 'to' | 'toName' | 'locale'> {
  return { to: email, toName: name, locale };
}
