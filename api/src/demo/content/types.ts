/**
 * Shapes of the demo's data: simple values and unions of the domain, no ids. People and organisations are named by `key`, activities by
 * the reference people see ("2.2/5"), indicators by activity and 0-based place of the sentence, municipalities by code.
 */
import type {
  Breakdown,
  Channel,
  Direction,
  FollowUpState,
  GoalJudgement,
  IndicatorKind,
  Judgement,
  MailKind,
  MailState,
  OrganisationKind,
  OutcomeState,
  ParticipationState,
  PeriodCombination,
  PlaceCombination,
  ResponseKind,
  Role,
  RoundState,
  RuleMethod,
  Sex,
} from '@samhandling/domain';

export interface DemoMunicipality {
  /** Four digits; the county code 99 is not in use in Sweden. */
  readonly code: string;
  readonly name: string;
}

export interface DemoCounty {
  readonly code: string;
  readonly name: string;
  readonly municipalities: readonly DemoMunicipality[];
}

export interface DemoPlan {
  readonly title: string;
  readonly theme: string;
  readonly slug: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly recordsNumber: string;
  readonly decisionReference: string;
  /** YYYY-MM-DD */
  readonly adoptedOn: string;
  /** File beside this one, in the form a county publishes it; goes through the importer. */
  readonly textFile: string;
}

export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly aliases: readonly string[];
  readonly municipalityCode: string | null;
  /** Keys of the organisations it consists of: for collectives and groups. */
  readonly members: readonly string[];
}

export interface DemoHeldRole {
  readonly role: Role;
  /** Key of an organisation, for reporters. */
  readonly organisation: string | null;
  /** For municipal coordinators. */
  readonly municipalityCode: string | null;
}

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  /** At a domain reserved by RFC 2606, so no mail can reach anybody. */
  readonly email: string;
  readonly organisation: string;
  readonly roles: readonly DemoHeldRole[];
  /** False: somebody who answers by link and cannot sign in. */
  readonly hasAccount?: boolean;
}

export const DEMO_ROUND_LABELS = ['2024', '2025'] as const;
export type DemoRoundLabel = (typeof DEMO_ROUND_LABELS)[number];

export interface DemoRound {
  readonly label: DemoRoundLabel;
  readonly from: string;
  readonly to: string;
  readonly opens: string;
  readonly due: string;
  readonly state: RoundState;
  /** Null while the round is not adopted. Adopting takes two people. */
  readonly adoption: {
    readonly proposedBy: string;
    readonly proposedOn: string;
    readonly adoptedBy: string;
    readonly adoptedOn: string;
  } | null;
}

/** A follow-up with every field, as the loader stores it. */
export interface DemoFollowUp {
  readonly round: DemoRoundLabel;
  readonly activity: string;
  readonly state: FollowUpState;
  readonly judgement: Judgement | null;
  readonly nothingNew: boolean;
  readonly done: string;
  readonly results: string;
  readonly obstacles: string;
  readonly nextStep: string;
  readonly nextStepDate: string | null;
  readonly supportNeeded: string;
  readonly cancelReason: string;
  readonly cancelDecision: string;
  readonly returnReason: string;
  /** Key of a person; null when nobody has been named. */
  readonly reporter: string | null;
  /** Key of the person a planner typed the answer for; set together with `channel`. */
  readonly onBehalfOf: string | null;
  readonly channel: Channel | null;
  /** YYYY-MM-DD of the last change. */
  readonly updatedOn: string;
}

/** A follow-up as written in the files per goal: texts that are left out are empty. */
export type DemoFollowUpText = Pick<DemoFollowUp, 'round' | 'activity' | 'state' | 'judgement'> &
  Partial<Omit<DemoFollowUp, 'round' | 'activity' | 'state' | 'judgement' | 'reporter'>>;

export interface DemoReporter {
  readonly activity: string;
  /** Reporter of each round; null: nobody named yet. */
  readonly person: Readonly<Record<DemoRoundLabel, string | null>>;
}

export interface DemoGoalJudgement {
  readonly round: DemoRoundLabel;
  /** Number of the goal as printed, 1–6. */
  readonly goal: number;
  readonly judgement: GoalJudgement;
  readonly text: string;
}

export interface DemoBaseline {
  readonly value: number;
  readonly year: number;
  readonly source: string;
}

