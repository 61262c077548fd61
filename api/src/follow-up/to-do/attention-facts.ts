import type { OutcomeDisplay } from '@samhandling/contracts';
import {
  attentionReasons,
  comparableFigure,
  compareToTarget,
  decisionReference,
  DEFAULT_TARGET_MARGIN,
  differsFromEvents,
  figureCoverage,
  figureStatus,
  type ActivityFacts,
  type AttentionReason,
  type Day,
  type IndicatorFacts,
  type ShareOf,
  type ValueDifference,
} from '@samhandling/domain';
import { placesOf } from '../../outcomes/visible-figures.ts';
import { NOBODY_SEES, visibleFigures, type VisibleFigures } from '../../outcomes/visible-figures.ts';
import type { Waiting, WaitingFigure, WaitingFollowUp } from './to-do.repository.ts';

/** The reasons of every follow-up, each worked out once and only when asked for. */
export class Reasons {
  private readonly rounds: ReadonlyMap<string, Waiting['rounds'][number]>;
  private readonly figures = new Map<string, WaitingFigure[]>();
  private readonly facts = new Map<WaitingFigure, IndicatorFacts>();
  private readonly known = new Map<string, readonly AttentionReason[]>();

  constructor(
    private readonly waiting: Waiting,
    private readonly today: Day,
  ) {
    this.rounds = new Map(waiting.rounds.map((round) => [round.id, round]));
    for (const figure of waiting.figures) {
      for (const activityId of figure.activityIds) {
        const key = `${figure.roundId}/${activityId}`;
        this.figures.set(key, [...(this.figures.get(key) ?? []), figure]);
      }
    }
  }

  of(row: WaitingFollowUp): readonly AttentionReason[] {
    const before = this.known.get(row.id);
    if (before) return before;
    const round = this.rounds.get(row.roundId);
    const state = round?.round.state;
    const reasons = attentionReasons(
      {
        judgement: row.judgement,
        followUp: {
          state: row.state,
          hasReporter: row.reporter !== null,
          roundIsOpen: state === 'open' || state === 'in_review',
          openedOn: round?.opens ?? null,
          dueOn: round?.due ?? null,
          lastAnswerOn: row.lastAnswerOn,
          returnedOn: row.returnedOn,
        },
        indicators: (this.figures.get(`${row.roundId}/${row.activityId}`) ?? []).map((figure) => this.factsOf(figure)),
        unconfirmedPartners: row.invited,
        askedPartners: row.partners,
        ...meetingFacts(row),
      },
      this.today,
    );
    this.known.set(row.id, reasons);
    return reasons;
  }

  /** Indicators of the follow-up that reach their target neither in its round nor in the one before. */
  belowTwice(row: WaitingFollowUp): readonly { readonly id: string; readonly text: string }[] {
    return (this.figures.get(`${row.roundId}/${row.activityId}`) ?? []).flatMap((figure) => {
      const now = this.factsOf(figure);
      const { valueBefore } = now;
      if (now.isProposal || valueBefore === null || figure.previousTarget === null) return [];
      const before = { ...now, value: valueBefore, target: figure.previousTarget };
      return isBelowTarget(now) && isBelowTarget(before) ? [{ id: figure.indicatorId, text: now.text }] : [];
    });
  }

  private factsOf(figure: WaitingFigure): IndicatorFacts {
    const before = this.facts.get(figure);
    if (before) return before;
    const facts = toFacts(figure, this.waiting.municipalities);
    this.facts.set(figure, facts);
    return facts;
  }
}

/** What is over need not be taken up again, though nobody has answered in this round yet. */
function meetingFacts({
  openDecisions,
  discussed,
  judgement,
  lastJudgement,
}: WaitingFollowUp): Pick<ActivityFacts, 'openDecisions' | 'lastDiscussedOn' | 'discussable'> {
  const standing = judgement ?? lastJudgement;
  const isOver = standing === 'completed' || standing === 'cancelled';
  return {
    openDecisions: openDecisions.map(({ number, year, dueOn }) => ({ number: decisionReference(number, year), dueOn })),
    ...(discussed && !isOver && { lastDiscussedOn: discussed.lastOn, discussable: discussed }),
  };
}

