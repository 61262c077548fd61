import type { ImportReview } from '@samhandling/contracts';
import type { IconName } from '@samhandling/ui';
import type { Left, Step } from '../data/places.ts';

export interface StepLink {
  readonly step: Step;
  readonly label: string;
  /** What is left, or that it is done. */
  readonly note: string;
  readonly icon: IconName;
}

function leftWords(count: number): string {
  return count === 0 ? $localize`:@@imports.step.done:klart` : $localize`:@@imports.step.left:${count}:count: kvar`;
}

function iconOf(count: number): IconName {
  return count === 0 ? 'completed' : 'not_started';
}

/** The way from text to plan, each step with what is left of it. Any order will do. */
export function stepLinks(review: ImportReview, left: Left): readonly StepLink[] {
  const activities = review.goals.flatMap((goal) => goal.areas.flatMap((area) => area.activities)).length;
  const links: StepLink[] = [
    {
      step: 'forslag',
      label: $localize`:@@imports.step.proposal:Förslaget`,
      note: $localize`:@@imports.step.activities:${activities}:count: aktiviteter`,
      icon: 'view',
    },
    {
      step: 'plan',
      label: $localize`:@@imports.step.plan:Namn och år`,
      note: leftWords(left.plan),
      icon: iconOf(left.plan),
    },
    {
      step: 'flaggor',
      label: $localize`:@@imports.step.flags:Flaggor`,
      note: leftWords(left.flags),
      icon: iconOf(left.flags),
    },
    {
      step: 'aktorer',
      label: $localize`:@@imports.step.actors:Aktörer`,
      note: leftWords(left.actors),
      icon: iconOf(left.actors),
    },
    {
      step: 'uppfoljning',
      label: $localize`:@@imports.step.indicators:Uppföljning`,
      note: leftWords(left.indicators),
      icon: iconOf(left.indicators),
    },
  ];
  if (review.differences !== null) {
    const count = review.differences.length;
    links.push({
      step: 'jamforelse',
      label: $localize`:@@imports.step.differences:Skillnader`,
      note: count === 0 ? $localize`:@@imports.step.same:inga` : String(count),
      icon: 'columns',
    });
  }
  links.push({
    step: 'skapa',
    label: $localize`:@@imports.step.create:Skapa planen`,
    note:
      review.blockedBy.length === 0
        ? $localize`:@@imports.step.possible:kan göras nu`
        : $localize`:@@imports.step.obstacles:${review.blockedBy.length}:count: hinder`,
    icon: 'forward',
  });
  return links;
}
