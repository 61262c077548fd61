import type { RoundState, RuleMethod } from '@samhandling/domain';
import type { Day, Id, Instant, OrganisationRef, PersonRef, Versioned } from './common.ts';
import type { OutcomeDisplay, PlanRef } from './plans.ts';
import type { ProblemError } from './problem.ts';

/** `GET /event-kinds` answers all, active ones first, in the county's order; `POST`, `PATCH /event-kinds/:id` by a planner. */
export interface EventKind extends Versioned {
  readonly name: string;
  readonly position: number;
  readonly isActive: boolean;
  /** How many events are of the kind. A kind in use is put out of use, never deleted. */
  readonly events: number;
}
export interface EventKindInput {
  readonly name: string;
  readonly position?: number;
  readonly isActive?: boolean;
}
export type UpdateEventKindRequest = Partial<EventKindInput>;

/** `GET /events/:id`. A registered event: it has taken place. */
export interface LoggedEvent extends Versioned {
  readonly kind: { readonly id: Id; readonly name: string };
  readonly day: Day;
  readonly title: string;
  readonly activities: readonly EventActivity[];
  readonly municipalities: readonly {
    readonly code: string;
    readonly name: string;
    readonly participants: number | null;
  }[];
  readonly organisations: readonly (OrganisationRef & { readonly participants: number | null })[];
  readonly audiences: readonly { readonly name: string; readonly participants: number }[];
  /** In all. Null: nobody counted. */
  readonly participants: number | null;
  readonly note: string;
  readonly createdAt: Instant;
  readonly createdBy: PersonRef;
  readonly updatedAt: Instant;
  readonly updatedBy: PersonRef;
  readonly mayEdit: boolean;
  /** Why it cannot be edited; empty when it can. */
  readonly lockedReason: string;
  /** The rounds whose days hold the event, with their state: an event in an adopted round no longer changes its figures. */
  readonly rounds: readonly {
    readonly id: Id;
    readonly plan: PlanRef;
    readonly label: string;
    readonly state: RoundState;
  }[];
}

export interface EventActivity {
  readonly id: Id;
  readonly plan: PlanRef;
  /** "2.2/5" */
  readonly reference: string;
  readonly text: string;
}

/**
 * `POST /events`, and with If-Match `PATCH /events/:id` (partial). Figures as typed ("1 200", "ca 20" is refused with a proposal
 * of 20). `registrationKey` is made by the page, so that the same registration sent twice gives one event and the same answer.
 */
export interface EventInput {
  readonly kindId: Id;
  readonly day: Day;
  readonly title?: string;
  readonly activityIds: readonly Id[];
  readonly municipalities?: readonly { readonly code: string; readonly participants?: string }[];
  readonly organisations?: readonly { readonly id: Id; readonly participants?: string }[];
  readonly audiences?: readonly { readonly name: string; readonly participants: string }[];
  readonly participants?: string;
  readonly note?: string;
}
export interface CreateEventRequest extends EventInput {
  readonly registrationKey: Id;
}
export type UpdateEventRequest = Partial<EventInput>;

/** What a change of an event did to the figures: shown at once, so that people see that it counts. */
export interface EventAnswer {
  readonly event: LoggedEvent;
  readonly changed: readonly ChangedFigure[];
  /** Worth knowing, in words: outside every round, no municipality though an indicator is per municipality. */
  readonly remarks: readonly string[];
}
export interface ChangedFigure {
  readonly indicatorId: Id;
  readonly text: string;
  readonly references: readonly string[];
  readonly round: { readonly id: Id; readonly label: string };
  readonly before: OutcomeDisplay;
  readonly after: OutcomeDisplay;
  /** A typed value stands in the way: a person chooses. */
  readonly differs: boolean;
}

/**
 * `GET /events?plan=&activity=&kind=&municipality=&organisation=&from=&to=&q=&page=&pageSize=&sort=day|kind` . Lists repeat the
 * parameter. `plan` is the slug.
 */
