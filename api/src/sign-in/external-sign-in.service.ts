import { Inject, Injectable } from '@nestjs/common';
import { pages, paths, type Id, type SignInRefusal } from '@samhandling/contracts';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import type { ProviderSettings } from '../platform/config/sign-in-file.ts';
import { hashOf, newSecret } from '../platform/crypto/secrets.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { ProblemException } from '../platform/http/problem-exception.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { AccessLogService } from '../sessions/access-log.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { TriesService } from '../sessions/tries.service.ts';
import { AttemptsRepository, type Attempt } from './attempts.repository.ts';
import { ClaimedRolesService, rolesOf } from './claimed-roles.service.ts';
import { ExternalPeopleRepository } from './external-people.repository.ts';
import { ProviderClientService, type Claims } from './provider-client.service.ts';
import { ProviderRefusal } from './provider-refusal.ts';
import { safeReturn } from './return-to.ts';

const NOBODY = { countyId: null, personId: null };
const LONGEST_EMAIL = 254;
const LONGEST_NAME = 200;

/** Where the browser goes next, and with which new session, if any. */
export interface NextStep {
  readonly location: string;
  readonly token?: string;
}

/** Signing in by a provider, out and back. Whatever goes wrong ends at the sign-in page, which has the words for it. */
@Injectable()
export class ExternalSignInService {
  constructor(
    private readonly attempts: AttemptsRepository,
    private readonly client: ProviderClientService,
    private readonly people: ExternalPeopleRepository,
    private readonly roles: ClaimedRolesService,
    private readonly sessions: SessionsService,
    private readonly tries: TriesService,
    private readonly log: AccessLogService,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** `browser` is the secret that ties the way back to this browser. */
  async begin(providerId: string, wish: unknown, browser: string, visitor: Visitor): Promise<NextStep> {
    const returnTo = safeReturn(wish);
    return this.orRefused(providerId, returnTo, visitor, async () => {
      const provider = this.providerOf(providerId);
      await this.uow.run(() => this.tries.take('provider', visitor.address), NOBODY);
      const checks = { state: newSecret(), nonce: newSecret(), verifier: newSecret() };
      const location = await this.client.begin(provider, checks, this.callback().href);
      const attempt = { provider: providerId, verifier: checks.verifier, nonce: checks.nonce, returnTo };
      await this.uow.run(() => this.attempts.create(hashOf(checks.state), hashOf(browser), attempt), NOBODY);
      return { location: location.href };
    });
  }

  /** `query` is what the provider sent the browser back with, as it stood in the address. */
  async finish(query: string, browser: string | undefined, visitor: Visitor): Promise<NextStep> {
    const callback = this.callback();
    callback.search = query;
    const state = callback.searchParams.get('state') ?? '';
    const attempt = browser === undefined ? null : await this.take(state, browser);
    if (!attempt) return this.orRefused('', '/', visitor, () => Promise.reject(new ProviderRefusal('expired')));
    return this.orRefused(attempt.provider, attempt.returnTo, visitor, async () => {
      const provider = this.providerOf(attempt.provider);
      const { nonce, verifier } = attempt;
      const claims = await this.client.finish(provider, callback, { state, nonce, verifier });
      return { location: safeReturn(attempt.returnTo), token: await this.admit(provider, claims, visitor) };
    });
  }

  private take(state: string, browser: string): Promise<Attempt | null> {
    return this.uow.run(() => this.attempts.take(hashOf(state), hashOf(browser)), NOBODY);
  }

  /** Who it is here, linked, with the roles the claims give, and a session: all of it or nothing. */
  private async admit(provider: ProviderSettings, claims: Claims, visitor: Visitor): Promise<string> {
    const subject = String(claims['sub']);
    const email = emailOf(provider, claims);
    const { personId, isNew } = await this.whoIs(provider, claims, subject, email);
    try {
      return await this.uow.run(
        async () => {
          if (isNew && !(await this.people.create(personId, email, nameOf(claims, email))))
            throw new ProviderRefusal('provider_unavailable', 'made_at_once');
          if (await this.people.hasOther(provider.issuer, subject))
            throw new ProviderRefusal('unknown_person', 'other_identity');
          if (await this.people.link(provider.id, provider.issuer, subject))
            await this.log.note('identity_linked', personId, { provider: provider.name }, visitor.browser);
          await this.people.noteUse(provider.issuer, subject);
          await this.roles.settle(provider, claims, personId);
          return this.sessions.enter(personId, { method: 'provider', provider: provider.name }, visitor);
        },
        { countyId: null, personId },
      );
    } catch (fault) {
      if (fault instanceof ProblemException && fault.code === 'not_allowed') throw new ProviderRefusal('no_role');
      throw fault;
    }
  }

  private async whoIs(
    provider: ProviderSettings,
    claims: Claims,
    subject: string,
    email: string,
  ): Promise<{ readonly personId: Id; readonly isNew: boolean }> {
    const found = await this.uow.read(async () => {
      const identity = await this.people.findIdentity(provider.issuer, subject);
      if (identity) return { id: identity.personId, isActive: identity.isActive };
      return this.people.findByEmail(email);
    }, NOBODY);
    if (found && !found.isActive) throw new ProviderRefusal('inactive');
    if (found) return { personId: found.id, isNew: false };
    if (provider.rolesFrom !== 'claims' || rolesOf(provider, claims).length === 0)
      throw new ProviderRefusal('unknown_person');
    return { personId: newId(), isNew: true };
  }

  private providerOf(id: string): ProviderSettings {
    const provider = this.environment.providers.find((each) => each.id === id);
    if (!provider) throw new ProviderRefusal('provider_unavailable', 'not_set_up');
    return provider;
  }

  private callback(): URL {
    return new URL(`${this.environment.PUBLIC_URL.replace(/\/$/, '')}${paths.signInCallback()}`);
  }

  private async orRefused(
    providerId: string,
    returnTo: string,
    visitor: Visitor,
    body: () => Promise<NextStep>,
  ): Promise<NextStep> {
    try {
      return await body();
    } catch (fault) {
      const refusal = refusalIn(fault);
      if (!refusal) throw fault;
      const name = this.environment.providers.find(({ id }) => id === providerId)?.name;
      const detail = { reason: refusal.because, ...(name !== undefined && { provider: name }) };
      await this.log.note('refused', null, detail, visitor.browser);
      return { location: signInPage(refusal.refusal, returnTo) };
    }
  }
}

function refusalIn(fault: unknown): ProviderRefusal | null {
  if (fault instanceof ProviderRefusal) return fault;
  return fault instanceof ProblemException && fault.code === 'too_many' ? new ProviderRefusal('too_many') : null;
}

/** The sign-in page in the language one came from, with why, and where one was going. */
function signInPage(refusal: SignInRefusal, returnTo: string): string {
  const isEnglish = returnTo === '/en' || /^\/en[/?#]/.test(returnTo);
  const query = new URLSearchParams({ fel: refusal, ...(returnTo !== '/' && { till: returnTo }) });
  return `${isEnglish ? '/en' : ''}${pages.signIn()}?${query.toString()}`;
}

/** The address the provider vouches for, in the form people are kept by. */
function emailOf({ emailClaim, demandVerified, domains }: ProviderSettings, claims: Claims): string {
  const claim = claims[emailClaim];
  const email = typeof claim === 'string' ? claim.trim().toLowerCase() : '';
  if (email.length > LONGEST_EMAIL || !/^[^\s@]+@[^\s@]+$/.test(email)) throw new ProviderRefusal('no_email');
  const { email_verified: verified } = claims;
  if (demandVerified && verified !== true && verified !== 'true')
    throw new ProviderRefusal('no_email', 'unverified_email');
  if (domains.length > 0 && !domains.includes(email.split('@')[1] ?? ''))
    throw new ProviderRefusal('no_email', 'other_domain');
  return email;
}

function nameOf(claims: Claims, email: string): string {
  const name = typeof claims['name'] === 'string' ? claims['name'].replace(/\s+/g, ' ').trim() : '';
  const isFit = name !== '' && name.length <= LONGEST_NAME && name.isWellFormed() && !/\p{Cc}/u.test(name);
  return isFit ? name : (email.split('@')[0] ?? email);
}
