import type { ImportIndicator, ImportReview } from '@samhandling/contracts';
import type { PlanProposal, ProposedIndicator } from '../plans/plan-proposal.ts';

/**
 * The plan to write, out of a review nothing blocks any more. What nobody has answered goes in as a proposal still
 * (`settled` false); what was refused goes in as a sentence to be answered in words.
 */
export function toProposal(review: ImportReview, organisationIds: ReadonlyMap<string, string>): PlanProposal {
  const indicators = new Map(review.indicators.map((indicator) => [indicator.key, indicator]));
  const idOf = (name: string): string => {
    const id = organisationIds.get(name);
    if (!id) throw new Error(`No organisation was decided for an actor of import ${review.id}.`);
    return id;
  };
  const idsOf = (names: readonly string[]): string[] => [...new Set(names.map(idOf))];
  return {
    title: review.settings.title.trim(),
    theme: review.settings.theme.trim(),
    firstYear: review.settings.firstYear ?? 0,
    lastYear: review.settings.lastYear ?? 0,
    purposes: review.purposes,
    overarchingGoals: review.overarchingGoals,
    specificGoals: review.specificGoals,
    goals: review.goals.map((goal) => ({
      number: goal.number,
      code: goal.code,
      title: goal.title,
      tips: goal.tips,
      areas: goal.areas.map((area) => ({
        number: area.number,
        title: area.title,
        activities: area.activities.map((activity) => ({
          number: activity.number,
          text: activity.text,
          responsibleIds: idsOf(activity.responsible),
          responsibleGroupId: activity.responsibleGroup === null ? null : idOf(activity.responsibleGroup),
          partnerIds: idsOf(activity.partners),
          openEnded: activity.openEnded,
          indicators: activity.indicators.map((text, index) =>
            toIndicator(text, indicators.get(`${activity.reference}#${index}`)),
          ),
        })),
      })),
    })),
  };
}

function toIndicator(text: string, reviewed: ImportIndicator | undefined): ProposedIndicator {
  const decision = reviewed?.decision ?? null;
  const asText = {
    text,
    kind: 'text',
    unit: '',
    decimals: 0,
    breakdown: 'none',
    direction: 'none',
    target: null,
  } as const;
  if (decision?.answer === 'refused' || !reviewed) return { ...asText, settled: true };
  const { kind, unit, breakdown, target } = decision ?? reviewed.proposal;
  return {
    text,
    kind,
    unit,
    decimals: kind === 'measure' || kind === 'share' ? 1 : 0,
    breakdown,
    direction: kind === 'text' ? 'none' : 'up',
    target,
    settled: decision !== null,
  };
}
