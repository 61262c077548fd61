import type { Versioned, WorkPlan } from '@samhandling/contracts';

/** What is written about the work plan as a whole. */
export interface PlanTexts {
  readonly title: string;
  readonly intro: string;
}

export function textsOf({ title, intro }: PlanTexts): PlanTexts {
  return { title, intro };
}

export function sameTexts(one: PlanTexts, other: PlanTexts): boolean {
  return one.title === other.title && one.intro === other.intro;
}

/** The texts as they were when somebody began to write, and the version of the plan that they were read with. */
export type TextsBase = PlanTexts & Versioned;

export function baseOf({ id, version, title, intro }: WorkPlan): TextsBase {
  return { id, version, title, intro };
}

/** What is kept in this browser: also what it was written over, so that what others save meanwhile is met and not written over. */
export interface TextsDraft {
  readonly texts: PlanTexts;
  readonly base: TextsBase;
}

export function isTextsDraft(value: unknown): value is TextsDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { texts, base } = value as Record<string, unknown>;
  return hasTexts(texts) && hasTexts(base) && 'id' in base && 'version' in base && typeof base.version === 'number';
}

function hasTexts(value: unknown): value is PlanTexts {
  if (typeof value !== 'object' || value === null) return false;
  return ['title', 'intro'].every((field) => typeof (value as Record<string, unknown>)[field] === 'string');
}
