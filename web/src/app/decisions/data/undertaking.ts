import { type ActionPoint, type Day, type Decision, pages } from '@samhandling/contracts';

/** A decision or an action point as a row, wherever rows of both stand together. */
export interface Undertaking {
  readonly kind: 'decision' | 'action_point';
  readonly id: string;
  readonly version: number;
  readonly decision: Decision | null;
  readonly actionPoint: ActionPoint | null;
  /** "§ 12/2026"; empty for an action point. */
  readonly reference: string;
  readonly text: string;
  readonly who: string;
  readonly group: string;
  readonly on: Day;
  readonly due: Day | null;
  readonly isLate: boolean;
  readonly isOpen: boolean;
  readonly doneText: string;
  readonly doneOn: Day | null;
  readonly mayComplete: boolean;
  /** Page of the decision; null for an action point, which has none. */
  readonly link: string | null;
  readonly activity: { readonly reference: string; readonly text: string; readonly link: string } | null;
}

export function ofDecision(decision: Decision): Undertaking {
  const { id, version, reference, text, person, organisation, group, decidedOn, due, isLate, state } = decision;
  return {
    kind: 'decision',
    id,
    version,
    decision,
    actionPoint: null,
    reference,
    text,
    who: person?.name ?? organisation?.name ?? '',
    group: group.name,
    on: decidedOn,
    due,
    isLate,
    isOpen: state === 'open',
    doneText: decision.doneText,
    doneOn: decision.doneOn,
    mayComplete: decision.mayComplete,
    link: pages.decision(id),
    activity: activityOf(decision),
  };
}

export function ofActionPoint(point: ActionPoint): Undertaking {
  const { id, version, text, assignee, group, madeOn, due, isLate, state } = point;
  return {
    kind: 'action_point',
    id,
    version,
    decision: null,
    actionPoint: point,
    reference: '',
    text,
    who: assignee,
    group: group.name,
    on: madeOn,
    due,
    isLate,
    isOpen: state === 'open',
    doneText: point.doneText,
    doneOn: point.doneOn,
    mayComplete: point.mayComplete,
    link: null,
    activity: activityOf(point),
  };
}

/** What is late first, then what is due, then the rest, as the API sends each kind; both kinds together. */
export function together(decisions: readonly Decision[], points: readonly ActionPoint[]): Undertaking[] {
  const rank = ({ isOpen, due, on }: Undertaking): string => `${isOpen ? '0' : '1'}${isOpen ? (due ?? '9') : on}`;
  return [...decisions.map(ofDecision), ...points.map(ofActionPoint)].sort((a, b) => {
    const order = rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
    // Of what is over the newest is of most interest.
    return a.isOpen || b.isOpen ? order : -order;
  });
}

function activityOf({ activity, planSlug }: Decision | ActionPoint): Undertaking['activity'] {
  if (!activity) return null;
  const [area = '', number = ''] = activity.reference.split('/');
  return { reference: activity.reference, text: activity.text, link: pages.activity(planSlug, area, number) };
}
