import { pages, type ToDoItem } from '@samhandling/contracts';
import {
  countOf,
  formatDay,
  formatOf,
  rehearse,
  ROUND_TRANSITION_LABELS,
  type Day,
  type Label,
  type Locale,
  type RoundState,
  type RoundTransitionName,
} from '@samhandling/domain';
import type { WaitingGoal, WaitingRound } from './to-do.repository.ts';

interface Step {
  readonly next: RoundTransitionName | null;
  readonly reasons: readonly Label[];
}

/**
 * The planner's next step with each round, where there is one to take: open when its day has come, review when all
 * have answered or the last day has passed, mend what blocks, propose, confirm what somebody else proposed.
 */
export function toRoundItems(
  waiting: readonly WaitingRound[],
  personId: string,
  today: Day,
  locale: Locale,
): ToDoItem[] {
  return waiting.flatMap((row) => {
    const step = stepOf(row, personId, today);
    if (step.reasons.length === 0) return [];
    const name = `${locale === 'sv' ? 'Omgång' : 'Round'} ${row.round.label}`;
    const next = step.next === null ? '' : `: ${lowerFirst(ROUND_TRANSITION_LABELS[step.next][locale])}`;
    return [
      {
        id: row.id,
        title: `${name}${next}`,
        reference: null,
        plan: { id: row.plan.id, slug: row.plan.slug, title: row.plan.title },
        round: row.round,
        due: row.due,
        state: null,
        judgement: null,
        reasons: step.reasons.map((reason) => reason[locale]),
        link: pages.round(row.plan.slug, row.round.label),
        updatedAt: null,
        reporter: null,
      },
    ];
  });
}

export function toGoalItems(
  waiting: readonly WaitingGoal[],
  rounds: ReadonlyMap<string, WaitingRound>,
  locale: Locale,
): ToDoItem[] {
  return waiting.flatMap((row) => {
    const round = rounds.get(row.roundId);
    return round ? [toGoalItem(row, round, locale)] : [];
  });
}

function toGoalItem(row: WaitingGoal, { plan, round, due }: WaitingRound, locale: Locale): ToDoItem {
  return {
    id: row.id,
    title: row.title,
    reference: row.reference,
    plan: { id: plan.id, slug: plan.slug, title: plan.title },
    round,
    due,
    state: null,
    judgement: null,
    reasons: goalReasons(row, round.state).map((reason) => reason[locale]),
    link: pages.round(plan.slug, round.label),
    updatedAt: null,
    reporter: null,
  };
}

function goalReasons({ answered, total }: WaitingGoal, state: RoundState): Label[] {
  const inReview: Label[] =
    state === 'in_review'
      ? [
          {
            sv: 'Bedömningen måste finnas innan omgången kan fastställas.',
            en: 'The judgement must be there before the round can be adopted.',
          },
        ]
      : [];
  return total === 0 ? inReview : [...inReview, answersWords(answered, total)];
}

function stepOf(row: WaitingRound, personId: string, today: Day): Step {
  switch (row.round.state) {
    case 'planned':
      return plannedStep(row, today);
    case 'open':
      return openStep(row, today);
    case 'in_review':
      return reviewStep(row, blockingIn(row), personId);
    case 'adopted':
      return { next: null, reasons: [] };
  }
}

/** Asked of the dress rehearsal, so that the list and the round's page count alike. */
function blockingIn({ states, goalsJudged }: WaitingRound): number {
  const nobody = { reference: '', judgement: null, organisation: null, hasNextStep: true, indicators: [] };
  return rehearse({
    activities: states.map((followUpState, index) => ({ ...nobody, id: String(index), followUpState })),
    goals: goalsJudged.map((isJudged, index) => ({ id: String(index), code: '', title: '', isJudged })),
  }).blocking;
}

function plannedStep({ mayOpen, opens }: WaitingRound, today: Day): Step {
  if (!mayOpen || opens > today) return { next: null, reasons: [] };
  const [sv, en] = [formatDay(opens, 'sv'), formatDay(opens, 'en')];
  return { next: 'open', reasons: [{ sv: `Omgången ska öppna ${sv}.`, en: `The round is to open on ${en}.` }] };
}

function openStep(row: WaitingRound, today: Day): Step {
  const reasons: Label[] = [];
  const allIn = row.total > 0 && row.answered === row.total;
  const isPastDue = row.due < today;
  if (isPastDue && !allIn) {
    reasons.push({
      sv: `Sista svarsdag var ${formatDay(row.due, 'sv')}.`,
      en: `The last day for answers was ${formatDay(row.due, 'en')}.`,
    });
  }
  if (allIn || isPastDue) reasons.push(answersWords(row.answered, row.total));
  if (row.withoutReporter > 0) reasons.push(withoutReporterWords(row));
  return { next: allIn || isPastDue ? 'start_review' : null, reasons };
}

function reviewStep({ proposedBy, proposedOn }: WaitingRound, blocking: number, personId: string): Step {
  if (proposedBy?.id === personId) return { next: null, reasons: [] };
  if (blocking > 0) {
    return {
      next: null,
      reasons: [
        {
          sv:
            blocking === 1
              ? 'En sak måste finnas innan omgången kan fastställas.'
              : `${blocking} saker måste finnas innan omgången kan fastställas.`,
          en:
            blocking === 1
              ? 'One thing must be there before the round can be adopted.'
              : `${blocking} things must be there before the round can be adopted.`,
        },
      ],
    };
  }
  if (proposedBy === null) {
    return {
      next: 'propose_adoption',
      reasons: [
        {
          sv: 'Inget hindrar att omgången fastställs. En annan planerare bekräftar.',
          en: 'Nothing stops the round from being adopted. Another planner confirms.',
        },
      ],
    };
  }
  const day = (locale: Locale): string => (proposedOn === null ? '' : formatDay(proposedOn, locale));
  return {
    next: 'adopt',
    reasons: [
      {
        sv: `${proposedBy.name} föreslog ${day('sv')} att omgången fastställs. Bekräfta eller ta tillbaka förslaget.`,
        en: `${proposedBy.name} proposed adoption on ${day('en')}. Confirm it or withdraw the proposal.`,
      },
    ],
  };
}

function answersWords(answered: number, total: number): Label {
  if (answered === total) {
    return {
      sv: `Alla svar har kommit in (${formatOf(answered, total, 'sv')}).`,
      en: `All answers are in (${formatOf(answered, total, 'en')}).`,
    };
  }
  return {
    sv: `${formatOf(answered, total, 'sv')} svar har kommit in.`,
    en: `${formatOf(answered, total, 'en')} answers are in.`,
  };
}

function withoutReporterWords({ plan, withoutReporter }: WaitingRound): Label {
  const [sv, en] = [plan.words.sv.activity, plan.words.en.activity];
  return {
    sv: `${countOf(sv, withoutReporter)} saknar rapportör.`,
    en: `${countOf(en, withoutReporter)} ${withoutReporter === 1 ? 'has' : 'have'} no reporter.`,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);
}
