import { HttpClient, HttpHeaders, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import {
  type Digest,
  type DigestLetter,
  type PutDigestTextRequest,
  type UpdateDigestRequest,
  paths,
} from '@samhandling/contracts';
import { firstValueFrom } from 'rxjs';

/** The half-year digest. Call the reading ones in an injection context. */
@Service()
export class DigestsApi {
  private readonly http = inject(HttpClient);

  get(id: () => string): HttpResourceRef<Digest | undefined> {
    return httpResource<Digest>(() => paths.digest(id()));
  }

  ofMeeting(meetingId: () => string): HttpResourceRef<Digest | undefined> {
    return httpResource<Digest>(() => paths.meetingDigest(meetingId()));
  }

  create(meetingId: string): Promise<Digest> {
    return firstValueFrom(this.http.post<Digest>(paths.meetingDigest(meetingId), {}));
  }

  update({ id, version }: Digest, request: UpdateDigestRequest): Promise<Digest> {
    return firstValueFrom(this.http.patch<Digest>(paths.digest(id), request, ifMatch(version)));
  }

  putText(id: string, key: string, version: number, request: PutDigestTextRequest): Promise<Digest> {
    return firstValueFrom(this.http.put<Digest>(paths.digestText(id, key), request, ifMatch(version)));
  }

  sendLetter({ id }: Digest, { memberId }: DigestLetter): Promise<Digest> {
    return firstValueFrom(this.http.post<Digest>(paths.digestLetter(id, memberId), null));
  }

  send({ id, version }: Digest, message: string): Promise<Digest> {
    const body = { transition: 'send', message };
    return firstValueFrom(this.http.post<Digest>(paths.digestTransitions(id), body, ifMatch(version)));
  }
}

function ifMatch(version: number): { headers: HttpHeaders } {
  return { headers: new HttpHeaders({ 'If-Match': `"${String(version)}"` }) };
}

/** What a stale answer carries, if it is a digest. */
export function isDigest(value: unknown): value is Digest {
  return typeof value === 'object' && value !== null && 'goals' in value && 'lead' in value;
}

/** The text with that key, wherever in the digest it stands. */
export function textIn(digest: Digest, key: string): Digest['lead'] | undefined {
  return [digest.lead, ...digest.goals.flatMap(({ sections }) => sections)].find((text) => text.key === key);
}
