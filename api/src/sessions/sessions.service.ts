import { Inject, Injectable } from '@nestjs/common';
import { permissionsOf } from '@samhandling/domain';
import type { Id, Session, SignInRequest } from '@samhandling/contracts';
import { randomBytes } from 'node:crypto';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { hashOf, newSecret } from '../platform/crypto/secrets.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ProblemException } from '../platform/http/problem-exception.ts';
import type { RequestSession } from '../platform/http/request-context.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { AccessLogService } from './access-log.service.ts';
import { CredentialsService } from './credentials.service.ts';
import type { SignInCandidate } from './credentials.repository.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SessionsRepository, type OpenSession, type SignInMethod, type StoredSession } from './sessions.repository.ts';
import { TriesService } from './tries.service.ts';

const NOBODY = { countyId: null, personId: null };
const SECOND_FACTOR = {
  sv: 'Öppna appen för tvåstegsinloggning och skriv koden som visas, eller en av dina återställningskoder.',
  en: 'Open the app for two-step sign-in and type the code it shows, or one of your recovery codes.',
};

/** What opened a session besides who did. */
export interface Entry {
  readonly method: SignInMethod;
  /** The name of the provider, where there is one. */
  readonly provider?: string;
  /** Where the person is expected, as by an invitation; otherwise the first of their counties. */
  readonly countyId?: Id;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly credentials: CredentialsService,
    private readonly factors: SecondFactorService,
    private readonly tries: TriesService,
    private readonly log: AccessLogService,
    private readonly jobs: Jobs,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The session behind a cookie, or null when there is none, its time is up or the person is inactive. */
  async find(token: string, prolongs = true): Promise<OpenSession | null> {
    return this.sessions.open(hashOf(token), this.environment.SESSION_IDLE_MINUTES, prolongs);
  }

  /** Answers the new session's token. */
  async signIn(request: SignInRequest, visitor: Visitor): Promise<string> {
    const candidate = await this.credentials.check(request.email, request.password, visitor);
    const scope = { countyId: null, personId: candidate.id };
    const outcome = await this.uow.run(() => this.admit(candidate, request, visitor), scope);
    if (typeof outcome !== 'string') throw outcome;
    return outcome;
  }

  /**
   * Opens a session for somebody who has shown who they are, by whatever way, and answers its token.
   *
   * @throws ProblemException `not_allowed` to somebody without a role anywhere.
   */
  async enter(personId: Id, entry: Entry, visitor: Visitor): Promise<string> {
    const scope = { countyId: null, personId };
    const outcome = await this.uow.run(() => this.open(personId, entry, visitor), scope);
    if (typeof outcome !== 'string') throw outcome;
    return outcome;
  }

  /** A new sign-in in the same browser replaces what was there: the old secret opens nothing from then on. */
  async end(token: string): Promise<void> {
    await this.uow.run(() => this.sessions.end(hashOf(token)), NOBODY);
  }

  async signOut(token: string, personId: Id, browser: string): Promise<void> {
    await this.uow.run(async () => {
      await this.sessions.end(hashOf(token));
      await this.log.note('signed_out', personId, {}, browser);
    });
  }

  async switchCounty(token: string, session: RequestSession, countyId: Id): Promise<void> {
    await this.uow.run(
      async () => {
        const counties = await this.sessions.findCounties();
        if (!counties.some((county) => county.id === countyId)) {
          throw new ProblemException('not_allowed', {
            sv: 'Du har ingen roll i det länet.',
            en: 'You hold no role in that county.',
          });
        }
        await this.sessions.updateCounty(hashOf(token), countyId);
      },
      { countyId: null, personId: session.personId },
    );
  }

  async describe(open: OpenSession): Promise<Session> {
    const organisationIds = open.roles.flatMap((held) => (held.organisationId ? [held.organisationId] : []));
    const places = await this.uow.read(() => this.sessions.findPlaces(open.countyId, organisationIds), {
      countyId: open.countyId,
      personId: open.personId,
    });
    return {
      person: { id: open.personId, name: open.name, email: open.email },
      ...places,
      roles: open.roles,
      permissions: permissionsOf(open.roles),
      csrfToken: open.csrfToken,
      method: open.method,
      expiresAt: new Date(open.expiresAt).toISOString(),
      idleMinutes: this.environment.SESSION_IDLE_MINUTES,
    };
  }

  /** Of the person of the unit of work. */
  findOwn(): Promise<StoredSession[]> {
    return this.sessions.findOwn(this.environment.SESSION_IDLE_MINUTES);
  }

  deleteOwn(id: Id): Promise<boolean> {
    return this.sessions.deleteOwn(id);
  }

  deleteOthers(keepId: Id | null): Promise<number> {
    return this.sessions.deleteOthers(keepId);
  }

  /** The password was right. Answers a token, or why not: what is counted and noted here is kept either way. */
  private async admit(
    candidate: SignInCandidate,
    { email, password, code }: SignInRequest,
    visitor: Visitor,
  ): Promise<string | ProblemException> {
    const person = await this.credentials.getSelf();
    const verdict = await this.factors.check(candidate.id, code);
    if (verdict === 'missing') {
      // No mistake, yet the mistakes before stand: knowing the password must not clear the way for guessing codes.
      await this.tries.giveBack('account', email);
      await this.tries.giveBack('network', visitor.address);
      return new ProblemException('second_factor', SECOND_FACTOR);
    }
    if (verdict === 'wrong') {
      await this.log.note('refused', candidate.id, { reason: 'wrong_code' }, visitor.browser);
      const reason = {
        sv: 'Koden stämmer inte, eller så är den redan använd. Vänta på nästa och försök igen.',
        en: 'The code is wrong, or has been used already. Wait for the next one and try again.',
      };
      return new ProblemException('second_factor', reason, [{ pointer: '/code', code: 'wrong_code', reason }]);
    }
    if (verdict === 'recovery') await this.log.note('recovery_code_used', candidate.id, {}, visitor.browser);
    await this.credentials.settle(email, visitor);
    await this.credentials.keepCurrent(candidate, password);
    const method = person.isOperator ? 'break_glass' : 'password';
    return this.open(candidate.id, { method }, visitor);
  }

  private async open(
    personId: Id,
    { method, provider, countyId: wanted }: Entry,
    visitor: Visitor,
  ): Promise<string | ProblemException> {
    const countyId = wanted ?? (await this.sessions.findFirstCounty());
    if (!countyId) {
      await this.log.note('refused', personId, { reason: 'no_role', ...(provider && { provider }) }, visitor.browser);
      return new ProblemException('not_allowed', {
        sv: 'Du har ingen roll i något län. Be en planerare ge dig en.',
        en: 'You hold no role in any county. Ask a planner to give you one.',
      });
    }
    const token = newSecret();
    await this.sessions.create({
      tokenHash: hashOf(token),
      countyId,
      csrfToken: randomBytes(24).toString('base64url'),
      method,
      browser: visitor.browser,
      hours: this.environment.SESSION_HOURS,
    });
    await this.log.note('signed_in', personId, { method, ...(provider && { provider }) }, visitor.browser);
    if (method === 'break_glass')
      await this.jobs.send('account-letter', { kind: 'break_glass', personId, browser: visitor.browser });
    return token;
  }
}
