import type { Indicator, OutcomeCell, OutcomeDisplay } from '@samhandling/contracts';
import { JUDGEMENT_LABELS, outcomeText, SEX_LABELS, type Locale } from '@samhandling/domain';
import type { OwedOutcomes } from '../outcomes/outcomes.service.ts';
import { dayCell, numberText, tidy } from './cell-text.ts';
import type { FollowUpRow } from './workbooks.repository.ts';
import { WORDS, type AnswerField, type ValueField, type WorkbookField } from './workbook-words.ts';

/** One row of the sheet "Svar" as it stands in the database now. */
export interface AnswerRow {
  readonly kind: 'answer';
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly texts: Readonly<Record<AnswerField, string>>;
  readonly followUp: FollowUpRow;
}

/** One row of the sheet "Utfall": one indicator, place and sex. */
export interface ValueRow {
  readonly kind: 'value';
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly texts: Readonly<Record<ValueField, string>>;
  readonly indicator: Indicator;
  readonly activities: readonly string[];
  readonly target: number | null;
  readonly cell: OutcomeCell & { readonly place: string };
}

export type ModelRow = AnswerRow | ValueRow;

/** How a row is told from every other, over time: what stands hidden in the file is looked up by this. */
export function rowId(row: ModelRow): string {
  return row.kind === 'answer' ? answerId(row.id) : valueId(row.id, row.cell.municipalityCode, row.cell.sex);
}
export const answerId = (id: string): string => `answer/${id}`;
export const valueId = (id: string, municipalityCode: string | null, sex: string): string =>
  `value/${id}/${municipalityCode ?? ''}/${sex}`;

export function answerRow(followUp: FollowUpRow, locale: Locale): AnswerRow {
  const words = WORDS[locale];
  const { id, version, reference, judgement, nothingNew, nextStepDate } = followUp;
  return {
    kind: 'answer',
    id,
    version,
    label: reference,
    followUp,
    texts: {
      judgement: judgement === null ? '' : JUDGEMENT_LABELS[judgement][locale],
      done: tidy(followUp.done),
      results: tidy(followUp.results),
      obstacles: tidy(followUp.obstacles),
      supportNeeded: tidy(followUp.supportNeeded),
      nextStep: tidy(followUp.nextStep),
      nextStepDate: nextStepDate ?? '',
      nothingNew: nothingNew ? words.yes : words.no,
      cancelReason: tidy(followUp.cancelReason),
      cancelDecision: tidy(followUp.cancelDecision),
      submit: '',
    },
  };
}

export function valueRows({ rows }: OwedOutcomes, locale: Locale): ValueRow[] {
  return rows.flatMap(({ indicator, activities, target, cells }) =>
    cells.map((cell): ValueRow => {
      const where = [cell.place, ...(indicator.bySex ? [SEX_LABELS[cell.sex][locale]] : [])].join(', ');
      return {
        kind: 'value',
        id: indicator.id,
        version: cell.version,
        label: `${indicator.text} ${where}`,
        texts: valueTexts(indicator, cell, locale),
        indicator,
        activities,
        // The row's target is for the municipalities together, and says nothing of one of them.
        target: cell.municipalityCode === null ? target : cell.target,
        cell,
      };
    }),
  );
}

/** A stored value as it stands in the sheet, and as it is read again from an untouched cell. */
export function valueTexts(indicator: Indicator, cell: OutcomeCell, locale: Locale): Record<ValueField, string> {
  const note = tidy(cell.note);
  if (cell.state === 'not_applicable') return { value: WORDS[locale].notApplicable, denominator: '', day: '', note };
  if (cell.state !== 'value') return { value: '', denominator: '', day: '', note };
  return {
    value: valueText(indicator, cell, locale),
    denominator: indicator.kind === 'share' && cell.denominator !== null ? numberText(cell.denominator) : '',
    day: indicator.kind === 'milestone' ? dayCell(cell.day) : '',
    note,
  };
}

function valueText(indicator: Indicator, cell: OutcomeCell, locale: Locale): string {
  if (indicator.kind === 'text') return tidy(cell.text);
  if (cell.value === null) return '';
  if (indicator.kind === 'milestone') return cell.value === 1 ? WORDS[locale].yes : WORDS[locale].no;
  return numberText(cell.value);
}

/** Another round's figure in words, "12 km" or "9 av 12"; a milestone as yes or no with its day, a text as it stands. */
export function displayText(indicator: Indicator, display: OutcomeDisplay | null, locale: Locale): string {
  if (display === null) return '';
  if (display.state !== 'value') return outcomeText({ state: display.state }, locale);
  if (indicator.kind === 'text') return display.text;
  if (display.value === null) return '';
  if (indicator.kind === 'milestone') {
    const word = display.value === 1 ? WORDS[locale].yes : WORDS[locale].no;
    return display.day === null ? word : `${word}, ${display.day}`;
  }
  const { unit, decimals } = indicator;
  const value = display.value;
  if (indicator.kind === 'share' && display.denominator !== null)
    return outcomeText({ state: 'value', numerator: value, denominator: display.denominator }, locale);
  return outcomeText({ state: 'value', value }, locale, { unit, decimals });
}

export function fieldLabel(row: ModelRow, field: WorkbookField, locale: Locale): string {
  return `${row.label}: ${WORDS[locale].columns[field]}`;
}
