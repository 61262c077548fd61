import type { Day, Id, Instant, Page, PersonRef } from './common.ts';

export const RECORD_SOURCES = ['web', 'link', 'import', 'cli', 'system'] as const;
export type RecordSource = (typeof RECORD_SOURCES)[number];

/** The filter of `GET /record`, `/record.csv` and `/record.json`. Everything is optional; days are Swedish, both included. */
export interface RecordFilter {
  readonly person?: Id;
  /** A kind of thing, as `RecordLog.kinds` names them. */
  readonly kind?: string;
  readonly action?: string;
  readonly source?: RecordSource;
  readonly from?: Day;
  readonly to?: Day;
  /** Words in what was changed, or the whole id of a row or a thing. */
  readonly q?: string;
  /** The id of a request: all that it changed. */
  readonly request?: string;
}

/** `GET /record?…&page=` : the record of every change in the county, newest first, in words. */
export interface RecordLog extends Page<RecordEntry> {
  readonly people: readonly PersonRef[];
  readonly kinds: readonly RecordChoice[];
  readonly actions: readonly RecordChoice[];
  readonly sources: readonly RecordChoice[];
  /** The last time the chain was verified; null: never yet. */
  readonly check: RecordCheck | null;
}
export interface RecordChoice {
  readonly value: string;
  readonly label: string;
}
export interface RecordEntry {
  readonly id: Id;
  readonly at: Instant;
  /** Place in the chain. */
  readonly seq: number | null;
  readonly person: PersonRef | null;
  readonly onBehalfOf: PersonRef | null;
  /** "på webben", "via svarslänk", "av systemet". */
  readonly through: string;
  readonly action: string;
  /** What kind of thing, in words. */
  readonly kind: string;
  /** What it is called, or was called last; empty when nothing tells. */
  readonly title: string;
  /** Page of the thing, and of its history; empty when it has none. */
  readonly link: string;
  readonly history: string;
  readonly entityId: Id;
  readonly requestId: string;
  /** Gallring has taken who, for whom, the request and the values. */
  readonly isDisposed: boolean;
  readonly fields: readonly RecordField[];
}
export interface RecordField {
  readonly name: string;
  readonly label: string;
  readonly isText: boolean;
  readonly old: string;
  readonly new: string;
}

/** `POST /record/checks` : verifies the county's chain and frozen reports now. Also done by itself every week. */
export interface RecordCheck {
  readonly at: Instant;
  /** Rows in all, and how many of them gallring has been through. */
  readonly events: number;
  readonly disposed: number;
  readonly reports: number;
  readonly files: number;
  /** The end of the chain: to write down, and compare with later. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** What does not hold, in words: the first hundred. Empty: everything holds. */
  readonly findings: readonly string[];
  readonly findingCount: number;
}

/** `GET /retention` : how long each kind of thing is kept, and what the next gallring takes. */
export interface Retention {
  readonly classes: readonly RetentionClass[];
  readonly rounds: readonly RoundRegistration[];
  /** The latest gallringar, newest first. */
  readonly disposals: readonly Disposal[];
}
export interface RetentionClass {
  readonly id: Id;
  readonly key: string;
  readonly name: string;
  readonly appliesTo: string;
  /** Null: kept for good ("bevaras"). */
  readonly years: number | null;
  /** Kept for good whatever anybody says: the product never takes it away. */
  readonly isAlwaysKept: boolean;
  readonly decisionReference: string;
  readonly updatedAt: Instant;
  readonly updatedBy: PersonRef | null;
  readonly version: number;
  /** What the next run takes. */
  readonly due: number;
  readonly oldest: Day | null;
  /** Things from before this day are taken. */
  readonly before: Day | null;
}
/** `PATCH /retention/classes/:id` with If-Match. */
export interface UpdateRetentionClassRequest {
  readonly name?: string;
  readonly appliesTo?: string;
  readonly years?: number | null;
  readonly decisionReference?: string;
}
/** The record number (diarienummer) of a round and its report, which may be given also when the round is adopted. */
export interface RoundRegistration {
  readonly roundId: Id;
  readonly plan: string;
  readonly label: string;
  readonly state: string;
  readonly recordsNumber: string;
  /** 0: none has been given yet. */
  readonly version: number;
  readonly link: string;
}
/** `PUT /retention/rounds/:roundId` with If-Match; 0 when none has been given yet. */
export interface PutRoundRegistrationRequest {
  readonly recordsNumber: string;
}
export interface Disposal {
  readonly at: Instant;
  readonly name: string;
  readonly count: number;
  readonly from: Day;
  readonly before: Day;
}
