import { pages, type OutcomeDisplay, type ToDoItem } from '@samhandling/contracts';
import {
  ATTENTION_CODES,
  attentionReasons,
  type AttentionCode,
  type Day,
  type IndicatorFacts,
  type Locale,
  type TargetCoverage,
} from '@samhandling/domain';
import type { RoundFigure } from '../../outcomes/outcomes.service.ts';
import type { WaitingFollowUp } from './to-do.repository.ts';

/**
 * Follow-ups with the reasons why they wait, most urgent first; those with the same first reason stay in the order they
 * came, which is by due day and then reading order.
 */
export function toFollowUpItems(
  waiting: readonly WaitingFollowUp[],
  figuresOf: (roundId: string) => readonly RoundFigure[],
  today: Day,
  locale: Locale,
): ToDoItem[] {
  return waiting
    .map((row) => ({ row, reasons: reasonsOf(row, figuresOf(row.round.id), today) }))
    .sort((a, b) => rankOf(a.reasons[0]?.code) - rankOf(b.reasons[0]?.code))
    .map(({ row, reasons }) => ({
      id: row.id,
      title: row.title,
      reference: row.reference,
      plan: row.plan,
      round: row.round,
      due: row.due,
      state: row.state,
      judgement: row.judgement,
      reasons: reasons.map((reason) => reason.words[locale]),
      link: pages.followUp(row.id),
      updatedAt: row.lastAnswerOn === null ? null : row.updatedAt,
      reporter: row.reporter,
    }));
}

function reasonsOf(
  row: WaitingFollowUp,
  figures: readonly RoundFigure[],
  today: Day,
): ReturnType<typeof attentionReasons> {
  return attentionReasons(
    {
      judgement: row.judgement,
      followUp: {
        state: row.state,
        hasReporter: row.reporter !== null,
        roundIsOpen: true,
        openedOn: row.opens,
        dueOn: row.due,
        lastAnswerOn: row.lastAnswerOn,
        returnedOn: row.returnedOn,
      },
      indicators: figures.filter((figure) => figure.activityIds.includes(row.activityId)).map(toFacts),
    },
    today,
  );
}

function rankOf(code: AttentionCode | undefined): number {
  return code === undefined ? ATTENTION_CODES.length : ATTENTION_CODES.indexOf(code);
}

/** Figures come already protected: a small number is unknown here, as it is to the reader. */
function toFacts({ indicator, target, combined, previousCombined }: RoundFigure): IndicatorFacts {
  return {
    id: indicator.id,
    text: indicator.text,
    isProposal: !indicator.settled,
    cellsOf: combined.of,
    cellsReported: combined.reported,
    value: numberIn(combined, indicator.kind),
    valueBefore: previousCombined === null ? null : numberIn(previousCombined, indicator.kind),
    target,
    direction: indicator.direction,
    decimals: indicator.decimals,
    unit: indicator.kind === 'share' ? '%' : indicator.unit,
    coverage: coverageOf(combined, indicator),
  };
}

/** A share is compared in per cent. Milestones and texts have no number to compare. */
function numberIn(display: OutcomeDisplay, kind: RoundFigure['indicator']['kind']): number | null {
  if (display.state !== 'value' || kind === 'milestone' || kind === 'text') return null;
  if (kind !== 'share' || display.denominator === null) return display.value;
  return display.value === null ? null : (display.value / display.denominator) * 100;
}

function coverageOf(display: OutcomeDisplay, { kind, combinePlaces }: RoundFigure['indicator']): TargetCoverage {
  if (display.reported >= display.of) return 'whole';
  return kind !== 'share' && combinePlaces !== 'mean' ? 'part_of_sum' : 'part';
}
