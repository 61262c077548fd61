import { Inject, Injectable } from '@nestjs/common';
import type { AnswerLinkUse } from '@samhandling/contracts';
import { permissionsOf, roundTakesAnswers } from '@samhandling/domain';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { Clock } from '../../platform/clock/clock.ts';
import { ENVIRONMENT } from '../../platform/config/environment.token.ts';
import { Environment } from '../../platform/config/environment.ts';
import { UnitOfWork, type Scope } from '../../platform/database/unit-of-work.ts';
import type { ProblemException } from '../../platform/http/problem-exception.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { AnswerLinkMailService } from '../answer-link-mail.service.ts';
import { AnswerLinkUsesRepository } from '../answer-link-uses.repository.ts';
import { AnswerLinksRepository, type FoundLink } from '../answer-links.repository.ts';
import { AnswerLinksService } from '../answer-links.service.ts';
import { browserName } from '../../platform/http/browser-name.ts';
import {
  expiredLink,
  noLinkSession,
  noMail,
  otherBrowser,
  revokedLink,
  tooManyRefusals,
  tooManyRenewals,
  unknownLink,
} from '../link-words.ts';
import { hashOf, newSecret } from '../../platform/crypto/secrets.ts';
import { linkCookie, secretsOf } from './link-cookie.ts';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
/** Refused openings of one link in an hour, after which it answers nothing but that it waits. */
const MOST_REFUSALS = 10;
/** New links a person may ask for in a day. */
const MOST_RENEWALS = 3;
const REPLACED = 'Ersatt av en nyare länk.';

export interface Opened {
  readonly link: FoundLink;
  readonly cookie: string;
}

type Refusal = { readonly problem: ProblemException; readonly because: string };