/** What covers only some of its places cannot be said to be below. */
function isBelowTarget({ value, target, direction, margin, coverage }: IndicatorFacts): boolean {
  const { status } = compareToTarget(value, target, direction, margin ?? DEFAULT_TARGET_MARGIN, coverage);
  return status === 'near' || status === 'missed';
}

/** Protected before compared: a small number is unknown here, as it is to the reader. */
function toFacts(figure: WaitingFigure, municipalities: Waiting['municipalities']): IndicatorFacts {
  const { definition, target } = figure;
  const places = placesOf(definition.breakdown, municipalities);
  const now = visibleFigures(definition, places, figure.outcomes, NOBODY_SEES, figure);
  const before =
    figure.previous.length === 0
      ? null
      : visibleFigures(definition, places, figure.previous, NOBODY_SEES, { overlap: figure.previousOverlap });
  const { combined } = now;
  const differs = differenceIn(figure, now);
  return {
    id: figure.indicatorId,
    text: definition.text,
    isProposal: !definition.settled,
    cellsOf: combined.of,
    cellsReported: combined.reported,
    value: comparableFigure(combined, definition.kind),
    valueBefore: before === null ? null : comparableFigure(before.combined, definition.kind),
    share: shareIn(combined, definition),
    shareBefore: before === null ? null : shareIn(before.combined, definition),
    target,
    direction: definition.direction,
    decimals: definition.kind === 'count' ? 0 : definition.decimals,
    unit: definition.kind === 'share' ? '%' : definition.unit,
    coverage: figureCoverage(combined, definition),
    margin: definition.targetMargin,
    ...(figure.targets.length > 0 && { placeTargets: placeTargetsIn(figure, now, municipalities) }),
    ...(differs.cells > 0 && { differs }),
  };
}

function shareIn(display: OutcomeDisplay, { kind }: WaitingFigure['definition']): ShareOf | null {
  if (kind !== 'share' || display.state !== 'value' || display.value === null || display.denominator === null)
    return null;
  return { numerator: display.value, denominator: display.denominator };
}

function placeTargetsIn(
  { definition, targets }: WaitingFigure,
  now: VisibleFigures,
  municipalities: Waiting['municipalities'],
): NonNullable<IndicatorFacts['placeTargets']> {
  const judged = municipalities.flatMap(({ code, name }) => {
    const target = targets.find((each) => each.code === code)?.value;
    const figure = now.cell(code, 'total');
    if (target === undefined || comparableFigure(figure, definition.kind) === null) return [];
    const status = figureStatus(figure, target, definition);
    return [{ name, isBelow: status === 'near' || status === 'missed' }];
  });
  return { of: judged.length, below: judged.filter(({ isBelow }) => isBelow).map(({ name }) => name) };
}

/** Cells where the events give another value than the typed one. Numbers only where there is one cell, and it is shown. */
function differenceIn(figure: WaitingFigure, now: VisibleFigures): ValueDifference {
  const codes = differingPlaces(figure);
  const [computed] = figure.computed;
  const only: OutcomeDisplay | null = figure.definition.breakdown === 'none' ? now.combined : null;
  const isShown = codes.length === 1 && computed !== undefined && only?.state === 'value';
  return {
    cells: codes.length,
    of: figure.computed.length,
    typed: isShown ? only.value : null,
    computed: isShown && only.value !== null ? computed.value : null,
  };
}

/** Places (null is the county) whose stored value waits for a choice. */
export function differingPlaces({ computed, outcomes }: WaitingFigure): (string | null)[] {
  return computed
    .filter(({ code, value }) =>
      differsFromEvents(
        outcomes.find((outcome) => outcome.municipalityCode === code && outcome.sex === 'total'),
        value,
      ),
    )
    .map(({ code }) => code);
}