/** What a planner has decided about one sentence of follow-up. */
export interface DemoIndicatorDefinition {
  /** False: still only the importer's proposal, and the rest is what a planner may come to decide. */
  readonly settled: boolean;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  readonly breakdown: Breakdown;
  readonly bySex: boolean;
  readonly combinePlaces: PlaceCombination;
  readonly combinePeriods: PeriodCombination;
  /** Per round; for shares in per cent (0–100). */
  readonly target: number | null;
  readonly baseline: DemoBaseline | null;
  /** Values from 1 to one below this are protected; null where the value is no count of people or crimes. */
  readonly smallNumberThreshold: number | null;
}

/**
 * One cell as written: a number; numerator and denominator; `'na'` not applicable; `null` not reported (no row); a milestone with its day
 * or `'not_reached'`; a text; women and men (the total is their sum); a number with a note.
 */
export type DemoCell =
  | number
  | readonly [numerator: number, denominator: number]
  | 'na'
  | 'not_reached'
  | null
  | { readonly reached: string }
  | { readonly text: string }
  | { readonly women: number; readonly men: number }
  | { readonly value: number; readonly note: string };

/** A cell for the county, or one per municipality in the county's order. */
export type DemoCells = DemoCell | { readonly places: readonly DemoCell[] };

export interface DemoIndicator {
  readonly activity: string;
  readonly index: number;
  readonly definition: DemoIndicatorDefinition;
  readonly outcomes: Readonly<Record<DemoRoundLabel, DemoCells>>;
}

/** A registered event. Of those dated after the day the demo is started, none is loaded. */
export interface DemoEvent {
  readonly day: string;
  /** Name of the kind. */
  readonly kind: string;
  readonly activities: readonly string[];
  readonly title: string;
  /** Null where nobody counted. */
  readonly participants: number | null;
  readonly municipalities: readonly { readonly code: string; readonly participants: number | null }[];
  /** Keys of organisations. */
  readonly organisations: readonly string[];
  readonly note: string;
}

/** How an indicator is computed from events, and what stands in the open round where it also has a typed figure. */
export interface DemoRule {
  readonly activity: string;
  readonly index: number;
  readonly method: RuleMethod;
  readonly kinds: readonly string[];
  /** `waiting`: typed and computed differ and nobody has chosen. `kept`: somebody kept the typed one, and said why. */
  readonly openRound: { readonly take: 'computed' | 'waiting' } | { readonly take: 'kept'; readonly reason: string };
}

/** What another responsible organisation says about an answer; outdated when the answer was changed after it. */
export interface DemoResponse {
  readonly activity: string;
  readonly organisation: string;
  readonly person: string;
  readonly kind: ResponseKind;
  readonly text: string;
  readonly isOutdated: boolean;
}

export interface DemoParticipation {
  readonly round: DemoRoundLabel;
  readonly activity: string;
  /** Eight letters of `PARTICIPATION_LETTERS`, or "-". */
  readonly municipalities: string;
  /** Letters by key of the organisation. */
  readonly partners: Readonly<Record<string, string>>;
  /** By municipality code. */
  readonly notes: Readonly<Record<string, string>>;
}

export const PARTICIPATION_LETTERS: Readonly<Record<string, ParticipationState>> = {
  i: 'invited',
  c: 'confirmed',
  t: 'took_part',
  d: 'declined',
};

export interface DemoTarget {
  readonly activity: string;
  readonly index: number;
  /** Share of the target within which a figure is near it; null: no margin of its own. */
  readonly margin: number | null;
  readonly county: number;
  /** Per municipality in the county's order, or none. */
  readonly places: readonly number[];
}

export interface DemoView {
  readonly page: 'activities' | 'events';
  readonly name: string;
  readonly query: string;
  readonly owner: string;
  readonly isShared: boolean;
}

/** Days are counted from the day the round opened. */
export interface DemoAnswerLink {
  readonly key: string;
  readonly person: string;
  readonly sent: number;
  /** How long it opens. */
  readonly days: number;
  readonly opened: number | null;
  readonly revoked: { readonly day: number; readonly reason: string } | null;
  readonly uses: readonly { readonly day: number; readonly action: string; readonly because?: string }[];
}

export interface DemoMail {
  readonly person: string;
  readonly kind: MailKind;
  readonly day: number;
  readonly state: MailState;
  readonly opened: number | null;
  readonly error: string;
  /** Key of the link it holds. */
  readonly link: string | null;
}

/** A stored outcome. "Not reported" is the absence of a row. A milestone has value 1 and a day when reached, else 0. */
export interface DemoOutcome {
  readonly round: DemoRoundLabel;
  readonly activity: string;
  readonly index: number;
  readonly municipalityCode: string | null;
  readonly sex: Sex;
  readonly state: OutcomeState;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly day: string | null;
  readonly text: string;
  readonly note: string;
}