/** The way in: what a link's secret and a browser's cookie are good for. Each try at a known link is logged, refused or not. */
@Injectable()
export class AnswerDoorService {
  constructor(
    private readonly links: AnswerLinksRepository,
    private readonly uses: AnswerLinkUsesRepository,
    private readonly service: AnswerLinksService,
    private readonly mail: AnswerLinkMailService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Binds the link to the browser that asks, or lets the one it is bound to in again. */
  async open(token: string, request: Request): Promise<Opened> {
    const link = await this.findByToken(token);
    if (!link) throw unknownLink();
    const secrets = secretsOf(request);
    const outcome = await this.uow.run(async (): Promise<Refusal | { secret: string; csrfToken: string }> => {
      const bound = await this.links.findBrowserHash(link.id);
      const known = bound ? secrets.find((secret) => timingSafeEqual(hashOf(secret), bound)) : undefined;
      const refusal = this.refusalOf(link) ?? (bound && !known ? OTHER_BROWSER() : null);
      if (refusal) return this.refuse(link, request, refusal);
      if (known) {
        await this.uses.add(link.id, this.clock.now(), 'open', browserOf(request));
        return { secret: known, csrfToken: link.csrfToken ?? '' };
      }
      const [secret, csrfToken] = [newSecret(), newSecret()];
      if (!(await this.links.bind(link.id, hashOf(secret), csrfToken, this.clock.now()))) {
        return this.refuse(link, request, OTHER_BROWSER());
      }
      await this.uses.add(link.id, this.clock.now(), 'open', browserOf(request));
      return { secret, csrfToken };
    }, scopeOf(link));
    if ('problem' in outcome) throw outcome.problem;
    const opened = { ...link, csrfToken: outcome.csrfToken };
    beginSession(opened);
    const seconds = Math.floor((Date.parse(link.expiresAt) - this.clock.now().getTime()) / 1000);
    const secure = this.environment.isHttps;
    return { link: opened, cookie: linkCookie(outcome.secret, secrets, seconds, secure) };
  }

  /** The link behind the cookie, looked at anew for every request. Opens the session of the request. */
  async enter(request: Request): Promise<FoundLink> {
    const [secret] = secretsOf(request);
    const link = secret === undefined ? null : await this.links.find(hashOf(secret));
    if (!link?.byBrowser) throw noLinkSession();
    const refusal = this.refusalOf(link);
    if (refusal) {
      await this.refuseAndKeep(link, request, refusal.because);
      throw refusal.problem;
    }
    beginSession(link);
    return link;
  }

  /** Logs a refusal by itself, so that it is there although the request is undone. */
  async refuseAndKeep(link: FoundLink, request: Request, because: string): Promise<void> {
    await this.uow.run(
      () => this.uses.add(link.id, this.clock.now(), 'refused', browserOf(request), because),
      scopeOf(link),
    );
  }

  /**
   * Sends a new link to the address the old one was for, and ends the old. Silent about whether the secret is known, and about a
   * link that was revoked by somebody: only the planner can put that right.
   */
  async renew(token: string, request: Request): Promise<void> {
    if (!this.mail.canSend()) throw noMail();
    const link = await this.findByToken(token);
    if (!link?.person.isActive || link.revokedAt !== null) return;
    beginSession(link);
    const outcome = await this.uow.run(async () => {
      if (!(await this.links.hold(link.id))) return null;
      const since = new Date(this.clock.now().getTime() - DAY_SECONDS * 1000);
      if ((await this.uses.countRenewals(link.personId, since)) >= MOST_RENEWALS) {
        return this.refuse(link, request, { problem: tooManyRenewals(DAY_SECONDS), because: 'too_many' });
      }
      const target = await this.links.findTarget(link.personId, link.roundId);
      if (!target?.person?.items || !roundTakesAnswers(target.roundState)) return null;
      await this.uses.add(link.id, this.clock.now(), 'renew', browserOf(request));
      return this.service.create(link.personId, link.roundId);
    }, scopeOf(link));
    if (!outcome) return;
    if ('problem' in outcome) throw outcome.problem;
    const isSent = await this.service.send(outcome, link.roundId, 'renewed');
    await this.uow.run(
      () =>
        this.service.revokeAll(
          [isSent ? link.id : outcome.link.id],
          isSent ? REPLACED : 'Mejlet gick inte att skicka.',
        ),
      scopeOf(link),
    );
    if (!isSent) throw noMail();
  }

  async log(link: FoundLink, action: AnswerLinkUse['action'], request: Request): Promise<void> {
    await this.uses.add(link.id, this.clock.now(), action, browserOf(request));
  }

  private async findByToken(token: string): Promise<FoundLink | null> {
    const link = await this.links.find(hashOf(token));
    // A browser's secret is no link: whoever got hold of a cookie cannot turn it into one.
    return link && !link.byBrowser ? link : null;
  }

  private refusalOf(link: FoundLink): Refusal | null {
    if (link.revokedAt !== null) return { problem: revokedLink(), because: 'link_revoked' };
    if (!link.person.isActive) return { problem: revokedLink(), because: 'person_inactive' };
    if (Date.parse(link.expiresAt) <= this.clock.now().getTime())
      return { problem: expiredLink(), because: 'link_expired' };
    return null;
  }

  /** In the unit of work under way, which must then end well: the caller throws after it. */
  private async refuse(link: FoundLink, request: Request, refusal: Refusal): Promise<Refusal> {
    const since = new Date(this.clock.now().getTime() - HOUR_SECONDS * 1000);
    const isWorn = (await this.uses.countRefused(link.id, since)) >= MOST_REFUSALS;
    const because = isWorn ? 'too_many' : refusal.because;
    await this.uses.add(link.id, this.clock.now(), 'refused', browserOf(request), because);
    return isWorn ? { problem: tooManyRefusals(HOUR_SECONDS), because } : refusal;
  }
}

const OTHER_BROWSER = (): Refusal => ({ problem: otherBrowser(), because: 'link_other_browser' });

function scopeOf(link: FoundLink): Scope {
  return { countyId: link.countyId, personId: link.personId };
}

function browserOf(request: Request): string {
  return browserName(request.headers['user-agent']);
}

/** The person of the link with their roles as a reporter, whatever else they are: a link is for one purpose. */
function beginSession(link: FoundLink): void {
  const roles = link.roles.filter(({ role }) => role === 'reporter');
  const context = requestContext();
  context.source = 'link';
  context.session = {
    personId: link.personId,
    personName: link.person.name,
    countyId: link.countyId,
    roles,
    permissions: permissionsOf(roles),
    csrfToken: link.csrfToken ?? '',
  };
}
