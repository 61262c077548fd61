import { Injectable } from '@nestjs/common';
import { EMPTY_LABELS, GOAL_JUDGEMENT_LABELS, JUDGEMENT_LABELS, NOT_JUDGED_LABEL } from '@samhandling/domain';
import {
  earlierOf,
  REPORT_SOURCE_FORM,
  type ReportEarlier,
  type ReportIndicator,
  type ReportSource,
  type ReportStanding,
} from '@samhandling/report-model';
import { OutcomesService, type RoundFigure } from '../outcomes/outcomes.service.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { readFacts } from './files/json.ts';
import { notFound } from '../platform/http/problem-exception.ts';
import { ReportsRepository, type RoundFacts } from './reports.repository.ts';

/**
 * Collects the facts of a round's report in one snapshot. Outcomes come from the feature that owns them, protected as
 * for any reader, so no report can hold a small number, whoever asks for it.
 */
@Injectable()
export class ReportFactsService {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly outcomes: OutcomesService,
    private readonly uow: UnitOfWork,
  ) {}

  /** 404 when the round does not exist in the county. */
  collect(roundId: string, standing: (facts: RoundFacts) => ReportStanding): Promise<ReportSource> {
    return this.uow.read(async () => {
      const figures = await this.outcomes.findFiguresForRound(roundId);
      const facts = await this.reports.findFacts(roundId, figures.previousRound?.id ?? null);
      if (!facts) throw notFound();
      const { county, plan, round, lastRound, reopenings, municipalities, goals, valueSources } = facts;
      return {
        form: REPORT_SOURCE_FORM,
        county,
        plan,
        terms: {
          judgement: JUDGEMENT_LABELS,
          goalJudgement: GOAL_JUDGEMENT_LABELS,
          notJudged: NOT_JUDGED_LABEL,
          empty: EMPTY_LABELS,
        },
        round,
        standing: standing(facts),
        reopenings,
        lastRound,
        municipalities,
        goals,
        indicators: figures.figures.map((figure) => toIndicator(figure, new Set(facts.changedIndicators))),
        valueSources,
        ...(await this.earlier(roundId)),
      };
    });
  }

  /** Nothing when no round before has been adopted, or its report is of a form this program does not know. */
  private async earlier(roundId: string): Promise<{ readonly earlier?: ReportEarlier }> {
    const frozen = await this.reports.findEarlierFrozen(roundId);
    const facts = frozen === null ? null : readFacts(frozen);
    return facts ? { earlier: earlierOf(facts) } : {};
  }
}

function toIndicator(figure: RoundFigure, changed: ReadonlySet<string>): ReportIndicator {
  const { indicator, cells } = figure;
  const isBroken = indicator.breakdown === 'municipality';
  return {
    id: indicator.id,
    text: indicator.text,
    kind: indicator.kind,
    unit: indicator.unit,
    decimals: indicator.decimals,
    direction: indicator.direction,
    breakdown: indicator.breakdown,
    combinePlaces: indicator.combinePlaces,
    settled: indicator.settled,
    target: figure.target,
    baseline:
      indicator.baselineValue === null || indicator.baselineYear === null
        ? null
        : { value: indicator.baselineValue, year: indicator.baselineYear, source: indicator.baselineSource },
    smallNumberThreshold: indicator.smallNumberThreshold,
    changedSinceLast: changed.has(indicator.id),
    definitionVersion: indicator.definitionVersion,
    activities: figure.activities,
    now: figure.combined,
    last: figure.previousCombined,
    sexes: isBroken
      ? []
      : cells.flatMap(({ sex, display, previous }) => (sex === 'total' ? [] : [{ sex, now: display, last: previous }])),
    places: isBroken
      ? cells.flatMap(({ municipalityCode, sex, display, previous }) =>
          sex === 'total' && municipalityCode !== null
            ? [{ code: municipalityCode, now: display, last: previous }]
            : [],
        )
      : [],
  };
}
