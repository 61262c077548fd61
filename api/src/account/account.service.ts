import { Inject, Injectable } from '@nestjs/common';
import type {
  Account,
  ConfirmTotpRequest,
  Id,
  PutPasswordRequest,
  RecoveryCodes,
  RemoveTotpRequest,
  TotpSetup,
} from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, refused } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { AccessLogService } from '../sessions/access-log.service.ts';
import { CredentialsService } from '../sessions/credentials.service.ts';
import { SecondFactorService } from '../sessions/second-factor.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { eventWords } from './event-words.ts';
import { IdentitiesRepository } from './identities.repository.ts';

const MOST_EVENTS = 50;
const WRONG_CODE = {
  sv: 'Koden stämmer inte, eller så är den redan använd. Vänta på nästa och försök igen.',
  en: 'The code is wrong, or has been used already. Wait for the next one and try again.',
};

/** What a person sees and changes of their own sign-in. Everything here is about whoever is signed in, and nobody else. */
@Injectable()
export class AccountService {
  constructor(
    private readonly identities: IdentitiesRepository,
    private readonly credentials: CredentialsService,
    private readonly factors: SecondFactorService,
    private readonly sessions: SessionsService,
    private readonly log: AccessLogService,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  get(): Promise<Account> {
    const { sessionId } = currentSession();
    const { locale } = requestContext();
    return this.uow.read(async () => {
      const person = await this.credentials.getSelf();
      const factor = await this.factors.find();
      const [identities, sessions] = [await this.identities.findOwn(), await this.sessions.findOwn()];
      const events = await this.log.findOwn(MOST_EVENTS);
      return {
        name: person.name,
        email: person.email,
        letterLocale: person.locale,
        password: person.passwordSetAt && { setAt: person.passwordSetAt.toISOString() },
        totp: factor?.confirmedAt
          ? { since: factor.confirmedAt.toISOString(), recoveryCodesLeft: factor.recoveryCodesLeft }
          : null,
        identities: identities.map(({ since, lastUsedAt, provider, ...identity }) => ({
          ...identity,
          provider: this.environment.providers.find(({ id }) => id === provider)?.name ?? provider,
          since: since.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        })),
        sessions: sessions.map(({ since, lastSeenAt, expiresAt, ...session }) => ({
          ...session,
          isThis: session.id === sessionId,
          since: since.toISOString(),
          lastSeenAt: lastSeenAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        })),
        events: events.map(({ at, kind, detail, browser }) => ({
          at: at.toISOString(),
          kind,
          detail: eventWords(detail, locale),
          browser,
        })),
      };
    });
  }

  /** Whoever has had the old password is out at once: all other sessions end. */
  async updatePassword({ current, password }: PutPasswordRequest, visitor: Visitor): Promise<void> {
    const person = await this.uow.read(() => this.credentials.getSelf());
    if (person.passwordSetAt) await this.credentials.confirm(person, current, '/current', visitor);
    await this.uow.run(async () => {
      await this.credentials.set(person, password);
      await this.sessions.deleteOthers(currentSession().sessionId ?? null);
      await this.log.note('password_changed', person.id, {}, visitor.browser);
      await this.jobs.send('account-letter', {
        kind: 'password_changed',
        personId: person.id,
        browser: visitor.browser,
      });
    });
  }

  updateLetterLocale(locale: Locale): Promise<void> {
    return this.uow.run(async () => {
      const before = await this.credentials.getSelf();
      if (before.locale === locale) return;
      await this.credentials.setLetterLocale(locale);
      await this.audit.record({
        action: 'update',
        entity: 'person',
        entityId: before.id,
        before: { letterLocale: before.locale },
        after: { letterLocale: locale },
      });
    });
  }

  async startTotp(password: string, visitor: Visitor): Promise<TotpSetup> {
    const person = await this.uow.read(() => this.credentials.getSelf());
    if (!person.passwordSetAt)
      throw refused({
        sv: 'Du loggar in via en leverantör, som sköter det andra steget. Här gäller det bara lösenord.',
        en: 'You sign in by a provider, which takes care of the second step. Here it goes with a password only.',
      });
    await this.credentials.confirm(person, password, '/password', visitor);
    return this.uow.run(() => this.factors.start(person.email));
  }

  async confirmTotp({ code }: ConfirmTotpRequest, visitor: Visitor): Promise<RecoveryCodes> {
    const { personId } = currentSession();
    const codes = await this.uow.run(async () => {
      const made = await this.factors.confirm(personId, code);
      if (made) await this.log.note('totp_on', personId, {}, visitor.browser);
      return made;
    });
    if (!codes) throw wrongCode();
    return codes;
  }

  async removeTotp({ password, code }: RemoveTotpRequest, visitor: Visitor): Promise<void> {
    const person = await this.uow.read(() => this.credentials.getSelf());
    await this.credentials.confirm(person, password, '/password', visitor);
    const isOff = await this.uow.run(async () => {
      const verdict = await this.factors.check(person.id, code);
      if (verdict === 'wrong' || verdict === 'missing') return false;
      await this.factors.remove();
      if (verdict !== 'not_wanted') await this.log.note('totp_off', person.id, {}, visitor.browser);
      return true;
    });
    if (!isOff) throw wrongCode();
  }

  async deleteSession(id: Id, visitor: Visitor): Promise<{ readonly wasThis: boolean }> {
    const { personId, sessionId } = currentSession();
    await this.uow.run(async () => {
      if (!(await this.sessions.deleteOwn(id))) throw notFound();
      await this.log.note('session_revoked', personId, {}, visitor.browser);
    });
    return { wasThis: id === sessionId };
  }

  async revokeOthers(visitor: Visitor): Promise<void> {
    const { personId, sessionId } = currentSession();
    await this.uow.run(async () => {
      const count = await this.sessions.deleteOthers(sessionId ?? null);
      if (count > 0) await this.log.note('session_revoked', personId, {}, visitor.browser);
    });
  }
}

function wrongCode(): Error {
  return invalid([{ pointer: '/code', code: 'wrong_code', reason: WRONG_CODE }]);
}
