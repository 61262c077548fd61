import type { DiffFigure } from '@samhandling/contracts';
import { capitalised, countOf, formatOf, joinList, type Locale, type PlanWords, type Word } from '@samhandling/domain';
import { cell, goalJudgementCell, heading, judgementCell, paragraph, table, type ReportContext } from './context.ts';
import { diffRounds, earlierOf, isUnchanged, type RoundChanges } from './diff-rounds.ts';
import type { Block, BlockOf } from './model.ts';
import { PHRASES } from './phrases.ts';
import { isGoalJudgement, isJudgement } from './is-judgement.ts';

/** Characters. "78 av 120 deltagare (7 av 8 kommuner)" is still a figure. */
const LONGEST_FIGURE = 48;

/** What has changed since the latest adopted round; nothing at all when there is none. */
export function changesSection(context: ReportContext): Block[] {
  const { source, locale, label, words } = context;
  const { earlier } = source;
  if (!earlier) return [];
  const changes = diffRounds(earlier, earlierOf(source), source, locale);
  const title = heading(1, label('changes'));
  const awaited = awaitedWords(changes.awaited, words, locale);
  const rest = awaited === '' ? [] : [paragraph(awaited)];
  if (isUnchanged(changes)) return [title, paragraph(unchangedWords(earlier.label, locale)), ...rest];
  return [
    title,
    paragraph(summaryWords(changes, earlier.label, words.activity, locale)),
    ...rest,
    ...list(context, changes.added, 'added'),
    ...list(context, changes.removed, 'removed'),
    ...reworded(context, changes),
    ...judgements(context, changes, earlier.label),
    ...goals(context, changes, earlier.label),
    ...figures(context, changes.targets, 'target', earlier.label),
    ...figures(context, changes.outcomes, 'outcomes', earlier.label),
  ];
}

function unchangedWords(label: string, locale: Locale): string {
  return locale === 'sv'
    ? `Inget har ändrats jämfört med den fastställda omgången ${label}.`
    : `Nothing has changed compared with the adopted round ${label}.`;
}

/** "Jämfört med omgången 2025 har 1 aktivitet tillkommit och 2 försvunnit. 14 av 58 aktiviteter har en annan bedömning." */
export function summaryWords(changes: RoundChanges, label: string, word: Word, locale: Locale): string {
  const { added, removed, reworded, judgements, of } = changes;
  const share = (count: number): string => `${formatOf(count, of, locale)} ${word.many}`;
  if (locale === 'sv') {
    const parts = [
      ...(added.length > 0 ? [`${countOf(word, added.length)} tillkommit`] : []),
      ...(removed.length > 0 ? [`${countOf(word, removed.length)} försvunnit`] : []),
      ...(reworded.length > 0 ? [`${countOf(word, reworded.length)} formulerats om`] : []),
    ];
    const first =
      parts.length > 0
        ? `Jämfört med den fastställda omgången ${label} har ${joinList(parts, locale)}.`
        : `Jämfört med den fastställda omgången ${label} är det samma ${word.many}, med samma lydelse.`;
    return `${first} ${capitalised(judgements.length === 0 ? `inga` : share(judgements.length))}${judgements.length === 0 ? ` ${word.many}` : ''} har fått en annan lägesbedömning.`;
  }
  const parts = [
    ...(added.length > 0 ? [`${countOf(word, added.length)} added`] : []),
    ...(removed.length > 0 ? [`${countOf(word, removed.length)} gone`] : []),
    ...(reworded.length > 0 ? [`${countOf(word, reworded.length)} reworded`] : []),
  ];
  const first =
    parts.length > 0
      ? `Compared with the adopted round ${label}: ${joinList(parts, locale)}.`
      : `Compared with the adopted round ${label}, the ${word.many} are the same and read the same.`;
  return `${first} ${judgements.length === 0 ? `No ${word.many}` : share(judgements.length)} ${judgements.length === 1 ? 'has' : 'have'} another judgement.`;
}

/** "Utan lägesbedömning: 12 av 58 aktiviteter och 2 av 6 delmål. Utan utfall: 23 av 90 indikatorer." Empty when all is told. */
function awaitedWords(awaited: RoundChanges['awaited'], words: PlanWords, locale: Locale): string {
  const { judgements, ofJudgements, goals, ofGoals, outcomes, ofOutcomes } = awaited;
  const [unjudged, unreported, indicators] =
    locale === 'sv'
      ? ['Utan lägesbedömning', 'Utan utfall', 'indikatorer']
      : ['Without a judgement', 'Without an outcome', 'indicators'];
  const share = (count: number, of: number, word: string): string[] =>
    count === 0 ? [] : [`${formatOf(count, of, locale)} ${word}`];
  const told = (label: string, shares: readonly string[]): string[] =>
    shares.length === 0 ? [] : [`${label}: ${joinList(shares, locale)}.`];
  return [
    ...told(unjudged, [
      ...share(judgements, ofJudgements, words.activity.many),
      ...share(goals, ofGoals, words.goal.many),
    ]),
    ...told(unreported, share(outcomes, ofOutcomes, indicators)),
  ].join(' ');
}