export interface EventFilter {
  readonly plan?: string;
  readonly activity?: readonly Id[];
  readonly kind?: readonly Id[];
  readonly municipality?: readonly string[];
  readonly organisation?: readonly Id[];
  readonly from?: Day;
  readonly to?: Day;
  readonly q?: string;
  readonly page?: number;
  readonly pageSize?: number;
}
export interface EventListItem {
  readonly id: Id;
  readonly version: number;
  readonly kind: { readonly id: Id; readonly name: string };
  readonly day: Day;
  readonly title: string;
  readonly activities: readonly EventActivity[];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly organisations: readonly OrganisationRef[];
  readonly participants: number | null;
  readonly mayEdit: boolean;
}
export interface EventList {
  readonly items: readonly EventListItem[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** Participants over all that match; and how many of the events say. */
  readonly participants: { readonly sum: number; readonly counted: number };
  readonly facets: {
    readonly kind: readonly { readonly value: string; readonly label: string; readonly count: number }[];
    readonly municipality: readonly { readonly value: string; readonly label: string; readonly count: number }[];
    readonly organisation: readonly { readonly value: string; readonly label: string; readonly count: number }[];
    readonly activity: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  };
  readonly mayRegister: boolean;
}

/** `GET /events/choices?plan=` : what the form offers this person. One query. */
export interface EventChoices {
  readonly kinds: readonly { readonly id: Id; readonly name: string }[];
  /** Activities this person may register events for, in the plan's order, with how many events of each kind they had. */
  readonly activities: readonly (EventActivity & { readonly planTitle: string })[];
  readonly municipalities: readonly {
    readonly code: string;
    readonly name: string;
    readonly organisationId: Id | null;
  }[];
  readonly organisations: readonly OrganisationRef[];
  readonly audiences: readonly string[];
  /** The person's last registration, to repeat with one press; null when there is none. */
  readonly last: EventInput | null;
  readonly today: Day;
}

/**
 * `POST /events/import` : rows as pasted or read from a file, as text, with what each column is. `dryRun` checks and writes
 * nothing. Nothing is half-saved: with one refused row nothing is written, and every row says what is wrong with it.
 */
export interface ImportEventsRequest {
  readonly plan: string;
  readonly columns: readonly (EventColumn | null)[];
  readonly rows: readonly (readonly string[])[];
  readonly dryRun: boolean;
  /** Rows that look like events already registered (same day, kind and activities) are left out unless this is set. */
  readonly includeDuplicates?: boolean;
}
export const EVENT_COLUMNS = [
  'day',
  'kind',
  'title',
  'activities',
  'municipalities',
  'organisations',
  'participants',
  'note',
] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];
export const MOST_IMPORTED_EVENTS = 2000;
/** `POST /events/read-file` (multipart `file`: xlsx or csv) answers the rows and a proposal of what each column is. */
export interface EventFileRows {
  readonly columns: readonly (EventColumn | null)[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Worth knowing, in words: hidden rows, formulas read as their last value, sheets passed over. */
  readonly remarks: readonly string[];
}
export interface ImportEventsAnswer {
  readonly saved: number;
  readonly duplicates: number;
  readonly rows: readonly {
    readonly row: number;
    readonly result: 'saved' | 'ready' | 'duplicate' | 'refused';
    readonly eventId: Id | null;
    /** Pointers within the row: "/day", "/kind", … */
    readonly errors: readonly ProblemError[];
  }[];
  readonly changed: readonly ChangedFigure[];
}

/** `GET/PUT/DELETE /indicators/:id/rule`. PUT with If-Match = rule version, 0 when there is none. */
export interface IndicatorRule {
  readonly indicatorId: Id;
  /** 0: no rule is set. */
  readonly version: number;
  readonly method: RuleMethod | null;
  /** Empty: events of every kind. */
  readonly kinds: readonly { readonly id: Id; readonly name: string }[];
  /** In words, what counts: "Antal nätverksträffar under 2.2/5". */
  readonly words: string;
  /** Read out of the indicator's text, for a person to say yes to; null when nothing was found. */
  readonly proposal: IndicatorRuleProposal | null;
  readonly mayEdit: boolean;
  readonly updatedAt: Instant | null;
  readonly updatedBy: PersonRef | null;
}
export interface IndicatorRuleProposal {
  readonly method: RuleMethod;
  readonly kindIds: readonly Id[];
  readonly words: string;
  /** The words of the text it was read from. */
  readonly because: string;
}
export interface PutIndicatorRuleRequest {
  readonly method: RuleMethod;
  readonly kindIds: readonly Id[];
}

/** `GET /plans/:slug/rules` : every indicator that counts something, with its rule or a proposal. */
export interface RuleList {
  readonly items: readonly (IndicatorRule & {
    readonly text: string;
    readonly references: readonly string[];
    readonly kind: string;
  })[];
}

/** Beside a cell whose indicator has a rule. */
export interface ComputedOutcome {
  readonly value: number;
  readonly events: number;
  /** True when a typed value says something else, and nobody has chosen since the computed one last moved. */
  readonly differs: boolean;
  /** Why the typed value was kept; empty when it was not weighed. */
  readonly keptReason: string;
}
