import {
  activitySentence,
  capitalised,
  countJudgements,
  formatDay,
  NO_BREAK_SPACE,
  noneOrCount,
} from '@samhandling/domain';
import { judgementChart } from './charts.ts';
import {
  activitiesOf,
  cell,
  goalJudgementCell,
  goalName,
  goalNameInside,
  heading,
  judgementCell,
  judgementsOf,
  paragraph,
  paragraphs,
  responsibleText,
  table,
  type ReportContext,
} from './context.ts';
import { indicatorsOf } from './counts.ts';
import { figureText, isPartial, targetStatus, targetStatusText, targetText, unitText } from './figure-text.ts';
import type { Block, BlockOf, TableCell } from './model.ts';
import { PHRASES } from './phrases.ts';
import type { ReportActivity, ReportGoal, ReportIndicator } from './source.ts';

/** One part per goal: judgement, text, status, outcomes, what needs support, what was cancelled. */
export function goalsSection(context: ReportContext): Block[] {
  const { words } = context;
  const title = heading(1, capitalised(words.goal.theMany));
  return [title, ...context.source.goals.flatMap((goal) => goalPart(context, goal))];
}

function goalPart(context: ReportContext, goal: ReportGoal): Block[] {
  return [
    heading(2, `${goalName(context, goal)}: ${goal.title}`),
    ...judgementBlocks(context, goal),
    ...statusBlocks(context, goal),
    ...outcomeBlocks(context, goal),
    ...supportBlocks(context, goal),
    ...cancelledBlocks(context, goal),
  ];
}

function judgementBlocks(context: ReportContext, goal: ReportGoal): Block[] {
  const { source, label, locale } = context;
  const judged = goalJudgementCell(context, goal.judgement);
  const last =
    source.lastRound && goal.last
      ? `${label('lastRound')} (${source.lastRound.label}): ${goalJudgementCell(context, goal.last.judgement).text}`
      : '';
  const text = paragraphs(goal.text);
  return [
    { kind: 'callout', tone: goal.judgement ?? 'not_judged', title: judged.text, text: last },
    ...(text.length > 0 ? text : [paragraph(PHRASES.noText(locale), 'quiet')]),
  ];
}

function statusBlocks(context: ReportContext, goal: ReportGoal): Block[] {
  const { source, locale, words, label } = context;
  const activities = activitiesOf(goal);
  const last = source.lastRound;
  const caption = locale === 'sv' ? `Läget för ${words.activity.theMany}` : `How ${words.activity.theMany} stand`;
  const row = (activity: ReportActivity): TableCell[] => [
    cell(activity.reference),
    cell(activity.text),
    cell(responsibleText(activity)),
    judgementCell(context, activity.followUp?.judgement ?? null),
    ...(last
      ? [activity.last === null ? cell(label('nothing')) : judgementCell(context, activity.last.judgement)]
      : []),
  ];
  const bars = [
    { name: source.round.label, judgements: judgementsOf(activities) },
    ...(last && activities.some((activity) => activity.last !== null)
      ? [
          {
            name: last.label,
            judgements: activities.flatMap((activity) => (activity.last === null ? [] : [activity.last.judgement])),
          },
        ]
      : []),
  ];
  const chartCaption =
    locale === 'sv'
      ? `${capitalised(words.activity.many)} efter läge, ${goalNameInside(context, goal)}`
      : `${capitalised(words.activity.many)} by judgement, ${goalNameInside(context, goal)}`;
  return [
    heading(3, capitalised(words.activity.many)),
    paragraph(activitySentence(countJudgements(judgementsOf(activities)), words.activity, locale)),
    ...(activities.length > 0
      ? [
          ...judgementChart(context, chartCaption, bars),
          table(
            `${caption}, ${goalNameInside(context, goal)}`,
            [
              { header: label('number'), align: 'start' as const, width: 8 },
              { header: capitalised(words.activity.one), align: 'start' as const, width: last ? 37 : 53 },
              { header: label('responsible'), align: 'start' as const, width: 23 },
              { header: source.round.label, align: 'start' as const, width: 16 },
              ...(last ? [{ header: last.label, align: 'start' as const, width: 16 }] : []),
            ],
            activities.map(row),
          ),
        ]
      : []),
  ];
}

