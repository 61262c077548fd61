import { Inject, Injectable } from '@nestjs/common';
import {
  pages,
  type AnswerLink,
  type AnswerLinkList,
  type AnswerLinkUse,
  type CreateAnswerLinkRequest,
  type CreatedAnswerLink,
  type Day,
  type Id,
} from '@samhandling/contracts';
import { addDays, roundTakesAnswers } from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ENVIRONMENT } from '../platform/config/environment.token.ts';
import { Environment } from '../platform/config/environment.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, refused } from '../platform/http/problem-exception.ts';
import { requestContext } from '../platform/http/request-context.ts';
import { AnswerLinkMailService, type AnswerLinkMail } from './answer-link-mail.service.ts';
import { AnswerLinksRepository, type LinkTarget } from './answer-links.repository.ts';
import { noMail } from './link-words.ts';
import { hashOf, newSecret } from '../platform/crypto/secrets.ts';

/** The longest a link may hold, in days from today. */
export const MOST_LINK_DAYS = 90;

export interface NewAnswerLink {
  readonly link: AnswerLink;
  /** The secret itself, told here and never again. */
  readonly token: string;
  /** Where the person goes with it. The secret stands after `#`, which no browser sends to a server. */
  readonly url: string;
}

type Target = LinkTarget & { readonly person: NonNullable<LinkTarget['person']> };

