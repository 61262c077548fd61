import type { DataValidation, WriteSheet } from 'hucre';
import { FOLLOW_UP_STATE_LABELS, JUDGEMENT_LABELS, JUDGEMENTS, type Locale } from '@samhandling/domain';
import { heightsOf, rangesOf, STYLES, toSheet, type SheetCell } from './sheet-style.ts';
import type { AnswerRow } from './workbook-model.ts';
import { ANSWER_FIELDS, WORDS, type AnswerField, type ShownColumn } from './workbook-words.ts';

const COLUMNS = ['key', 'reference', 'activity', 'state', 'lastAnswer', ...ANSWER_FIELDS] as const satisfies readonly (
  AnswerField | ShownColumn
)[];
const WIDTHS: Readonly<Record<(typeof COLUMNS)[number], number>> = {
  key: 6,
  reference: 9,
  activity: 44,
  state: 22,
  lastAnswer: 36,
  judgement: 20,
  done: 46,
  results: 36,
  obstacles: 30,
  supportNeeded: 30,
  nextStep: 34,
  nextStepDate: 13,
  nothingNew: 9,
  cancelReason: 26,
  cancelDecision: 24,
  submit: 10,
};

/** One row per activity the organisation answers for. The first column, hidden, tells which it is. */
export function answerSheet(rows: readonly AnswerRow[], keys: readonly string[], locale: Locale): WriteSheet {
  const { columns, sheets } = WORDS[locale];
  const header = COLUMNS.map((column): SheetCell => ({ value: columns[column], style: STYLES.header }));
  const body = rows.map((row, index) =>
    COLUMNS.map((column): SheetCell => shown(row, column, keys[index] ?? '', locale)),
  );
  const widths = COLUMNS.map((column) => WIDTHS[column]);
  return toSheet(sheets.answer, [header, ...body], {
    columns: COLUMNS.map((column) => ({ width: WIDTHS[column], ...(column === 'key' && { hidden: true }) })),
    rowDefs: heightsOf([header, ...body], widths, 4),
    freezePane: { rows: 1, columns: 3 },
    dataValidations: rows.length > 0 ? rules(rows.length, locale) : [],
    protection: PROTECTION,
    pageSetup: { ...PAPER, paperSize: 'a3', fitToWidth: 2, printTitlesColumn: '$B:$C' },
    a11y: { headerRow: 0, summary: sheets.answer },
  });
}

/** Locked without a password: it keeps slips of the hand away, and anybody may take it off. */
export const PROTECTION = {
  sheet: true,
  formatColumns: true,
  formatRows: true,
  formatCells: true,
  sort: true,
  autoFilter: true,
} as const;
export const PAPER = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '$1:$1',
} as const;

function shown(row: AnswerRow, column: (typeof COLUMNS)[number], key: string, locale: Locale): SheetCell {
  const locked = (value: string): SheetCell => ({ value: value || null, style: STYLES.locked });
  const { followUp } = row;
  if (column === 'key') return locked(key);
  if (column === 'reference') return locked(followUp.reference);
  if (column === 'activity') return locked(followUp.text);
  if (column === 'state') return locked(stateText(row, locale));
  if (column === 'lastAnswer') return locked(lastText(row, locale));
  // Handed in: it can be read here, and taken back on its page if something is to change.
  const style = followUp.state === 'draft' || followUp.state === 'returned' ? STYLES.open : STYLES.locked;
  if (column === 'nextStepDate') {
    const value = followUp.nextStepDate === null ? null : new Date(`${followUp.nextStepDate}T00:00:00Z`);
    return { value, style: { ...style, numFmt: 'yyyy-mm-dd' } };
  }
  return { value: row.texts[column] || null, style };
}

function stateText({ followUp }: AnswerRow, locale: Locale): string {
  const state = FOLLOW_UP_STATE_LABELS[followUp.state][locale];
  return followUp.state === 'returned' && followUp.returnReason !== '' ? `${state}: ${followUp.returnReason}` : state;
}

function lastText({ followUp: { last } }: AnswerRow, locale: Locale): string {
  if (last === null) return '';
  const next = locale === 'sv' ? 'Nästa steg' : 'Next step';
  return [
    last.judgement === null ? '' : JUDGEMENT_LABELS[last.judgement][locale],
    last.done,
    last.nextStep && `${next}: ${last.nextStep}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function rules(count: number, locale: Locale): DataValidation[] {
  const words = WORDS[locale];
  const rows = Array.from({ length: count }, (_, index) => index + 1);
  const of = (field: AnswerField): string => rangesOf(COLUMNS.indexOf(field), rows);
  const sv = locale === 'sv';
  const list = (field: AnswerField, values: string[], prompt: string, error: string): DataValidation => ({
    type: 'list',
    values,
    range: of(field),
    ...shownWords(words.columns[field], prompt, error, locale),
  });
  return [
    list(
      'judgement',
      JUDGEMENTS.map((judgement) => JUDGEMENT_LABELS[judgement][locale]),
      sv ? 'Välj hur aktiviteten står.' : 'Choose how the activity stands.',
      sv ? 'Välj en lägesbedömning i listan.' : 'Choose a judgement in the list.',
    ),
    list(
      'nothingNew',
      [words.yes, words.no],
      sv
        ? 'Välj ja om du har kontrollerat och inget har hänt sedan sist.'
        : 'Choose yes if you have checked and nothing happened since last time.',
      sv ? 'Välj ja eller nej.' : 'Choose yes or no.',
    ),
    list(
      'submit',
      [words.yes, words.no],
      sv
        ? 'Välj ja när svaret är klart. Annars sparas det som utkast.'
        : 'Choose yes when the answer is ready. Otherwise it is saved as a draft.',
      sv ? 'Välj ja eller nej.' : 'Choose yes or no.',
    ),
    dayRule(of('nextStepDate'), words.columns.nextStepDate, locale),
  ];
}

/** 1 January 2000 to 31 December 2199, as a spreadsheet counts days. */
export function dayRule(range: string, title: string, locale: Locale): DataValidation {
  const words =
    locale === 'sv'
      ? ['Skriv en dag, till exempel 2026-03-12.', 'Skriv dagen som år-månad-dag, till exempel 2026-03-12.']
      : ['Write a day, for example 2026-03-12.', 'Write the day as year-month-day, for example 2026-03-12.'];
  return {
    type: 'date',
    operator: 'between',
    formula1: '36526',
    formula2: '109574',
    range,
    ...shownWords(title, words[0] ?? '', words[1] ?? '', locale),
  };
}

/** Titles hold 32 signs and messages 255 in Excel; longer ones make it repair the file. */
export function shownWords(title: string, prompt: string, error: string, locale: Locale): Partial<DataValidation> {
  return {
    allowBlank: true,
    showInputMessage: true,
    inputTitle: title.slice(0, 32),
    inputMessage: prompt.slice(0, 255),
    showErrorMessage: true,
    errorTitle: locale === 'sv' ? 'Det går inte att läsa' : 'This cannot be read',
    errorMessage: error.slice(0, 255),
  };
}
