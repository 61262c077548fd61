import type { Locale } from '@samhandling/domain';

/** Fields of the sheet "Svar" that a person fills in, in the order of the columns. */
export const ANSWER_FIELDS = [
  'judgement',
  'done',
  'results',
  'obstacles',
  'supportNeeded',
  'nextStep',
  'nextStepDate',
  'nothingNew',
  'cancelReason',
  'cancelDecision',
  'submit',
] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

/** Fields of the sheet "Utfall" that a person fills in. */
export const VALUE_FIELDS = ['value', 'denominator', 'day', 'note'] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];

export type RowKind = 'answer' | 'value';
export type WorkbookField = AnswerField | ValueField;

export const FIELDS: Readonly<Record<RowKind, readonly WorkbookField[]>> = {
  answer: ANSWER_FIELDS,
  value: VALUE_FIELDS,
};

/** What stands in the workbook and is not filled in. */
export type ShownColumn =
  | 'key'
  | 'reference'
  | 'activity'
  | 'state'
  | 'lastAnswer'
  | 'indicator'
  | 'unit'
  | 'place'
  | 'sex'
  | 'target'
  | 'lastValue'
  | 'definition';

interface WorkbookWords {
  readonly sheets: { readonly about: string; readonly answer: string; readonly value: string; readonly errors: string };
  readonly columns: Readonly<Record<WorkbookField | ShownColumn, string>>;
  readonly yes: string;
  readonly no: string;
  readonly notApplicable: string;
}

/** Headers are how columns are found again, so each is said once in its sheet. */
export const WORDS: Readonly<Record<Locale, WorkbookWords>> = {
  sv: {
    sheets: { about: 'Läs mig', answer: 'Svar', value: 'Utfall', errors: 'Fel' },
    columns: {
      key: 'Nyckel',
      reference: 'Nummer',
      activity: 'Aktivitet',
      state: 'Läge',
      lastAnswer: 'Förra omgångens svar',
      judgement: 'Lägesbedömning',
      done: 'Vad har gjorts?',
      results: 'Resultat',
      obstacles: 'Hinder',
      supportNeeded: 'Stöd som behövs',
      nextStep: 'Nästa steg',
      nextStepDate: 'Nästa steg senast',
      nothingNew: 'Inget nytt',
      cancelReason: 'Varför den utgår',
      cancelDecision: 'Beslut om att den utgår',
      submit: 'Lämna in',
      indicator: 'Indikator',
      unit: 'Enhet',
      place: 'Plats',
      sex: 'Kön',
      value: 'Värde',
      denominator: 'Av (nämnare)',
      day: 'Datum',
      note: 'Kommentar',
      target: 'Målvärde',
      lastValue: 'Förra omgången',
      definition: 'Så fyller du i',
    },
    yes: 'ja',
    no: 'nej',
    notApplicable: 'e.t.',
  },
  en: {
    sheets: { about: 'Read me', answer: 'Answers', value: 'Outcomes', errors: 'Errors' },
    columns: {
      key: 'Key',
      reference: 'Number',
      activity: 'Activity',
      state: 'State',
      lastAnswer: 'Last round’s answer',
      judgement: 'Judgement',
      done: 'What was done?',
      results: 'Results',
      obstacles: 'Obstacles',
      supportNeeded: 'Support needed',
      nextStep: 'Next step',
      nextStepDate: 'Next step by',
      nothingNew: 'Nothing new',
      cancelReason: 'Why it is cancelled',
      cancelDecision: 'Decision to cancel',
      submit: 'Submit',
      indicator: 'Indicator',
      unit: 'Unit',
      place: 'Place',
      sex: 'Sex',
      value: 'Value',
      denominator: 'Of (denominator)',
      day: 'Date',
      note: 'Comment',
      target: 'Target',
      lastValue: 'Last round',
      definition: 'How to fill in',
    },
    yes: 'yes',
    no: 'no',
    notApplicable: 'n/a',
  },
};

/** The hidden sheet is known by its first cell, whatever it is called. */
export const KEY_MARK = 'samhandling-arbetsbok';
export const KEY_SHEET = '_samhandling';
/** Raised when a workbook of before can no longer be read right. */
export const FORMAT_VERSION = 1;
/** Author of the comments at errors, by which they are found and taken away again. */
export const COMMENT_AUTHOR = 'Samhandling';
