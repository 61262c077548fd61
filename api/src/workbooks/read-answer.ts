import type { UpdateFollowUpRequest } from '@samhandling/contracts';
import { JUDGEMENT_LABELS, JUDGEMENTS, parseDay, type Judgement, type Label } from '@samhandling/domain';
import { validateSync, MaxLength } from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';
import type { AnswerField, WorkbookField } from './workbook-words.ts';

/** The longest text a form takes, here as there. */
const LONGEST_TEXT = 20_000;

class CellText {
  @MaxLength(LONGEST_TEXT)
  @IsCleanText()
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type ReadCell =
  | { readonly state: 'read'; readonly patch: UpdateFollowUpRequest }
  | { readonly state: 'submit'; readonly wanted: boolean }
  | { readonly state: 'refused'; readonly code: string; readonly reason: Label };

const YES = new Set(['ja', 'j', 'yes', 'y', 'x', 'sant', 'true']);
const NO = new Set(['', 'nej', 'no', 'n', 'falskt', 'false']);
const NOT_YES_OR_NO: Label = { sv: 'Svara ja eller nej.', en: 'Answer yes or no.' };

/** What one cell of the sheet "Svar" says, in the terms of the form. */
export function readAnswer(field: AnswerField, text: string): ReadCell {
  switch (field) {
    case 'judgement':
      return readJudgement(text);
    case 'nextStepDate':
      return readDate(text);
    case 'nothingNew': {
      const said = yesOrNo(text);
      return said === null ? refuse('not_yes_or_no', NOT_YES_OR_NO) : { state: 'read', patch: { nothingNew: said } };
    }
    case 'submit': {
      const said = yesOrNo(text);
      return said === null ? refuse('not_yes_or_no', NOT_YES_OR_NO) : { state: 'submit', wanted: said };
    }
    default: {
      const wrong = textProblem(text);
      return wrong ?? { state: 'read', patch: { [field]: text } };
    }
  }
}

/** Text that no form would take either: too long, or with signs nobody can see. */
export function textProblem(text: string): Extract<ReadCell, { state: 'refused' }> | null {
  const [fault] = validateSync(new CellText(text));
  if (!fault) return null;
  return text.length > LONGEST_TEXT
    ? refuse('too_long', { sv: 'Texten får ha högst 20 000 tecken.', en: 'The text may hold 20,000 signs at most.' })
    : refuse('not_text', {
        sv: 'Texten innehåller tecken som inte går att läsa. Skriv in den på nytt.',
        en: 'The text holds signs that cannot be read. Write it again.',
      });
}

function readJudgement(text: string): ReadCell {
  if (text === '') return { state: 'read', patch: { judgement: null } };
  const wanted = text.toLocaleLowerCase('sv');
  const judgement = JUDGEMENTS.find((each) =>
    Object.values(JUDGEMENT_LABELS[each]).some((label) => label.toLocaleLowerCase('sv') === wanted),
  );
  if (judgement) return { state: 'read', patch: { judgement } };
  const listed = (locale: 'sv' | 'en'): string =>
    JUDGEMENTS.map((each: Judgement) => JUDGEMENT_LABELS[each][locale]).join(', ');
  return refuse('not_a_judgement', {
    sv: `Välj ett av dessa: ${listed('sv')}.`,
    en: `Choose one of: ${listed('en')}.`,
  });
}

function readDate(text: string): ReadCell {
  if (text === '') return { state: 'read', patch: { nextStepDate: null } };
  const day = parseDay(text);
  if (day !== null) return { state: 'read', patch: { nextStepDate: day } };
  return refuse('not_a_day', {
    sv: 'Dagen går inte att läsa. Skriv den som 2026-03-12.',
    en: 'The day cannot be read. Write it as 2026-03-12.',
  });
}

function yesOrNo(text: string): boolean | null {
  const word = text.toLocaleLowerCase('sv');
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

function refuse(code: string, reason: Label): Extract<ReadCell, { state: 'refused' }> {
  return { state: 'refused', code, reason };
}

/** The field a pointer of the form is about: "/nextStep" → nextStep. */
export function fieldAt(pointer: string): WorkbookField | null {
  const [, name = ''] = pointer.split('/');
  return name === '' ? null : (name as WorkbookField);
}
