import {
  ITEM_OUTCOME_LABELS,
  NEED_STATE_LABELS,
  NEEDS_STATE_LABELS,
  WORK_PLAN_STATE_LABELS,
} from '@samhandling/domain';
import type { Codes, HistoryField } from '../history-fields.ts';

/** What the log says of needs inventories, needs and work plans. */
export const NEEDS_KINDS: readonly (readonly [value: string, sv: string, en: string, recordedAs: readonly string[]])[] =
  [
    ['needs_inventory', 'Behovsinventering', 'Needs inventory', ['needs_inventory', 'needs_invitation']],
    ['need', 'Behov', 'Need', ['need']],
    ['work_plan', 'Verksamhetsplan', 'Work plan', ['work_plan', 'work_plan_item']],
  ];

export const NEEDS_ACTIONS: Readonly<Record<string, Codes>> = {
  needs_inventory: {
    open: { sv: 'Öppnade och skickade', en: 'Opened and sent' },
    close: { sv: 'Stängde', en: 'Closed' },
    remind: { sv: 'Skickade påminnelse', en: 'Sent a reminder' },
  },
  needs_invitation: {
    answer: { sv: 'Svar kom in', en: 'An answer came in' },
    create_link: { sv: 'Skapade en länk', en: 'Made a link' },
  },
  need: {
    choose: { sv: 'Valde till verksamhetsplanen', en: 'Chose for the work plan' },
    decline: { sv: 'Avböjde', en: 'Declined' },
    propose: { sv: 'Gjorde till förslag', en: 'Made a proposal' },
  },
  work_plan: {
    decide: { sv: 'Beslutade', en: 'Decided' },
    close: { sv: 'Avslutade', en: 'Closed' },
  },
};

const line = (sv: string, en: string, more: Omit<HistoryField, 'label'> = {}): HistoryField => ({
  label: { sv, en },
  ...more,
});

export const NEEDS_FIELDS: Readonly<Record<string, HistoryField>> = {
  intro: line('Inledning', 'Introduction', { isText: true }),
  description: line('Beskrivning', 'Description', { isText: true }),
  isAnonymous: line('Anonyma svar', 'Anonymous answers'),
  due: line('Sista dag', 'Last day'),
  year: line('År', 'Year', { isPlain: true }),
  questions: line('Frågor', 'Questions'),
  groupId: line('Grupp', 'Group'),
  letters: line('Brev', 'Letters'),
  hasAnswered: line('Har svarat', 'Has answered'),
  answers: line('Svar', 'Answers'),
  declineReason: line('Varför det avböjdes', 'Why it was declined', { isText: true }),
  decidedOn: line('Beslutad', 'Decided'),
  responsibleName: line('Vem', 'Who'),
  fromDay: line('Från', 'From'),
  toDay: line('Till', 'To'),
  isByMonth: line('Anges i månader', 'Stated in months'),
  amountKronor: line('Belopp i kronor', 'Amount in kronor'),
  funding: line('Finansiering', 'Funding'),
  organisationIds: line('Organisationer', 'Organisations'),
  items: line('Insatser', 'Items'),
  outcome: line('Vad det blev', 'What became of it', { codes: ITEM_OUTCOME_LABELS }),
  outcomeText: line('Med egna ord', 'In words', { isText: true }),
};

/** Where a field is called the same in many things and its codes are not. */
export const NEEDS_STATES: Readonly<Record<string, HistoryField>> = {
  needs_inventory: line('Läge', 'State', { codes: NEEDS_STATE_LABELS }),
  need: line('Läge', 'State', { codes: NEED_STATE_LABELS }),
  work_plan: line('Läge', 'State', { codes: WORK_PLAN_STATE_LABELS }),
};
