import { Inject, Injectable } from '@nestjs/common';
import type { CurrentItemRequest, Id, LiveState, Writer, WriterRequest } from '@samhandling/contracts';
import { isAllowed } from '@samhandling/domain';
import type { Request } from 'express';
import { of, type Observable } from 'rxjs';
import { MeetingsService } from '../../meetings/meetings.service.ts';
import { ENVIRONMENT } from '../../platform/config/environment.token.ts';
import { Environment } from '../../platform/config/environment.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound, ProblemException, refused } from '../../platform/http/problem-exception.ts';
import { currentSession } from '../../platform/http/request-context.ts';
import { sessionToken } from '../../platform/http/session-cookie.ts';
import { SessionsService } from '../../sessions/sessions.service.ts';
import { PenService } from '../pen/pen.service.ts';
import { LiveFeedService, type LiveMessage } from './live-feed.service.ts';
import { LiveRepository } from './live.repository.ts';

/** Who writes, what is on the screen, and telling those who follow. */
@Injectable()
export class LiveService {
  constructor(
    private readonly live: LiveRepository,
    private readonly feed: LiveFeedService,
    private readonly meetings: MeetingsService,
    private readonly pen: PenService,
    private readonly sessions: SessionsService,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  setWriter(meetingId: Id, { take, force = false }: WriterRequest): Promise<Writer | null> {
    return this.uow.run(async () => {
      if (!take) return this.pen.giveBack(meetingId);
      await this.demandWriting(meetingId);
      return this.pen.take(meetingId, force);
    });
  }

  /** What is on the screen is put there by whoever writes. */
  setCurrent(meetingId: Id, { itemId }: CurrentItemRequest): Promise<LiveState> {
    return this.uow.run(async () => {
      await this.demandWriting(meetingId);
      if (itemId !== null && !(await this.live.isOnAgenda(meetingId, itemId)))
        throw invalid([
          {
            pointer: '/itemId',
            code: 'unknown',
            reason: { sv: 'Punkten finns inte på dagordningen.', en: 'The item is not on the agenda.' },
          },
        ]);
      await this.pen.write(meetingId);
      await this.live.putCurrent(meetingId, itemId);
      return this.load(meetingId);
    });
  }

  /**
   * Whoever asks for an event stream follows until they leave; anybody else, a script or somebody who tries the address, gets
   * the state as it is and the end.
   */
  async follow(meetingId: Id, request: Request): Promise<Observable<LiveMessage>> {
    const first = await this.uow.read(() => this.load(meetingId), undefined, 'primary');
    if (!request.headers.accept?.includes('text/event-stream'))
      return of({ type: 'state', data: JSON.stringify(first) });
    const token = sessionToken(request, this.environment) ?? '';
    const { personId, countyId } = currentSession();
    return this.feed.follow(meetingId, first, async () => {
      const open = await this.sessions.find(token, false);
      return open?.personId === personId && open.countyId === countyId && isAllowed(open.roles, 'group.read');
    });
  }

  private async demandWriting(meetingId: Id): Promise<void> {
    const { mayWrite, lockedReason } = await this.meetings.get(meetingId);
    if (!mayWrite) throw new ProblemException('not_allowed', { sv: lockedReason, en: lockedReason });
    if (lockedReason !== '') throw refused({ sv: lockedReason, en: lockedReason });
  }

  private async load(meetingId: Id): Promise<LiveState> {
    const state = (await this.live.find([meetingId])).get(meetingId);
    if (!state) throw notFound();
    return state;
  }
}
