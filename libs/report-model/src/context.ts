import { NO_BREAK_SPACE, type GoalJudgement, type Judgement, type Locale, type PlanWords } from '@samhandling/domain';
import { LABELS, type LabelKey } from './labels.ts';
import type { Block, BlockOf, TableCell, Tone } from './model.ts';
import type { ReportActivity, ReportGoal, ReportSource } from './source.ts';

/** What every section builder reads: the facts, the language, and the plan's own words. */
export interface ReportContext {
  readonly source: ReportSource;
  readonly locale: Locale;
  readonly words: PlanWords;
  readonly sha256: string | null;
  label(key: LabelKey): string;
}

export function contextOf(source: ReportSource, locale: Locale, sha256: string | null): ReportContext {
  return { source, locale, words: source.plan.words[locale], sha256, label: (key) => LABELS[key][locale] };
}

/**
 * A sign for each judgement, of another shape than every other, so that colour is never needed. All are in Source Sans
 * and in the fonts that come with common systems.
 */
export const SYMBOLS: Readonly<Record<Tone, string>> = {
  completed: '✓',
  on_track: '→',
  needs_support: '▲',
  not_started: '○',
  cancelled: '×',
  not_judged: '–',
  secured: '✓',
  within_reach: '→',
  at_risk: '■',
};

/** Order of columns, bars and sentences: best first, what is not known last. */
export const ACTIVITY_TONES: readonly (Judgement | 'not_judged')[] = [
  'completed',
  'on_track',
  'needs_support',
  'not_started',
  'cancelled',
  'not_judged',
];

export function judgementWord({ source, locale }: ReportContext, judgement: Judgement | null): string {
  return judgement === null ? source.terms.notJudged[locale] : source.terms.judgement[judgement][locale];
}

export function goalJudgementWord({ source, locale }: ReportContext, judgement: GoalJudgement | null): string {
  return judgement === null ? source.terms.notJudged[locale] : source.terms.goalJudgement[judgement][locale];
}

function marked(tone: Tone, word: string): TableCell {
  return { text: `${SYMBOLS[tone]}${NO_BREAK_SPACE}${word}`, tone };
}

/** Sign and word: "✓ Genomförd". Unknown is grey, and never green. */
export function judgementCell(context: ReportContext, judgement: Judgement | null): TableCell {
  return marked(judgement ?? 'not_judged', judgementWord(context, judgement));
}

export function goalJudgementCell(context: ReportContext, judgement: GoalJudgement | null): TableCell {
  return marked(judgement ?? 'not_judged', goalJudgementWord(context, judgement));
}

export function toneWord(context: ReportContext, tone: Judgement | 'not_judged'): string {
  return judgementWord(context, tone === 'not_judged' ? null : tone);
}

/** "Delmål 2", or with the code it is printed with. */
export function goalName({ words }: ReportContext, goal: ReportGoal): string {
  return `${words.goal.one.charAt(0).toLocaleUpperCase('sv')}${words.goal.one.slice(1)} ${goal.code ?? String(goal.number)}`;
}

/** The same inside a sentence: the word in lower case, the code as it is printed. "delmål F" */
export function goalNameInside({ words }: ReportContext, goal: ReportGoal): string {
  return `${words.goal.one} ${goal.code ?? String(goal.number)}`;
}

export function activitiesOf(goal: ReportGoal): ReportActivity[] {
  return goal.areas.flatMap((area) => area.activities);
}

export function judgementsOf(activities: readonly ReportActivity[]): (Judgement | null)[] {
  return activities.map(({ followUp }) => followUp?.judgement ?? null);
}

/** Who answers: the organisations as printed, with the group they act through in parentheses. */
export function responsibleText(activity: ReportActivity): string {
  const names = activity.responsible.join(', ');
  if (activity.responsibleGroup === null) return names;
  return names === '' ? activity.responsibleGroup : `${names} (${activity.responsibleGroup})`;
}

// Builders of blocks. Numbers and labels of headings and captions are put in afterwards, see numbering.ts.

export function heading(level: 1 | 2 | 3 | 4, text: string): BlockOf<'heading'> {
  return { kind: 'heading', level, number: '', text };
}

export function paragraph(text: string, emphasis: 'lead' | 'normal' | 'quiet' = 'normal'): BlockOf<'paragraph'> {
  return { kind: 'paragraph', text, emphasis };
}

/** One paragraph per line of a text somebody has written; empty lines only part them. */
export function paragraphs(text: string): Block[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())]));
}

export function table(
  caption: string,
  columns: BlockOf<'table'>['columns'],
  rows: BlockOf<'table'>['rows'],
  options: { readonly hasTotal?: boolean; readonly isDense?: boolean; readonly note?: string } = {},
): BlockOf<'table'> {
  return {
    kind: 'table',
    caption: { label: '', text: caption },
    columns,
    rows,
    hasTotal: options.hasTotal ?? false,
    ...(options.isDense && { isDense: true }),
    note: options.note ?? '',
  };
}

export const cell = (text: string): TableCell => ({ text });
