import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type AdjustRequest,
  type Id,
  type Minutes,
  type MinutesAdjuster,
  type MinutesTransitionName,
  type PutAdjustersRequest,
  type UpdateMinutesRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${String(version)}"` } };
}

/** What the page of the minutes reads and writes. Call `minutes` in an injection context: it follows its signal. */
@Service()
export class MinutesApi {
  private readonly http = inject(HttpClient);

  minutes(meetingId: () => Id): HttpResourceRef<Minutes | undefined> {
    return httpResource<Minutes>(() => paths.meetingMinutes(meetingId()));
  }

  update({ id, version }: Minutes, patch: UpdateMinutesRequest): Promise<Minutes> {
    return firstValueFrom(this.http.patch<Minutes>(paths.meetingMinutes(id), patch, ifMatch(version)));
  }

  putAdjusters({ id, version }: Minutes, request: PutAdjustersRequest): Promise<Minutes> {
    return firstValueFrom(this.http.put<Minutes>(paths.meetingAdjusters(id), request, ifMatch(version)));
  }

  move({ id, version }: Minutes, transition: MinutesTransitionName): Promise<Minutes> {
    return firstValueFrom(
      this.http.post<Minutes>(paths.meetingMinutesTransitions(id), { transition }, ifMatch(version)),
    );
  }

  adjust({ id, version }: MinutesAdjuster, request: AdjustRequest): Promise<Minutes> {
    return firstValueFrom(this.http.post<Minutes>(paths.adjust(id), request, ifMatch(version)));
  }

  /** The letter that asks to adjust, once more. */
  sendLetter({ id }: MinutesAdjuster): Promise<Minutes> {
    return firstValueFrom(this.http.post<Minutes>(paths.adjusterLetter(id), null));
  }
}

/** The minutes as they stand now, out of a refusal that shows them. */
export function isMinutes(value: unknown): value is Minutes {
  return typeof value === 'object' && value !== null && 'adjusters' in value && 'opening' in value;
}
