import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type CreateMeetingsRequest,
  type Id,
  type MeetingsProposal,
  type MeetingsProposalRequest,
  type ParkingAnswer,
  type ParkingInput,
  type PutRotationYearRequest,
  type Rotation,
  type RotationProposal,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** What the planning of a year reads and writes. */
@Service()
export class RotationApi {
  private readonly http = inject(HttpClient);

  rotation(groupId: () => Id, year: () => number): HttpResourceRef<Rotation | undefined> {
    return httpResource<Rotation>(() => paths.rotation(groupId(), year()));
  }

  propose(groupId: Id, year: number, keep: boolean): Promise<RotationProposal> {
    return firstValueFrom(this.http.post<RotationProposal>(paths.rotationProposal(groupId, year), { keep }));
  }

  put(groupId: Id, year: number, meetings: PutRotationYearRequest['meetings']): Promise<Rotation> {
    return firstValueFrom(this.http.put<Rotation>(paths.rotation(groupId, year), { meetings }));
  }

  park(groupId: Id, activityId: Id, version: number, input: ParkingInput): Promise<ParkingAnswer> {
    const url = paths.groupParking(groupId, activityId);
    return firstValueFrom(this.http.put<ParkingAnswer>(url, input, ifMatch(version)));
  }

  async unpark(groupId: Id, activityId: Id, version: number): Promise<void> {
    await firstValueFrom(this.http.delete<unknown>(paths.groupParking(groupId, activityId), ifMatch(version)));
  }

  proposeMeetings(groupId: Id, request: MeetingsProposalRequest): Promise<MeetingsProposal> {
    return firstValueFrom(this.http.post<MeetingsProposal>(paths.groupMeetingsProposal(groupId), request));
  }

  async createMeetings(groupId: Id, request: CreateMeetingsRequest): Promise<void> {
    await firstValueFrom(this.http.post<unknown>(paths.groupMeetings(groupId), request));
  }
}
