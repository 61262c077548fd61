import { Injectable } from '@nestjs/common';
import type { FollowUpPage, UpdateFollowUpRequest } from '@samhandling/contracts';
import { FOLLOW_UP_STATE_LABELS, type Locale } from '@samhandling/domain';
import { FollowUpsService } from '../follow-up/follow-ups/follow-ups.service.ts';
import { ProblemException } from '../platform/http/problem-exception.ts';
import { changedCells, staleWords, type Findings } from './findings.ts';
import { fieldAt, readAnswer } from './read-answer.ts';
import type { FileCell, FileRow } from './read-workbook.ts';
import type { AnswerRow } from './workbook-model.ts';
import type { AnswerField } from './workbook-words.ts';

/** What a row of "Svar" asks for once its cells are read. */
interface Wish {
  readonly patch: UpdateFollowUpRequest;
  readonly cells: readonly FileCell[];
  /** The cell that says the answer is ready, if it does. */
  readonly submit: FileCell | null;
}

/** Saves answers from a file by the same service as the form, so that every rule of the form is a rule here. */
@Injectable()
export class AnswersWriter {
  constructor(private readonly followUps: FollowUpsService) {}

  async write(file: FileRow, row: AnswerRow, findings: Findings): Promise<void> {
    const errors = findings.errors.length;
    const wish = readRow(file, row, findings);
    // A row with an error is mended as a whole; submitting half of it would be no help.
    if (findings.errors.length > errors || (wish.cells.length === 0 && !wish.submit)) return;
    let version = row.version;
    try {
      if (wish.cells.length > 0) {
        const saved = await this.followUps.update(row.id, version, wish.patch);
        version = saved.followUp.version;
      }
    } catch (fault) {
      report(fault, file, wish.cells, row, findings);
      return;
    }
    if (wish.submit) {
      try {
        await this.followUps.transition(row.id, version, { transition: 'submit' });
      } catch (fault) {
        report(fault, file, [wish.submit], row, findings);
        return;
      }
    }
    const { locale } = findings;
    for (const cell of wish.cells) findings.change(file, cell, row, row.texts[answerField(cell)], cell.text);
    if (wish.submit) {
      const [before, after] = [FOLLOW_UP_STATE_LABELS[row.followUp.state], FOLLOW_UP_STATE_LABELS.submitted];
      findings.change(file, wish.submit, row, before[locale], after[locale]);
    }
    findings.answers += 1;
    if (row.version !== file.key.version && wish.cells.length > 0) findings.remarks.push(meanwhileWords(row, locale));
  }
}

/**
 * Reads the changed cells of a row. Where somebody else has changed the same field since the file was made, the cell is an
 * error unless both say the same; where they changed another field, both changes stand.
 */
function readRow(file: FileRow, row: AnswerRow, findings: Findings): Wish {
  const { locale } = findings;
  let patch: UpdateFollowUpRequest = {};
  const cells: FileCell[] = [];
  let submit: FileCell | null = null;
  for (const cell of changedCells(file, findings)) {
    const read = readAnswer(answerField(cell), cell.text);
    if (read.state === 'refused') {
      findings.cellError(file, cell, read.code, read.reason[locale]);
      continue;
    }
    if (read.state === 'submit') {
      const isDone = row.followUp.state === 'submitted' || row.followUp.state === 'accepted';
      if (read.wanted && !isDone) submit = cell;
      continue;
    }
    if (saysTheSame(read.patch, row)) continue;
    const now = row.texts[answerField(cell)];
    if (row.version !== file.key.version && now !== (file.key.before[cell.field] ?? '')) {
      findings.cellError(file, cell, 'stale', staleWords(row.followUp.updatedBy, row.followUp.updatedAt, now, locale));
      continue;
    }
    patch = { ...patch, ...read.patch };
    cells.push(cell);
  }
  return { patch, cells, submit };
}

function answerField(cell: FileCell): AnswerField {
  return cell.field as AnswerField;
}

function saysTheSame(patch: UpdateFollowUpRequest, { followUp, texts }: AnswerRow): boolean {
  const [[field, wanted] = []] = Object.entries(patch) as [AnswerField, unknown][];
  if (field === undefined) return true;
  if (field === 'judgement') return followUp.judgement === wanted;
  if (field === 'nextStepDate') return followUp.nextStepDate === wanted;
  if (field === 'nothingNew') return followUp.nothingNew === wanted;
  return texts[field] === wanted;
}

/** What the form would have said, at the cell it is about; where it is about the answer as a whole, at the first of these. */
function report(fault: unknown, file: FileRow, at: readonly FileCell[], row: AnswerRow, findings: Findings): void {
  if (!(fault instanceof ProblemException)) throw fault;
  const { locale } = findings;
  const [first] = at;
  if (!first) throw fault;
  if (fault.code === 'stale') {
    const { followUp } = fault.current as FollowUpPage;
    const words = staleWords(followUp.updatedBy, followUp.updatedAt, row.texts[answerField(first)], locale);
    findings.cellError(file, first, 'stale', words);
    return;
  }
  if (fault.errors.length === 0) findings.cellError(file, first, fault.code, fault.detail[locale]);
  for (const { pointer, code, reason } of fault.errors) {
    const field = fieldAt(pointer);
    findings.cellError(file, file.cells.find((cell) => cell.field === field) ?? first, code, reason[locale]);
  }
}

function meanwhileWords({ label, followUp }: AnswerRow, locale: Locale): string {
  const who = followUp.updatedBy?.name ?? '';
  return locale === 'sv'
    ? `Svaret om ${label} har ändrats${who && ` av ${who}`} sedan filen hämtades, men i andra rutor. Bara dina rutor ändras.`
    : `The answer about ${label} was changed${who && ` by ${who}`} since the file was downloaded, but in other cells. Only your cells change.`;
}
