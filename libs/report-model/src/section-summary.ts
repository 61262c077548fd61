import {
  activitySentence,
  capitalised,
  countGoalJudgements,
  countJudgements,
  formatNumber,
  goalSentence,
  NO_BREAK_SPACE,
  noneOrCount,
  joinList,
} from '@samhandling/domain';
import { judgementChart } from './charts.ts';
import {
  ACTIVITY_TONES,
  activitiesOf,
  cell,
  goalJudgementCell,
  goalName,
  heading,
  judgementsOf,
  paragraph,
  SYMBOLS,
  table,
  toneWord,
  type ReportContext,
} from './context.ts';
import { reportingCounts, targetCounts } from './counts.ts';
import type { Block, Fact } from './model.ts';
import { PHRASES } from './phrases.ts';
import type { ReportActivity } from './source.ts';

/** The year in facts: every sentence is counted from the same rows as the tables further on. */
export function summarySection(context: ReportContext): Block[] {
  const { source, locale, words, label } = context;
  const activities = source.goals.flatMap(activitiesOf);
  const now = activitySentence(countJudgements(judgementsOf(activities)), words.activity, locale);
  const blocks: Block[] = [heading(1, label('summary')), paragraph(now, 'lead')];
  if (source.lastRound) {
    const before = activities.flatMap(({ last }) => (last === null ? [] : [last.judgement]));
    if (before.length > 0)
      blocks.push(
        paragraph(
          PHRASES.lastTime(
            source.lastRound.label,
            activitySentence(countJudgements(before), words.activity, locale),
            locale,
          ),
        ),
      );
  }
  if (!source.lastRound) blocks.push(paragraph(PHRASES.firstRound(locale)));
  blocks.push(
    paragraph(goalSentence(countGoalJudgements(source.goals.map(({ judgement }) => judgement)), words.goal, locale)),
  );
  blocks.push(paragraph(PHRASES.targets(targetCounts(source.indicators), locale)));
  blocks.push(paragraph(PHRASES.reporting(reportingCounts(source.indicators), locale)));
  blocks.push({
    kind: 'facts',
    items: [listed(context, 'needs_support', activities), listed(context, 'cancelled', activities)],
  });
  return blocks;
}

/** "Behöver stöd: 7 aktiviteter: 1.1/8, 2.1/3 och 4.1/2". */
function listed(
  context: ReportContext,
  judgement: 'needs_support' | 'cancelled',
  activities: readonly ReportActivity[],
): Fact {
  const { locale, words } = context;
  const those = activities
    .filter(({ followUp }) => followUp?.judgement === judgement)
    .map(({ reference }) => reference);
  const count = noneOrCount(those.length, words.activity, locale);
  return {
    label: toneWord(context, judgement),
    value: those.length === 0 ? count : `${count}: ${joinList(those, locale)}`,
    tone: judgement,
  };
}

/** How the goals stand, and how their activities do: one table each and a chart. */
export function judgementsSection(context: ReportContext): Block[] {
  const { source, locale, words, label } = context;
  const goals = source.goals.map((goal) => ({ goal, counts: countJudgements(judgementsOf(activitiesOf(goal))) }));
  const last = source.lastRound;
  const goalRows = source.goals.map((goal) => [
    cell(goalName(context, goal)),
    cell(goal.title),
    goalJudgementCell(context, goal.judgement),
    ...(last ? [goal.last === null ? cell(label('nothing')) : goalJudgementCell(context, goal.last.judgement)] : []),
  ]);
  const goalColumns = [
    { header: capitalised(words.goal.one), align: 'start' as const, width: 15 },
    { header: locale === 'sv' ? 'Rubrik' : 'Title', align: 'start' as const, width: last ? 45 : 60 },
    { header: source.round.label, align: 'start' as const, width: 20 },
    ...(last ? [{ header: last.label, align: 'start' as const, width: 20 }] : []),
  ];
  const number = (value: number): string => formatNumber(value, 0, locale);
  const countOf = (counts: (typeof goals)[number]['counts'], tone: (typeof ACTIVITY_TONES)[number]): number =>
    tone === 'not_judged' ? counts.notJudged : counts[tone];
  const sum = (of: (counts: (typeof goals)[number]['counts']) => number): number =>
    goals.reduce((total, { counts }) => total + of(counts), 0);
  const countRows = [
    ...goals.map(({ goal, counts }) => [
      cell(goalName(context, goal)),
      ...ACTIVITY_TONES.map((tone) => cell(number(countOf(counts, tone)))),
      cell(number(counts.total)),
    ]),
    [
      cell(label('total')),
      ...ACTIVITY_TONES.map((tone) => cell(number(sum((counts) => countOf(counts, tone))))),
      cell(number(sum(({ total }) => total))),
    ],
  ];
  const byJudgement =
    locale === 'sv'
      ? `${capitalised(words.activity.many)} efter läge, per ${words.goal.one}`
      : `${capitalised(words.activity.many)} by judgement, per ${words.goal.one}`;
  return [
    heading(1, label('judgements')),
    table(
      locale === 'sv' ? `Bedömning av ${words.goal.theMany}` : `Judgement of ${words.goal.theMany}`,
      goalColumns,
      goalRows,
    ),
    ...judgementChart(
      context,
      byJudgement,
      source.goals.map((goal) => ({ name: goalName(context, goal), judgements: judgementsOf(activitiesOf(goal)) })),
    ),
    table(
      byJudgement,
      [
        { header: capitalised(words.goal.one), align: 'start', width: 11 },
        ...ACTIVITY_TONES.map((tone) => ({
          header: `${SYMBOLS[tone]}${NO_BREAK_SPACE}${toneWord(context, tone)}`,
          align: 'end' as const,
          width: 14,
        })),
        { header: label('total'), align: 'end', width: 8 },
      ],
      countRows,
      { hasTotal: true },
    ),
  ];
}
