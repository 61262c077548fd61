import { Inject, Injectable } from '@nestjs/common';
import { permissionsOf } from '@samhandling/domain';
import type { Session } from '@samhandling/contracts';
import { createHash, randomBytes } from 'node:crypto';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ProblemException } from '../platform/http/problem-exception.ts';
import type { RequestSession } from '../platform/http/request-context.ts';
import { passwordMatches } from './passwords.ts';
import { SessionsRepository, type OpenSession } from './sessions.repository.ts';

/** Wrong passwords an address gets before waiting begins; then 1, 2, 4 … seconds up to a minute. */
const FREE_TRIES = 5;
const LONGEST_WAIT_SECONDS = 60;

const NOBODY = { countyId: null, personId: null };

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The session behind a cookie, or null when there is none, it is too old or the person is inactive. */
  async find(token: string): Promise<OpenSession | null> {
    return this.sessions.open(hashOf(token), this.environment.SESSION_HOURS);
  }

  /** Answers the new session's token. Unknown address and wrong password are one and the same answer. */
  async signIn(email: string, password: string): Promise<string> {
    const key = hashOf(email.toLowerCase());
    const candidate = await this.uow.read(async () => {
      const wait = await this.sessions.secondsToWait(key, FREE_TRIES, LONGEST_WAIT_SECONDS);
      if (wait > 0) {
        throw new ProblemException(
          'too_many',
          {
            sv: `För många försök. Vänta ${wait} sekunder och försök igen.`,
            en: `Too many attempts. Wait ${wait} seconds and try again.`,
          },
          [],
          undefined,
          { 'Retry-After': String(wait) },
        );
      }
      return this.sessions.findCandidate(email);
    }, NOBODY);
    const matches = await passwordMatches(candidate?.passwordHash ?? null, password);
    if (!candidate || !matches) {
      await this.uow.run(() => this.sessions.countFailure(key), NOBODY);
      throw new ProblemException('wrong_sign_in', {
        sv: 'Kontrollera båda och försök igen.',
        en: 'Check both and try again.',
      });
    }
    return this.uow.run(
      async () => {
        const [county] = await this.sessions.findCounties();
        if (!county)
          throw new ProblemException('not_allowed', {
            sv: 'Du har ingen roll i något län. Be en planerare ge dig en.',
            en: 'You hold no role in any county. Ask a planner to give you one.',
          });
        const token = randomBytes(32).toString('base64url');
        await this.sessions.create({
          tokenHash: hashOf(token),
          personId: candidate.id,
          countyId: county.id,
          csrfToken: randomBytes(24).toString('base64url'),
        });
        await this.sessions.forgetFailures(key);
        return token;
      },
      { countyId: null, personId: candidate.id },
    );
  }

  async signOut(token: string): Promise<void> {
    await this.uow.run(() => this.sessions.delete(hashOf(token)), NOBODY);
  }

  async switchCounty(token: string, session: RequestSession, countyId: string): Promise<void> {
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
    };
  }
}

/** Only hashes are stored: whoever reads the table cannot sign in with what they find. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
