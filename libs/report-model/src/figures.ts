import { capitalised, countJudgements, INDICATOR_KIND_LABELS } from '@samhandling/domain';
import { ACTIVITY_TONES, activitiesOf, goalName, judgementsOf, toneWord, type ReportContext } from './context.ts';
import { indicatorsOf } from './counts.ts';
import { figureCell, targetDirectionText, targetStatus, targetStatusText, unitText } from './figure-text.ts';
import type { FigureTable } from './model.ts';

/** Every indicator with its figures, for the workbook: the same figures as in the report, none more. */
export function figureTable(context: ReportContext): FigureTable {
  const { source, locale, label, words } = context;
  const rows = source.goals.flatMap((goal) =>
    indicatorsOf(source, goal).map((indicator) => ({
      goal: goalName(context, goal),
      references: indicator.activities.join(', '),
      indicator: indicator.text,
      kind: INDICATOR_KIND_LABELS[indicator.kind][locale],
      unit: unitText(context, indicator),
      decimals: indicator.decimals,
      isNumber: indicator.kind !== 'milestone' && indicator.kind !== 'text',
      now: figureCell(context, indicator, indicator.now),
      last: indicator.last === null ? null : figureCell(context, indicator, indicator.last),
      isShare: indicator.kind === 'share',
      target: indicator.settled ? indicator.target : null,
      targetDirection: targetDirectionText(context, indicator),
      targetStatus: targetStatusText(context, targetStatus(indicator)),
      baseline: indicator.baseline?.value ?? null,
      baselineYear: indicator.baseline?.year ?? null,
      baselineSource: indicator.baseline?.source ?? '',
      sexes: indicator.sexes.map(({ sex, now, last }) => ({
        label: label(sex),
        now: figureCell(context, indicator, now),
        last: last === null ? null : figureCell(context, indicator, last),
      })),
      places: indicator.places.map(({ code, now, last }) => ({
        code,
        now: figureCell(context, indicator, now),
        last: last === null ? null : figureCell(context, indicator, last),
      })),
    })),
  );
  const standing = source.goals.map((goal) => {
    const counts = countJudgements(judgementsOf(activitiesOf(goal)));
    return {
      name: goalName(context, goal),
      counts: ACTIVITY_TONES.map((tone) => (tone === 'not_judged' ? counts.notJudged : counts[tone])),
    };
  });
  return {
    words: { goal: capitalised(words.goal.one), activity: capitalised(words.activity.one) },
    rounds: { now: source.round.label, last: source.lastRound?.label ?? null },
    standing: { tones: ACTIVITY_TONES.map((tone) => toneWord(context, tone)), goals: standing },
    places: source.municipalities,
    rows,
  };
}
