import { Inject, Injectable } from '@nestjs/common';
import type { Label, Locale } from '@samhandling/domain';
import { Clock } from '../../platform/clock/clock.ts';
import { ENVIRONMENT } from '../../platform/config/environment.token.ts';
import { Environment } from '../../platform/config/environment.ts';
import { hashOf } from '../../platform/crypto/secrets.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, ProblemException } from '../../platform/http/problem-exception.ts';
import { buildFeed, type FeedCalendar } from './feed-calendar.ts';
import { toFeedEntries } from './feed-entries.mapper.ts';
import { FeedEntriesRepository } from './feed-entries.repository.ts';
import { FeedsRepository, type EndedBecause, type FeedSubject } from './feeds.repository.ts';

/**
 * A day. What has ended never holds again, so whoever hears it need not ask for long, and whatever stands between may answer
 * in our place.
 */
const ENDED_SECONDS = 86_400;
/** Calendars are read by programs that send no language, for people who work in Swedish. */
const FEED_LOCALE: Locale = 'sv';

/** The way in for a calendar program: the secret in the address is all there is, and lets nobody do anything but read this. */
@Injectable()
export class FeedDoorService {
  constructor(
    private readonly feeds: FeedsRepository,
    private readonly entries: FeedEntriesRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async get(token: string): Promise<FeedCalendar> {
    const now = this.clock.now();
    const found = await this.feeds.open(hashOf(token), now);
    if (!found) throw notFound(UNKNOWN);
    if (found.endedBecause !== '') throw ended(found.endedBecause);
    const subject: FeedSubject | null =
      found.personId !== null
        ? { personId: found.personId }
        : found.groupId !== null
          ? { groupId: found.groupId }
          : null;
    if (!subject) throw notFound(UNKNOWN);
    const stored = await this.uow.read(() => this.entries.find(subject, now), {
      countyId: found.countyId,
      personId: found.personId,
    });
    if (!stored) throw notFound(UNKNOWN);
    return buildFeed(stored.name, toFeedEntries(stored, FEED_LOCALE), {
      publicUrl: this.environment.PUBLIC_URL,
      now,
      locale: FEED_LOCALE,
    });
  }
}

function ended(because: EndedBecause): ProblemException {
  return new ProblemException('link_revoked', ENDED_WORDS[because], [], undefined, {
    'Retry-After': String(ENDED_SECONDS),
    'Cache-Control': `private, max-age=${String(ENDED_SECONDS)}`,
  });
}

const UNKNOWN: Label = {
  sv: 'Det finns ingen kalender på den adressen. Kontrollera att hela adressen kom med.',
  en: 'There is no calendar at that address. Check that the whole address came along.',
};
const GONE: Label = {
  sv: 'Kalenderadressen gäller inte längre. Ta bort den ur kalenderprogrammet.',
  en: 'The calendar address no longer holds. Remove it from the calendar program.',
};
const ENDED_WORDS: Readonly<Record<EndedBecause, Label>> = {
  renewed: {
    sv: 'Kalenderadressen har bytts mot en ny. Ta bort den gamla ur kalenderprogrammet och lägg in den nya.',
    en: 'The calendar address has been replaced by a new one. Remove the old one from the calendar program and add the new.',
  },
  removed: GONE,
  left: GONE,
  shut_out: GONE,
};
