import { Inject, Injectable } from '@nestjs/common';
import { paths, type CalendarFeedAnswer, type CreatedCalendarFeed, type Id } from '@samhandling/contracts';
import { isAllowed, type Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { ENVIRONMENT } from '../../platform/config/environment.token.ts';
import { Environment } from '../../platform/config/environment.ts';
import { hashOf, newSecret } from '../../platform/crypto/secrets.ts';
import { newId } from '../../platform/database/ids.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, refused } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { FeedsRepository, type EndedBecause, type FeedSubject } from './feeds.repository.ts';

/** The addresses calendar programs ask: one's own, and a group's. The secret is told once; a lost one is renewed. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly feeds: FeedsRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  getOwn(): Promise<CalendarFeedAnswer> {
    return this.uow.read(async () => ({ feed: await this.feeds.findInForce(own()), mayManage: true }));
  }

  getOfGroup(groupId: Id): Promise<CalendarFeedAnswer> {
    return this.uow.read(async () => {
      await this.checkGroup(groupId);
      const mayManage = isAllowed(currentSession().roles, 'group.manage');
      return { feed: await this.feeds.findInForce({ groupId }), mayManage };
    });
  }

  createOwn(): Promise<CreatedCalendarFeed> {
    return this.uow.run(() => this.create(own()));
  }

  createOfGroup(groupId: Id): Promise<CreatedCalendarFeed> {
    return this.uow.run(async () => {
      await this.checkGroup(groupId);
      return this.create({ groupId });
    });
  }

  renewOwn(replaces: Id): Promise<CreatedCalendarFeed> {
    return this.uow.run(() => this.renew(own(), replaces));
  }

  renewOfGroup(groupId: Id, replaces: Id): Promise<CreatedCalendarFeed> {
    return this.uow.run(async () => {
      await this.checkGroup(groupId);
      return this.renew({ groupId }, replaces);
    });
  }

  removeOwn(): Promise<void> {
    return this.uow.run(() => this.end(own(), 'removed'));
  }

  removeOfGroup(groupId: Id): Promise<void> {
    return this.uow.run(async () => {
      await this.checkGroup(groupId);
      await this.end({ groupId }, 'removed');
    });
  }

  /** In this county, for whoever leaves it or is shut out. */
  endAllOf(personId: Id, because: Extract<EndedBecause, 'left' | 'shut_out'>): Promise<void> {
    return this.uow.run(() => this.end({ personId }, because));
  }

  private async create(subject: FeedSubject): Promise<CreatedCalendarFeed> {
    const [id, secret] = [newId(), newSecret()];
    await this.feeds.create(id, subject, hashOf(secret), this.clock.now(), currentSession().personId);
    await this.audit.record({ action: 'create', entity: 'calendar_feed', entityId: id, after: { ...subject } });
    const feed = await this.feeds.findInForce(subject);
    if (!feed) throw notFound();
    return { feed, url: `${this.environment.PUBLIC_URL.replace(/\/$/, '')}${paths.calendar(secret)}` };
  }

  private async renew(subject: FeedSubject, replaces: Id): Promise<CreatedCalendarFeed> {
    const ended = await this.feeds.end(subject, 'renewed', this.clock.now(), replaces);
    if (ended.length === 0) throw refused(NOT_IN_FORCE);
    await this.recordEnd(ended, 'renewed');
    return this.create(subject);
  }

  private async end(subject: FeedSubject, because: EndedBecause): Promise<void> {
    await this.recordEnd(await this.feeds.end(subject, because, this.clock.now()), because);
  }

  private async recordEnd(ids: readonly Id[], because: EndedBecause): Promise<void> {
    await this.audit.record(
      ...ids.map((entityId) => ({
        action: 'revoke',
        entity: 'calendar_feed',
        entityId,
        before: { isRevoked: false },
        after: { isRevoked: true, because },
      })),
    );
  }

  private async checkGroup(id: Id): Promise<void> {
    if (!(await this.feeds.groupExists(id))) throw notFound();
  }
}

function own(): FeedSubject {
  return { personId: currentSession().personId };
}

const NOT_IN_FORCE: Label = {
  sv: 'Adressen har redan bytts eller tagits bort. Ladda om sidan för att se hur det är nu.',
  en: 'The address has been renewed or removed already. Reload the page to see how it is now.',
};
