import { pages, type Digest, type DigestGoal, type DigestText } from '@samhandling/contracts';
import {
  countJudgements,
  digestPoints,
  DIGEST_GOAL_SECTIONS,
  generalPoints,
  type Day,
  type DigestPoints,
  type DigestSection,
  type HalfYearActivity,
  type HalfYearFacts,
  type Locale,
} from '@samhandling/domain';
import type { StoredActivityFacts, StoredGoalFacts } from './digest-facts.repository.ts';
import type { StoredText } from './digests.repository.ts';

const NO_POINTS: DigestPoints = { shown: [], overflow: [] };

export interface DigestPlace {
  readonly goalId: string | null;
  readonly section: DigestSection;
}

/** "lead", or "<goal id>.<section>". Null for anything else. */
export function readKey(key: string): DigestPlace | null {
  if (key === 'lead') return { goalId: null, section: 'lead' };
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z]+)$/i.exec(key);
  const section = DIGEST_GOAL_SECTIONS.find((one) => one === match?.[2]);
  return match?.[1] && section ? { goalId: match[1].toLowerCase(), section } : null;
}

/** The texts of a digest as they stand: what the facts give, and what people have written over it. */
export function textsOf(
  facts: readonly StoredGoalFacts[],
  written: readonly StoredText[],
  today: Day,
  locale: Locale,
): Pick<Digest, 'lead' | 'goals' | 'clashes'> {
  const place = (stored: StoredGoalFacts | undefined, section: DigestSection, points: DigestPoints): DigestText => {
    const goalId = stored?.goal?.id ?? null;
    const own = written.find((one) => one.goalId === goalId && one.section === section);
    return placed(goalId, section, points, own, stored?.lifts ?? []);
  };
  const goals = facts.flatMap((stored): DigestGoal[] => {
    const { goal } = stored;
    if (goal === null) return [];
    const told = factsOf(stored);
    return [
      {
        goal,
        judgement: stored.judgement,
        counts: countJudgements(told.activities.map(({ judgement }) => judgement)),
        sections: DIGEST_GOAL_SECTIONS.map((section) =>
          place(stored, section, digestPoints(section, told, today, locale)),
        ),
      },
    ];
  });
  const general = facts.find(({ goal }) => goal === null);
  const lead = place(general, 'lead', general ? generalPoints(factsOf(general), today, locale) : NO_POINTS);
  const clashes = [lead, ...goals.flatMap(({ sections }) => sections)].filter((text) => text.clashes).length;
  return { lead, goals, clashes };
}

function placed(
  goalId: string | null,
  section: DigestSection,
  { shown, overflow }: DigestPoints,
  written: StoredText | undefined,
  lifts: StoredGoalFacts['lifts'],
): DigestText {
  const proposal = shown.join('\n');
  const now = written?.text ?? proposal;
  return {
    key: goalId === null ? section : `${goalId}.${section}`,
    section,
    proposal,
    overflow,
    links: lifts
      .filter(({ question }) => now.includes(question))
      .map(({ id, question }) => ({ text: question, link: pages.lift(id) })),
    text: written?.text ?? null,
    writtenOver: written?.writtenOver ?? null,
    clashes: written !== undefined && written.writtenOver !== proposal,
    version: written?.version ?? 0,
    updatedAt: written?.updatedAt ?? null,
    updatedBy: written?.updatedBy ?? null,
  };
}

export function factsOf({ activities, promises, lifts, events }: StoredGoalFacts): HalfYearFacts {
  return { activities: activities.map(activityOf), promises, lifts, events };
}

/**
 * A round that has just opened has no judgements yet; what was last said holds until somebody says something else. So the newest
 * answer that is judged counts, and a first judgement in a new round is compared with the one of the round before.
 */
function activityOf(stored: StoredActivityFacts): HalfYearActivity {
  const { reference, text, parkedBecause, postponed, answers, responsible } = stored;
  const at = answers.findIndex(({ judgement }) => judgement !== null);
  const now = answers[at];
  const earlier = answers.slice(at + 1).find(({ judgement }) => judgement !== null)?.judgement ?? null;
  const before = now && 'changedFrom' in now ? { judgementBefore: now.changedFrom ?? earlier } : {};
  return {
    reference,
    text,
    responsible: responsible.map(({ name }) => name),
    judgement: now?.judgement ?? null,
    ...(before.judgementBefore === now?.judgement ? {} : before),
    supportNeeded: now?.supportNeeded ?? '',
    cancelReason: now?.cancelReason ?? '',
    results: now?.results ?? '',
    parkedBecause,
    postponed,
  };
}
