import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Id, LiveState } from '@samhandling/contracts';
import { Observable } from 'rxjs';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Readiness } from '../../platform/health/readiness.ts';
import { ProblemException } from '../../platform/http/problem-exception.ts';
import { currentSession, withRequestContext, type RequestSession } from '../../platform/http/request-context.ts';
import { LiveRepository } from './live.repository.ts';

const EVERY_MS = 1_000;
/** Every so many looks, what is between us and the page is shown that the stream lives, and the session is asked for again. */
const HEARTBEAT = 10;
/** In one process. A person has a screen on the wall, a laptop and a telephone; more than this is a mistake. */
const MOST_STREAMS = 6;

export interface LiveMessage {
  readonly type: 'state' | 'heartbeat';
  readonly data: string;
}

interface Follower {
  readonly meetingId: Id;
  readonly session: RequestSession;
  readonly isSignedIn: () => Promise<boolean>;
  readonly send: (message: LiveMessage) => void;
  readonly end: () => void;
  last: string;
}

/**
 * Those who follow meetings with this process. Once a second it asks for the states of all meetings that somebody follows
 * here, in one statement for each county, and tells those to whom something is new. Nothing is kept between processes: a
 * stream that breaks is opened again with whichever process answers, and begins with the state as it is.
 */
@Injectable()
export class LiveFeedService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly followers = new Set<Follower>();
  private timer: NodeJS.Timeout | undefined;
  private looks = 0;
  /** The look under way. A database that is slow is not asked again before it has answered. */
  private looking: Promise<void> | null = null;

  constructor(
    private readonly live: LiveRepository,
    private readonly uow: UnitOfWork,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.onStop(() => this.endAll());
  }

  async onModuleDestroy(): Promise<void> {
    this.endAll();
    clearInterval(this.timer);
    await this.looking;
  }

  /** Begins with the state as it is, and ends with the session, with the process, or when the page goes away. */
  follow(meetingId: Id, first: LiveState, isSignedIn: () => Promise<boolean>): Observable<LiveMessage> {
    const session = currentSession();
    const own = [...this.followers].filter((one) => one.session.personId === session.personId);
    if (own.length >= MOST_STREAMS)
      throw new ProblemException('too_many', {
        sv: `Du följer redan möten i ${MOST_STREAMS} fönster. Stäng något av dem först.`,
        en: `You follow meetings in ${MOST_STREAMS} windows already. Close one of them first.`,
      });
    return new Observable((subscriber) => {
      const follower: Follower = {
        meetingId,
        session,
        isSignedIn,
        send: (message) => subscriber.next(message),
        end: () => subscriber.complete(),
        last: '',
      };
      this.followers.add(follower);
      tell(follower, first);
      this.timer ??= setInterval(
        () => (this.looking ??= this.look().finally(() => (this.looking = null))),
        EVERY_MS,
      ).unref();
      return () => {
        this.followers.delete(follower);
        if (this.followers.size > 0) return;
        clearInterval(this.timer);
        this.timer = undefined;
      };
    });
  }

  private async look(): Promise<void> {
    try {
      this.looks += 1;
      const isBeat = this.looks % HEARTBEAT === 0;
      if (isBeat) await this.endSignedOut();
      const byCounty = Map.groupBy(this.followers, ({ session }) => session.countyId);
      for (const [countyId, followers] of byCounty) await this.lookIn(countyId, followers, isBeat);
    } catch (fault) {
      // The page sees no difference until the database is back: it shows what it has.
      this.logger.warn(fault instanceof Error ? fault.message : String(fault));
    }
  }

  private async lookIn(countyId: Id, followers: readonly Follower[], isBeat: boolean): Promise<void> {
    const ids = [...new Set(followers.map(({ meetingId }) => meetingId))];
    const states = await this.uow.read(() => this.live.find(ids), { countyId, personId: null }, 'primary');
    for (const follower of followers) {
      const state = states.get(follower.meetingId);
      if (!state) follower.end();
      else if (!tell(follower, state) && isBeat) follower.send({ type: 'heartbeat', data: '' });
    }
  }

  private async endSignedOut(): Promise<void> {
    for (const follower of [...this.followers]) {
      const context = { requestId: '', locale: 'sv', source: 'system', session: null } as const;
      if (!(await withRequestContext(context, follower.isSignedIn))) follower.end();
    }
  }

  private endAll(): void {
    for (const follower of [...this.followers]) follower.end();
  }
}

/** True when there was something new to tell. */
function tell(follower: Follower, state: LiveState): boolean {
  const { writer } = state;
  const seen: LiveState = {
    ...state,
    writer: writer && { ...writer, isMe: writer.id === follower.session.personId },
  };
  // The lease is prolonged all the time, which is no news.
  const now = JSON.stringify({ ...seen, writer: writer?.id ?? null });
  if (now === follower.last) return false;
  follower.last = now;
  follower.send({ type: 'state', data: JSON.stringify(seen) });
  return true;
}