function list(context: ReportContext, items: RoundChanges['added'], what: 'added' | 'removed'): Block[] {
  const { label, words } = context;
  if (items.length === 0) return [];
  return [
    heading(2, label(what)),
    table(
      `${capitalised(words.activity.many)}: ${label(what).toLocaleLowerCase('sv')}`,
      [
        { header: label('number'), align: 'start', width: 12 },
        { header: capitalised(words.activity.one), align: 'start', width: 88 },
      ],
      items.map(({ reference, text }) => [cell(reference), cell(text)]),
    ),
  ];
}

function reworded({ label, words }: ReportContext, { reworded: items }: RoundChanges): Block[] {
  if (items.length === 0) return [];
  return [
    heading(2, label('reworded')),
    table(
      `${capitalised(words.activity.many)}: ${label('reworded').toLocaleLowerCase('sv')}`,
      [
        { header: label('number'), align: 'start', width: 12 },
        { header: label('before'), align: 'start', width: 44 },
        { header: label('now'), align: 'start', width: 44 },
      ],
      items.map(({ reference, before, after }) => [cell(reference), cell(before), cell(after)]),
    ),
  ];
}

function judgements(context: ReportContext, { judgements: items }: RoundChanges, earlier: string): Block[] {
  const { label, words, source } = context;
  if (items.length === 0) return [];
  return [
    heading(2, label('judgements')),
    table(
      `${label('judgement')}: ${words.activity.many}`,
      [
        { header: label('number'), align: 'start', width: 10 },
        { header: capitalised(words.activity.one), align: 'start', width: 50 },
        { header: earlier, align: 'start', width: 20 },
        { header: source.round.label, align: 'start', width: 20 },
      ],
      items.map(({ reference, text, before, after }) => [
        cell(reference),
        cell(text),
        judgementCell(context, isJudgement(before) ? before : null),
        judgementCell(context, isJudgement(after) ? after : null),
      ]),
    ),
  ];
}

function goals(context: ReportContext, { goalJudgements: items }: RoundChanges, earlier: string): Block[] {
  const { words, source, locale } = context;
  if (items.length === 0) return [];
  return [
    table(
      locale === 'sv' ? `Bedömning: ${words.goal.many}` : `Judgement: ${words.goal.many}`,
      [
        { header: capitalised(words.goal.one), align: 'start', width: 60 },
        { header: earlier, align: 'start', width: 20 },
        { header: source.round.label, align: 'start', width: 20 },
      ],
      items.map(({ code, title, before, after }) => [
        cell(`${code}. ${title}`),
        goalJudgementCell(context, isGoalJudgement(before) ? before : null),
        goalJudgementCell(context, isGoalJudgement(after) ? after : null),
      ]),
    ),
  ];
}

function figures(
  context: ReportContext,
  items: readonly DiffFigure[],
  what: 'target' | 'outcomes',
  earlier: string,
): Block[] {
  const { label, source, locale } = context;
  if (items.length === 0) return [];
  const columns = (align: 'start' | 'end', wide: number): BlockOf<'table'>['columns'] => [
    { header: label('indicator'), align: 'start', width: 100 - 2 * wide },
    { header: earlier, align, width: wide },
    { header: source.round.label, align, width: wide },
  ];
  const caption = locale === 'sv' ? `${label(what)} som har ändrats` : `${label(what)} that have changed`;
  // What is told in words is no figure: it is read from the left, and needs room.
  const told = items.filter(({ before, after }) => Math.max(before.length, after.length) > LONGEST_FIGURE);
  const counted = items.filter((item) => !told.includes(item));
  const rows = (those: readonly DiffFigure[], columnsOf: BlockOf<'table'>['columns'], title: string): Block =>
    table(
      title,
      columnsOf,
      those.map(({ indicator, references, before, after, breaks }) => [
        cell(`${references.join(', ')} ${indicator}${breaks ? '\u00a0†' : ''}`),
        cell(before),
        cell(after),
      ]),
      { note: those.some(({ breaks }) => breaks) ? PHRASES.breakNote(locale) : '' },
    );
  return [
    heading(2, label(what)),
    ...(counted.length > 0 ? [rows(counted, columns('end', 24), caption)] : []),
    ...(told.length > 0
      ? [rows(told, columns('start', 35), `${caption}, ${locale === 'sv' ? 'i ord' : 'in words'}`)]
      : []),
  ];
}