/** Making, listing and revoking answer links. What is done by means of one is in `answer/`. */
@Injectable()
export class AnswerLinksService {
  constructor(
    private readonly links: AnswerLinksRepository,
    private readonly mail: AnswerLinkMailService,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  list(roundId: Id): Promise<AnswerLinkList> {
    return this.uow.read(async () => {
      const withoutLink = await this.links.findWithoutLink(roundId, this.clock.now());
      if (!withoutLink) throw notFound();
      return { links: await this.links.findOfRound(roundId, this.clock.now()), withoutLink };
    });
  }

  listUses(id: Id): Promise<readonly AnswerLinkUse[]> {
    return this.uow.read(async () => {
      if (!(await this.links.get(id, this.clock.now()))) throw notFound();
      return this.links.findUses(id);
    });
  }

  /** A planner makes one: told in the answer, or mailed and then not told to anybody. */
  async createForPlanner(roundId: Id, request: CreateAnswerLinkRequest): Promise<CreatedAnswerLink> {
    if (!request.sendMail) {
      const { link, url } = await this.create(request.personId, roundId, request.expiresOn);
      return { link, url };
    }
    if (!this.mail.canSend()) throw noMail();
    const made = await this.create(request.personId, roundId, request.expiresOn);
    await this.uow.settle();
    if (await this.send(made, roundId, 'sent_by_planner')) return { link: made.link, url: null };
    await this.uow.run(() => this.revokeAll([made.link.id], NOT_SENT));
    throw noMail();
  }

  /**
   * Makes a link for a person with items in a round that takes answers, in the unit of work under way if there is one. 404 for
   * an unknown round, 409 when it takes no answers, 422 when the person has nothing there or the day is out of range.
   * Earlier links of the same person go on holding.
   */
  create(personId: Id, roundId: Id, expiresOn?: Day): Promise<NewAnswerLink> {
    return this.uow.run(async () => {
      const target = await this.findTarget(personId, roundId);
      const today = this.clock.today();
      const lastDay = expiresOn ?? addDays(today, target.linkDays);
      checkDay(lastDay, today);
      const token = newSecret();
      const id = await this.links.insert({
        personId,
        roundId,
        planId: target.planId,
        tokenHash: hashOf(token),
        createdAt: this.clock.now(),
        createdBy: this.actor(),
        lastDay,
      });
      await this.audit.record({
        action: 'create',
        entity: 'answer_link',
        entityId: id,
        after: { personId, roundId, expiresOn: lastDay },
      });
      return { link: await this.getLink(id), token, url: this.urlOf(token) };
    });
  }

  /** Sends a new link. Outside any transaction: a slow mail server must not hold rows. */
  async send({ link, url }: NewAnswerLink, roundId: Id, because: AnswerLinkMail['because']): Promise<boolean> {
    const { countyId, target } = await this.uow.run(async () => ({
      countyId: requestContext().session?.countyId ?? '',
      target: await this.links.findTarget(link.person.id, roundId),
    }));
    if (!target) return false;
    return this.mail.send({
      countyId,
      personId: link.person.id,
      linkId: link.id,
      name: link.person.name,
      address: link.person.email,
      url,
      planTitle: target.planTitle,
      roundLabel: target.roundLabel,
      due: target.due,
      expiresAt: link.expiresAt,
      because,
    });
  }

  /** Ends a link at once, whoever has it open. Revoking what is revoked changes nothing. */
  revoke(id: Id, reason: string): Promise<AnswerLink> {
    return this.uow.run(async () => {
      await this.getLink(id);
      await this.revokeAll([id], reason);
      return this.getLink(id);
    });
  }

  /** Ends all links of a person in these rounds, as when somebody else takes over what they answer for. */
  revokeFor(personId: Id, roundIds: readonly Id[], reason: string): Promise<number> {
    return this.uow.run(async () => this.revokeAll(await this.links.findInForce(personId, roundIds), reason));
  }

  /** Ends every link of a person in the county, as when they leave it. */
  revokeAllOf(personId: Id, reason: string): Promise<number> {
    return this.uow.run(async () => this.revokeAll(await this.links.findAllInForce(personId), reason));
  }

  async revokeAll(ids: readonly Id[], reason: string): Promise<number> {
    const revoked = await this.links.revoke(ids, reason, this.actor(), this.clock.now());
    await this.audit.record(
      ...revoked.map((id) => ({
        action: 'revoke',
        entity: 'answer_link',
        entityId: id,
        before: { isRevoked: false },
        after: { isRevoked: true, reason },
      })),
    );
    return revoked.length;
  }

  private async findTarget(personId: Id, roundId: Id): Promise<Target> {
    const target = await this.links.findTarget(personId, roundId);
    if (!target) throw notFound();
    if (!roundTakesAnswers(target.roundState)) {
      throw refused({
        sv: `Omgången ${target.roundLabel} tar inte emot svar, så det finns inget att svara på med en länk.`,
        en: `The round ${target.roundLabel} takes no answers, so there is nothing to answer by a link.`,
      });
    }
    const { person } = target;
    if (!person?.isActive || person.items === 0) {
      throw invalid([
        {
          pointer: '/personId',
          code: 'no_items',
          reason: {
            sv: 'Personen är inte rapportör för något i omgången. Tilldela något först.',
            en: 'The person reports nothing in the round. Assign something first.',
          },
        },
      ]);
    }
    return { ...target, person };
  }

  private async getLink(id: Id): Promise<AnswerLink> {
    const link = await this.links.get(id, this.clock.now());
    if (!link) throw notFound();
    return link;
  }

  /** Nobody when the system does it, and also when the holder of a link renews it themselves. */
  private actor(): Id | null {
    const { session, source } = requestContext();
    return source === 'link' ? null : (session?.personId ?? null);
  }

  private urlOf(token: string): string {
    return `${this.environment.PUBLIC_URL.replace(/\/$/, '')}${pages.answer(token)}`;
  }
}

const NOT_SENT = 'Mejlet gick inte att skicka.';

function checkDay(lastDay: Day, today: Day): void {
  if (lastDay >= today && lastDay <= addDays(today, MOST_LINK_DAYS)) return;
  throw invalid([
    {
      pointer: '/expiresOn',
      code: 'out_of_range',
      reason: {
        sv: `Välj en dag från i dag till högst ${MOST_LINK_DAYS} dagar framåt.`,
        en: `Choose a day from today to at most ${MOST_LINK_DAYS} days ahead.`,
      },
    },
  ]);
}
