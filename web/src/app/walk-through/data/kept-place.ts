import { Service, inject } from '@angular/core';
import type { Id } from '@samhandling/contracts';
import { DraftStore } from '../../core/draft-store.ts';

/** Where the meeting was, and what has been written under in it, for a page that is loaded anew. */
@Service()
export class KeptPlace {
  private readonly drafts = inject(DraftStore);

  keepItem(meetingId: Id, itemId: Id): void {
    this.drafts.keep(placeOf(meetingId), itemId);
  }

  item(meetingId: Id): Id | null {
    return this.drafts.read(placeOf(meetingId), isText)?.value ?? null;
  }

  keepTouched(meetingId: Id, itemIds: ReadonlySet<Id>): void {
    this.drafts.keep(touchedIn(meetingId), [...itemIds].join(' '));
  }

  touched(meetingId: Id): readonly Id[] {
    return this.drafts.read(touchedIn(meetingId), isText)?.value.split(' ') ?? [];
  }
}

function placeOf(meetingId: Id): string {
  return `walk-through/place/${meetingId}`;
}

function touchedIn(meetingId: Id): string {
  return `walk-through/touched/${meetingId}`;
}

const isText = (value: unknown): value is string => typeof value === 'string';
