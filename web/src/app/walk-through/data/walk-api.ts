import { HttpClient, HttpContext, HttpHeaders } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type CurrentItemRequest,
  type Id,
  type LiveState,
  type Meeting,
  type MeetingTransitionRequest,
  type WalkThrough,
  type Writer,
  type WriterRequest,
  paths,
} from '@samhandling/contracts';
import { type Observable, firstValueFrom, timeout } from 'rxjs';
import { ASKS_ABOUT_SESSION } from '../../core/session.ts';
import type { Operation, Resource } from './operations.ts';

/** A connection that neither answers nor breaks is lost after this. */
const PATIENCE = 20_000;

const PATCHED: Readonly<Record<Resource, (id: Id) => string>> = {
  item: paths.agendaItem,
  followUp: paths.followUp,
  decision: paths.decision,
  actionPoint: paths.actionPoint,
  lift: paths.lift,
};

/** All of it runs behind the page: a lost session is told in its head, and never asks on top of what the room looks at. */
@Service()
export class WalkApi {
  private readonly http = inject(HttpClient);

  get(id: Id): Promise<WalkThrough> {
    return answer(this.http.get<WalkThrough>(paths.meetingWalkThrough(id), behind()));
  }

  meeting(id: Id): Promise<Meeting> {
    return answer(this.http.get<Meeting>(paths.meeting(id), behind()));
  }

  writer(id: Id, request: WriterRequest): Promise<Writer | null> {
    return answer(this.http.post<Writer | null>(paths.meetingWriter(id), request, behind()));
  }

  current(id: Id, request: CurrentItemRequest): Promise<LiveState> {
    return answer(this.http.put<LiveState>(paths.meetingCurrent(id), request, behind()));
  }

  transition(id: Id, version: number, request: MeetingTransitionRequest): Promise<Meeting> {
    return answer(this.http.post<Meeting>(paths.meetingTransitions(id), request, behind(ifMatch(version))));
  }

  send(operation: Operation): Promise<unknown> {
    switch (operation.kind) {
      case 'patch': {
        const body = { ...operation.change, ...operation.along };
        const address = PATCHED[operation.resource](operation.targetId);
        return answer(this.http.patch(address, body, behind(ifMatch(operation.version))));
      }
      case 'transition': {
        const address = paths.agendaItemTransitions(operation.itemId);
        return answer(this.http.post(address, operation.request, behind(ifMatch(operation.version))));
      }
      case 'thing': {
        const address = {
          decision: paths.decisionTransitions,
          actionPoint: paths.actionPointTransitions,
          lift: paths.liftTransitions,
        }[operation.resource](operation.targetId);
        return answer(this.http.post(address, operation.request, behind(ifMatch(operation.version))));
      }
      case 'create': {
        const address = {
          decision: paths.agendaItemDecisions,
          actionPoint: paths.agendaItemActionPoints,
          lift: paths.agendaItemLifts,
        }[operation.what](operation.itemId);
        return answer(this.http.post(address, operation.body, behind({ 'Idempotency-Key': operation.key })));
      }
    }
  }
}

function answer<Body>(request: Observable<Body>): Promise<Body> {
  return firstValueFrom(request.pipe(timeout(PATIENCE)));
}

function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"${String(version)}"` };
}

function behind(headers: Record<string, string> = {}): { headers: HttpHeaders; context: HttpContext } {
  return { headers: new HttpHeaders(headers), context: new HttpContext().set(ASKS_ABOUT_SESSION, true) };
}