function outcomeBlocks(context: ReportContext, goal: ReportGoal): Block[] {
  const { source, locale, label } = context;
  const indicators = indicatorsOf(source, goal);
  const title = heading(3, label('outcomes'));
  if (indicators.length === 0) return [title, paragraph(PHRASES.noIndicators(locale))];
  const name = goalNameInside(context, goal);
  const counted = indicators.filter(({ kind }) => kind !== 'text');
  const told = indicators.filter(({ kind }) => kind === 'text');
  return [
    title,
    ...(counted.length > 0
      ? [
          table(
            `${label('outcomes')}, ${name}`,
            outcomeColumns(context),
            counted.flatMap((indicator) => outcomeRows(context, indicator)),
            { note: outcomeNote(context, counted) },
          ),
        ]
      : []),
    ...(told.length > 0
      ? [toldTable(context, locale === 'sv' ? `Följs i ord, ${name}` : `Followed in words, ${name}`, told)]
      : []),
  ];
}

function outcomeColumns({ source, label }: ReportContext): BlockOf<'table'>['columns'] {
  const last = source.lastRound;
  return [
    { header: label('indicator'), align: 'start', width: last ? 30 : 41 },
    { header: label('unit'), align: 'start', width: 15 },
    { header: source.round.label, align: 'end', width: 16 },
    ...(last ? [{ header: last.label, align: 'end' as const, width: 15 }] : []),
    { header: label('target'), align: 'end', width: 11 },
    { header: label('targetStatus'), align: 'start', width: 13 },
  ];
}

/** What is followed in words has a table of its own: a text is no figure, and needs room. */
function toldTable(context: ReportContext, caption: string, indicators: readonly ReportIndicator[]): Block {
  const { source, label } = context;
  const last = source.lastRound;
  const text = (indicator: ReportIndicator, figure: ReportIndicator['last']): TableCell =>
    cell(figure === null ? label('nothing') : figureText(context, indicator, figure));
  return table(
    caption,
    [
      { header: label('indicator'), align: 'start', width: 30 },
      { header: source.round.label, align: 'start', width: last ? 35 : 70 },
      ...(last ? [{ header: last.label, align: 'start' as const, width: 35 }] : []),
    ],
    indicators.map((indicator) => [
      cell(`${indicator.activities.join(', ')} ${indicator.text}`),
      text(indicator, indicator.now),
      ...(last ? [text(indicator, indicator.last)] : []),
    ]),
  );
}

/** One row per indicator; women and men in rows of their own beneath. */
function outcomeRows(context: ReportContext, indicator: ReportIndicator): TableCell[][] {
  const { source, label } = context;
  const hasLast = source.lastRound !== null;
  const before = (figure: ReportIndicator['last']): TableCell[] =>
    hasLast ? [cell(figure === null ? label('nothing') : figureText(context, indicator, figure))] : [];
  const marks = `${indicator.settled ? '' : `${NO_BREAK_SPACE}*`}${indicator.changedSinceLast ? `${NO_BREAK_SPACE}†` : ''}`;
  const name = `${indicator.activities.join(', ')} ${indicator.text}${marks}`;
  return [
    [
      cell(name),
      cell(unitText(context, indicator)),
      cell(figureText(context, indicator, indicator.now)),
      ...before(indicator.last),
      cell(targetText(context, indicator)),
      cell(targetStatusText(context, targetStatus(indicator))),
    ],
    ...indicator.sexes.map(({ sex, now, last }) => [
      cell(`${indicator.activities[0] ?? ''} ${label(sex === 'women' ? 'ofWhichWomen' : 'ofWhichMen')}`),
      cell(unitText(context, indicator)),
      cell(figureText(context, indicator, now)),
      ...before(last),
      cell(label('nothing')),
      cell(label('nothing')),
    ]),
  ];
}

