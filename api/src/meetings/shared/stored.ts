import type { AgendaItem, AttendanceRow, Calling, Id, Instant, Meeting, MeetingRef } from '@samhandling/contracts';
import type { CalledAs, Day, Label, MeetingState, MinutesState } from '@samhandling/domain';

/** What rights and workflow look at. */
export interface MeetingStanding extends MeetingRef {
  readonly version: number;
  readonly place: string;
  readonly link: string;
  readonly cancelReason: string;
  readonly heldAt: Instant | null;
  readonly calledAt: Instant | null;
  readonly calledAs: CalledAs | null;
  readonly sequence: number;
  readonly eventId: Id | null;
  readonly planId: Id;
  readonly group: Meeting['group'];
  readonly groupClosedOn: Day | null;
  /** The reader is in the group today. */
  readonly isMine: boolean;
  readonly minutesState: MinutesState | null;
  readonly membersThatDay: number;
  readonly itemsLeft: number;
  readonly cameCount: number;
  readonly state: MeetingState;
}

/** A reason is kept as it was when the item was added, in both languages. */
export interface StoredReason {
  readonly code: AgendaItem['reasons'][number]['code'];
  readonly words: Label;
}

export type StoredItem = Omit<AgendaItem, 'number' | 'title' | 'reasons' | 'minutes' | 'changedAfterCalling'> & {
  readonly position: number;
  readonly storedTitle: string;
  readonly storedReasons: readonly StoredReason[];
  readonly storedMinutes: number | null;
  readonly addedAt: Instant;
  readonly stateAt: Instant | null;
};

export interface StoredMeeting extends MeetingStanding {
  readonly plan: Meeting['plan'];
  readonly calledBy: string | null;
  readonly letters: NonNullable<Calling['letters']>;
  readonly withoutAddress: readonly string[];
  readonly items: readonly StoredItem[];
  readonly attendance: readonly AttendanceRow[];
  readonly previous: MeetingRef | null;
  readonly next: MeetingRef | null;
  readonly later: readonly MeetingRef[];
  readonly digest: Meeting['digest'];
}
