import { capitalised, FOLLOW_UP_STATE_LABELS, joinList } from '@samhandling/domain';
import { municipalityChart } from './charts.ts';
import {
  cell,
  goalName,
  heading,
  judgementCell,
  paragraph,
  responsibleText,
  table,
  type ReportContext,
} from './context.ts';
import { indicatorsOf } from './counts.ts';
import { figureText, unitText } from './figure-text.ts';
import type { Block, Fact } from './model.ts';
import { nextStepText } from './section-goals.ts';
import type { ReportActivity, ReportIndicator } from './source.ts';

/** Every activity of the plan with its whole text and all that was written about it in the round. Nothing is cut. */
export function activitiesAppendix(context: ReportContext): Block[] {
  const { source, words, locale } = context;
  const blocks: Block[] = [heading(1, locale === 'sv' ? `Alla ${words.activity.many}` : `All ${words.activity.many}`)];
  for (const goal of source.goals) {
    blocks.push(heading(2, goalName(context, goal)));
    for (const area of goal.areas) {
      blocks.push(heading(3, `${capitalised(words.area.one)} ${area.number}: ${area.title}`));
      for (const activity of area.activities) blocks.push(...activityBlocks(context, activity));
    }
  }
  return blocks;
}

function activityBlocks(context: ReportContext, activity: ReportActivity): Block[] {
  const { source, words, label } = context;
  const { followUp, last } = activity;
  const mine = source.indicators.filter(({ activities }) => activities.includes(activity.reference));
  const facts: Fact[] = [
    { label: label('responsible'), value: responsibleText(activity) || label('notGiven') },
    ...(activity.partners.length > 0 ? [{ label: label('partners'), value: partnersText(activity) }] : []),
    {
      label: label('judgement'),
      value: judgementCell(context, followUp?.judgement ?? null).text,
      tone: followUp?.judgement ?? 'not_judged',
    },
    ...(source.lastRound && last
      ? [
          {
            label: `${label('lastRound')} (${source.lastRound.label})`,
            value: judgementCell(context, last.judgement).text,
            tone: last.judgement ?? ('not_judged' as const),
          },
        ]
      : []),
    ...followUpFacts(context, activity),
    ...(mine.length > 0
      ? [{ label: label('outcomes'), value: mine.map((indicator) => outcomeLine(context, indicator)).join('\n') }]
      : []),
  ];
  return [
    heading(4, `${capitalised(words.activity.one)} ${activity.reference}`),
    paragraph(activity.text),
    { kind: 'facts', items: facts },
  ];
}

const partnersText = (activity: ReportActivity): string =>
  `${activity.partners.join(', ')}${activity.openEnded ? ' m.fl.' : ''}`;

function followUpFacts(context: ReportContext, activity: ReportActivity): Fact[] {
  const { label, locale, source } = context;
  const { followUp } = activity;
  if (followUp === null) return [{ label: label('answer'), value: label('notFollowedUp') }];
  const texts: Fact[] = [
    ...(source.standing.kind === 'draft' && followUp.state !== 'accepted'
      ? [{ label: label('answer'), value: FOLLOW_UP_STATE_LABELS[followUp.state][locale] }]
      : []),
    { label: label('done'), value: followUp.done || (followUp.nothingNew ? label('nothingNew') : '') },
    { label: label('results'), value: followUp.results },
    { label: label('obstacles'), value: followUp.obstacles },
    { label: label('support'), value: followUp.judgement === 'needs_support' ? followUp.supportNeeded : '' },
    { label: label('reason'), value: followUp.judgement === 'cancelled' ? followUp.cancelReason : '' },
    { label: label('cancelDecision'), value: followUp.judgement === 'cancelled' ? followUp.cancelDecision : '' },
    { label: label('nextStep'), value: nextStepText(context, activity) },
  ];
  return texts.filter(({ value }) => value.trim() !== '');
}

/** "Antal besök: 47 besök (2024: 52)". */
function outcomeLine(context: ReportContext, indicator: ReportIndicator): string {
  const { source } = context;
  const now = `${indicator.text.replace(/\.\s*$/, '')}: ${figureText(context, indicator, indicator.now, true)}`;
  if (!source.lastRound || indicator.last === null) return now;
  return `${now} (${source.lastRound.label}: ${figureText(context, indicator, indicator.last)})`;
}

/** The figures of each municipality, goal by goal: a chart where there is something to compare, and always the table. */
export function municipalitiesAppendix(context: ReportContext): Block[] {
  const { source, label, locale } = context;
  const blocks: Block[] = [heading(1, label('outcomesByMunicipality'))];
  for (const goal of source.goals) {
    const broken = indicatorsOf(source, goal).filter(({ places }) => places.length > 0);
    if (broken.length === 0) continue;
    blocks.push(heading(2, goalName(context, goal)));
    for (const indicator of broken) {
      const chart = municipalityChart(context, indicator);
      if (chart) blocks.push(chart);
      blocks.push(placesTable(context, indicator));
    }
  }
  if (blocks.length === 1)
    blocks.push(
      paragraph(locale === 'sv' ? 'Inga utfall redovisas per kommun.' : 'No outcomes are given by municipality.'),
    );
  return blocks;
}

function placesTable(context: ReportContext, indicator: ReportIndicator): Block {
  const { source, label } = context;
  const last = source.lastRound;
  const names = new Map(source.municipalities.map(({ code, name }) => [code, name]));
  const figure = (value: ReportIndicator['last']): string =>
    value === null ? label('nothing') : figureText(context, indicator, value);
  const rows = indicator.places.map(({ code, now, last: before }) => [
    cell(names.get(code) ?? code),
    cell(figureText(context, indicator, now)),
    ...(last ? [cell(figure(before))] : []),
  ]);
  const combined = [
    cell(label('county')),
    cell(figureText(context, indicator, indicator.now)),
    ...(last ? [cell(figure(indicator.last))] : []),
  ];
  const references = joinList(indicator.activities, context.locale);
  return table(
    `${indicator.text.replace(/\.\s*$/, '')} (${references})${indicator.unit === '' ? '' : `, ${unitText(context, indicator)}`}`,
    [
      { header: label('municipality'), align: 'start', width: last ? 40 : 50 },
      { header: source.round.label, align: 'end', width: last ? 30 : 50 },
      ...(last ? [{ header: last.label, align: 'end' as const, width: 30 }] : []),
    ],
    [...rows, combined],
    { hasTotal: true },
  );
}