function outcomeNote({ locale }: ReportContext, indicators: readonly ReportIndicator[]): string {
  const notes = [
    indicators.some(
      ({ kind, now, last }) =>
        kind !== 'text' && kind !== 'milestone' && (isPartial(now) || (last !== null && isPartial(last))),
    )
      ? PHRASES.partialNote(locale)
      : '',
    indicators.some(({ settled }) => !settled) ? PHRASES.proposalNote(locale) : '',
    indicators.some(({ changedSinceLast }) => changedSinceLast) ? PHRASES.breakNote(locale) : '',
  ];
  return notes.filter((note) => note !== '').join(' ');
}

function supportBlocks(context: ReportContext, goal: ReportGoal): Block[] {
  const { locale, words, label } = context;
  const those = activitiesOf(goal).filter(({ followUp }) => followUp?.judgement === 'needs_support');
  const title = heading(3, label('needsSupport'));
  if (those.length === 0) return [title, paragraph(PHRASES.noSupport(noneOrCount(0, words.activity, locale), locale))];
  const caption =
    locale === 'sv'
      ? `Stöd som behövs, ${goalNameInside(context, goal)}`
      : `Support needed, ${goalNameInside(context, goal)}`;
  const columns = [
    { header: capitalised(words.activity.one), align: 'start' as const, width: 12 },
    { header: label('responsible'), align: 'start' as const, width: 22 },
    { header: label('support'), align: 'start' as const, width: 38 },
    { header: label('nextStep'), align: 'start' as const, width: 28 },
  ];
  const rows = those.map((activity) => [
    cell(activity.reference),
    cell(responsibleText(activity)),
    cell(activity.followUp?.supportNeeded || label('notGiven')),
    cell(nextStepText(context, activity) || label('notGiven')),
  ]);
  return [title, table(caption, columns, rows)];
}

/** "Kalla till ett nytt möte (12 februari 2026)."; the full stop, where there is one, comes last. */
export function nextStepText({ locale }: ReportContext, { followUp }: ReportActivity): string {
  if (followUp === null) return '';
  const day = followUp.nextStepDate === null ? '' : formatDay(followUp.nextStepDate, locale);
  if (followUp.nextStep === '') return day;
  if (day === '') return followUp.nextStep;
  const text = followUp.nextStep.trimEnd();
  return /[^.]\.$/.test(text) ? `${text.slice(0, -1)} (${day}).` : `${text} (${day})`;
}

function cancelledBlocks(context: ReportContext, goal: ReportGoal): Block[] {
  const { locale, words, label } = context;
  const those = activitiesOf(goal).filter(({ followUp }) => followUp?.judgement === 'cancelled');
  const title = heading(3, label('cancelled'));
  if (those.length === 0)
    return [title, paragraph(PHRASES.noneCancelled(noneOrCount(0, words.activity, locale), locale))];
  const caption =
    locale === 'sv'
      ? `Det som utgår, ${goalNameInside(context, goal)}`
      : `What is cancelled, ${goalNameInside(context, goal)}`;
  const columns = [
    { header: capitalised(words.activity.one), align: 'start' as const, width: 12 },
    { header: label('responsible'), align: 'start' as const, width: 22 },
    { header: label('reason'), align: 'start' as const, width: 42 },
    { header: label('cancelDecision'), align: 'start' as const, width: 24 },
  ];
  const rows = those.map((activity) => [
    cell(activity.reference),
    cell(responsibleText(activity)),
    cell(activity.followUp?.cancelReason || label('notGiven')),
    cell(activity.followUp?.cancelDecision || label('notGiven')),
  ]);
  return [title, table(caption, columns, rows)];
}
