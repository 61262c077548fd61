import { Injectable } from '@nestjs/common';
import { pages, type Publication, type TransitionOffer } from '@samhandling/contracts';
import {
  isAllowed,
  PUBLICATION_GUARD_REASONS,
  PUBLICATION_TRANSITION_LABELS,
  PUBLICATION_WORKFLOW,
  slugOf,
  takeTransition,
  type GuardAnswers,
  type PublicationGuard,
  type PublicationState,
  type PublicationTransitionName,
} from '@samhandling/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notAllowed, notFound, refused, stale } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { PublishingRepository, type StoredPublication } from './publishing.repository.ts';

/** Shows a plan and its adopted rounds to the public, one by one, and takes them back. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly publications: PublishingRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  ofPlan(slug: string): Promise<Publication> {
    return this.uow.read(async () => toPublication(required(await this.publications.findOfPlan(slug))));
  }

  ofRound(id: string): Promise<Publication> {
    return this.uow.read(async () => toPublication(required(await this.publications.findOfRound(id))));
  }

  movePlan(slug: string, version: number, name: PublicationTransitionName): Promise<Publication> {
    return this.uow.run(async () => {
      await this.publications.lockPlan(slug);
      const stored = required(await this.publications.findOfPlan(slug));
      this.check(stored, version, name);
      // A plan that nobody sees has no rounds that anybody sees, also when it is published again.
      if (name === 'unpublish') {
        for (const id of await this.publications.findPublishedRounds(stored.planId))
          await this.store(required(await this.publications.findOfRound(id)), 'unpublish');
      }
      await this.store(stored, name);
      return toPublication(required(await this.publications.findOfPlan(slug)));
    });
  }

  moveRound(id: string, version: number, name: PublicationTransitionName): Promise<Publication> {
    return this.uow.run(async () => {
      await this.publications.lockRound(id);
      const stored = required(await this.publications.findOfRound(id));
      this.check(stored, version, name);
      await this.store(stored, name);
      return toPublication(required(await this.publications.findOfRound(id)));
    });
  }

  private check(stored: StoredPublication, version: number, name: PublicationTransitionName): void {
    if (stored.version !== version) throw stale(toPublication(stored));
    const result = takeTransition(PUBLICATION_WORKFLOW, stateOf(stored), name, answersOf(stored));
    if (result.allowed) return;
    if (result.reason !== 'guard')
      throw refused(stateOf(stored) === 'published' ? IS_PUBLISHED_ALREADY : IS_NOT_PUBLISHED);
    if (result.failed.includes('is_planner')) throw notAllowed('plan.publish');
    const reasons = result.failed.map((guard) => PUBLICATION_GUARD_REASONS[guard]);
    throw refused({ sv: reasons.map(({ sv }) => sv).join(' '), en: reasons.map(({ en }) => en).join(' ') });
  }

  private async store(stored: StoredPublication, name: PublicationTransitionName): Promise<void> {
    const now = this.clock.now();
    const isStored =
      name === 'unpublish'
        ? await this.publications.unpublish(stored, now)
        : await this.publications.publish(stored, now);
    if (!isStored) throw stale(toPublication(stored));
    const isRound = stored.roundId !== null;
    const after = name === 'unpublish' ? null : (stored.report?.versionNumber ?? null);
    await this.audit.record({
      action: name,
      entity: isRound ? 'follow_up_round' : 'plan',
      entityId: stored.roundId ?? stored.planId,
      ...(isRound
        ? { before: { publishedVersion: stored.publishedVersion }, after: { publishedVersion: after } }
        : { before: { published: name === 'unpublish' }, after: { published: name !== 'unpublish' } }),
    });
  }
}

function required(stored: StoredPublication | null): StoredPublication {
  if (!stored) throw notFound();
  return stored;
}

function stateOf({ publishedAt }: StoredPublication): PublicationState {
  return publishedAt === null ? 'unpublished' : 'published';
}

function answersOf(stored: StoredPublication): GuardAnswers<PublicationGuard> {
  const isRound = stored.roundId !== null;
  return {
    is_planner: isAllowed(currentSession().roles, 'plan.publish'),
    is_adopted: stored.isAdopted && (!isRound || stored.report !== null),
    plan_is_published: !isRound || stored.planIsPublished,
    is_newer_version: isRound && stored.report !== null && stored.report.versionNumber > (stored.publishedVersion ?? 0),
  };
}

/** Steps that belong to another role, or to a version that is not there, are left out rather than offered in vain. */
function offersOf(stored: StoredPublication): TransitionOffer<PublicationTransitionName>[] {
  const { locale } = requestContext();
  const answers = answersOf(stored);
  const state = stateOf(stored);
  return PUBLICATION_WORKFLOW.filter((row) => row.from.includes(state))
    .filter(({ guards }) => !guards.some((guard) => HIDDEN.includes(guard) && answers[guard] !== true))
    .map(({ name }) => {
      const result = takeTransition(PUBLICATION_WORKFLOW, state, name, answers);
      const failed = !result.allowed && result.reason === 'guard' ? result.failed : [];
      return {
        name,
        label: PUBLICATION_TRANSITION_LABELS[name][locale],
        allowed: result.allowed,
        reasons: failed.map((guard) => PUBLICATION_GUARD_REASONS[guard][locale]),
      };
    });
}

function toPublication(stored: StoredPublication): Publication {
  const { version, publishedAt, publishedBy, withdrawnAt, withdrawnBy, publishedVersion } = stored;
  const isSeen = publishedAt !== null && stored.planIsPublished;
  return {
    version,
    state: stateOf(stored),
    publishedAt,
    publishedBy,
    withdrawnAt,
    withdrawnBy,
    publishedVersion,
    page: isSeen ? pages.publicPlan(slugOf(stored.countyName), stored.planSlug) : null,
    transitions: offersOf(stored),
  };
}

const HIDDEN: readonly PublicationGuard[] = ['is_planner', 'is_newer_version'];
const IS_PUBLISHED_ALREADY = { sv: 'Det är redan publicerat.', en: 'It is already published.' };
const IS_NOT_PUBLISHED = { sv: 'Det är inte publicerat.', en: 'It is not published.' };
