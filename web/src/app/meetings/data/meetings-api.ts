import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type AddAgendaItemsRequest,
  type AgendaItem,
  type AgendaItemTransitionRequest,
  type AgendaProposal,
  type AttendanceAnswer,
  type Id,
  type Meeting,
  type MeetingInput,
  type MeetingTransitionRequest,
  type OrderAgendaRequest,
  type PutAttendanceRequest,
  type UpdateAgendaItemRequest,
  type UpdateMeetingRequest,
  type Versioned,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** What the pages of meetings read and write. Call the reading ones in an injection context: they follow their signals. */
@Service()
export class MeetingsApi {
  private readonly http = inject(HttpClient);

  /** Nothing is asked for while it is not known which. */
  meeting(id: () => Id | undefined): HttpResourceRef<Meeting | undefined> {
    return httpResource<Meeting>(() => {
      const asked = id();
      return asked === undefined ? undefined : paths.meeting(asked);
    });
  }

  /** Once, as it is now: after something was written, or when somebody else has. */
  read(id: Id): Promise<Meeting> {
    return firstValueFrom(this.http.get<Meeting>(paths.meeting(id)));
  }

  proposal(id: () => Id): HttpResourceRef<AgendaProposal | undefined> {
    return httpResource<AgendaProposal>(() => paths.meetingAgendaProposal(id()));
  }

  async create(groupId: Id, meetings: readonly MeetingInput[]): Promise<void> {
    await firstValueFrom(this.http.post<unknown>(paths.groupMeetings(groupId), { meetings }));
  }

  update(meeting: Versioned, request: UpdateMeetingRequest): Promise<Meeting> {
    return firstValueFrom(this.http.patch<Meeting>(paths.meeting(meeting.id), request, ifMatch(meeting.version)));
  }

  transition(meeting: Versioned, request: MeetingTransitionRequest): Promise<Meeting> {
    const url = paths.meetingTransitions(meeting.id);
    return firstValueFrom(this.http.post<Meeting>(url, request, ifMatch(meeting.version)));
  }

  addItems(meetingId: Id, request: AddAgendaItemsRequest): Promise<Meeting> {
    return firstValueFrom(this.http.post<Meeting>(paths.meetingAgenda(meetingId), request));
  }

  order(meeting: Versioned, request: OrderAgendaRequest): Promise<Meeting> {
    const url = paths.meetingAgendaOrder(meeting.id);
    return firstValueFrom(this.http.post<Meeting>(url, request, ifMatch(meeting.version)));
  }

  updateItem(item: Versioned, request: UpdateAgendaItemRequest): Promise<AgendaItem> {
    return firstValueFrom(this.http.patch<AgendaItem>(paths.agendaItem(item.id), request, ifMatch(item.version)));
  }

  async transitionItem(item: Versioned, request: AgendaItemTransitionRequest): Promise<void> {
    await firstValueFrom(this.http.post<unknown>(paths.agendaItemTransitions(item.id), request, ifMatch(item.version)));
  }

  putAttendance(meetingId: Id, request: PutAttendanceRequest): Promise<AttendanceAnswer> {
    return firstValueFrom(this.http.put<AttendanceAnswer>(paths.meetingAttendance(meetingId), request));
  }
}
