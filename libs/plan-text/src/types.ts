import type { Label } from '@samhandling/domain';
import type { FlagCode } from './flags.ts';

/** One activity as published. `line` is the 1-based source line where it begins. */
export interface ParsedActivity {
  number: number;
  /** Verbatim, typos included; wrapped lines are joined with one space. */
  text: string;
  /** Normalised names, in printed order. */
  responsible: string[];
  /** The group the responsible act through, printed in parentheses after them. */
  responsibleGroup: string | null;
  partners: string[];
  /** True where the printed list of actors ends with "m.fl." or the like. */
  openEnded: boolean;
  /** One sentence of the follow-up text each, verbatim. */
  indicators: string[];
  line: number;
}

export interface ParsedArea {
  /** As printed, for example "2.1". */
  number: string;
  title: string;
  activities: ParsedActivity[];
}

export interface ParsedGoal {
  number: number;
  /** A letter code printed for the goal ("F"); null where the number is the code. */
  code: string | null;
  title: string;
  areas: ParsedArea[];
  /** Tips for local work, duplicates kept as printed. */
  tips: string[];
}

export interface PlanFlag {
  line: number;
  code: FlagCode;
  message: string;
}

/**
 * How the source lines were spent. A final line break does not begin another line. Blank lines count as ignored.
 * A line with at least one flag counts as flagged, also when its text was used, so that the four never overlap:
 * total = used + ignored + flagged + lost. `lost` counts lines that nothing took charge of; it is a defect if not 0.
 */
export interface LineCount {
  total: number;
  used: number;
  ignored: number;
  flagged: number;
  lost: number;
}

/** The proposal, in the shape that `samhandling parse` prints. */
export interface ParsedPlan {
  goals: ParsedGoal[];
  purposes: string[];
  overarchingGoals: string[];
  specificGoals: string[];
  flags: PlanFlag[];
  lines: LineCount;
}

export const LINE_USES = ['used', 'ignored', 'flagged'] as const;
export type LineUse = (typeof LINE_USES)[number];

export const LINE_ROLES = [
  'blank',
  'navigation',
  'heading',
  'lead_in',
  'goal',
  'area',
  'activity',
  'responsible',
  'partners',
  'follow_up',
  'tips',
  'purpose',
  'overarching_goal',
  'specific_goal',
  'overview',
  'other_field',
  'outside',
] as const;
export type LineRole = (typeof LINE_ROLES)[number];

/** Where a source line went, for the review: indexes into goals, areas and activities of the proposal. */
export interface LinePointer {
  goal: number;
  area: number | null;
  activity: number | null;
}

export interface SourceLine {
  /** 1-based. */
  line: number;
  /** As in the source, without its line break. */
  text: string;
  use: LineUse;
  role: LineRole;
  pointer: LinePointer | null;
}

/** A flag with its words in every interface language, and the values they were built from. */
export interface ReadingFlag {
  line: number;
  code: FlagCode;
  values: Readonly<Record<string, string>>;
  message: Label;
}

export interface PlanReading {
  plan: ParsedPlan;
  sourceLines: SourceLine[];
  flags: ReadingFlag[];
}
