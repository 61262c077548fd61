import { Injectable } from '@nestjs/common';
import type { WorkbookAnswer, WorkbookChoices } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import type { RoundtripWorkbook } from 'hucre/xlsx';
import { Statistics } from '../platform/database/statistics.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { DownloadFile } from '../platform/files/download.ts';
import { notFound } from '../platform/http/problem-exception.ts';
import { requestContext, withRequestContext } from '../platform/http/request-context.ts';
import { annotate } from './annotate.ts';
import { AnswersWriter } from './answers-writer.ts';
import { refuseFile, refuseOther } from './file-refusal.ts';
import { Findings } from './findings.ts';
import { openWorkbook } from './open-workbook.ts';
import { readKeys, readRows, type FileKeys, type FileRow, type ReadFile } from './read-workbook.ts';
import { remarksOn, strayReason, UNKNOWN_ROW } from './remarks.ts';
import { ValuesWriter } from './values-writer.ts';
import { rowId, type ModelRow, type ValueRow } from './workbook-model.ts';
import { WorkbookSource, type WorkbookFacts } from './workbook-source.ts';
import { WORDS } from './workbook-words.ts';
import { writeWorkbook } from './write-workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Carries what was found out of a transaction that is to leave no trace. */
class NothingSaved extends Error {
  constructor(readonly findings: Findings) {
    super('Nothing saved.');
  }
}

/** Excel both ways: the workbook of one organisation in one round, and reading it again. */
@Injectable()
export class WorkbooksService {
  constructor(
    private readonly source: WorkbookSource,
    private readonly answers: AnswersWriter,
    private readonly values: ValuesWriter,
    private readonly uow: UnitOfWork,
    private readonly statistics: Statistics,
  ) {}

  getChoices(roundId: string): Promise<WorkbookChoices> {
    return this.source.findChoices(roundId);
  }

  /** The file, filled with what is known now. */
  async get(roundId: string, organisationId: string): Promise<DownloadFile> {
    const { locale } = requestContext();
    const facts = await this.source.load(roundId, organisationId, locale);
    const asked = facts.answers.filter(({ followUp }) => followUp.isAsked);
    const askedElsewhere = facts.answers.length - asked.length;
    const bytes = await writeWorkbook({ ...facts, answers: asked, askedElsewhere, locale });
    const title = locale === 'sv' ? 'Uppföljning' : 'Follow-up';
    return { bytes, name: `${title} ${facts.round.label} ${facts.organisation.name}.xlsx`, contentType: XLSX };
  }

  /**
   * Reads a filled-in workbook and saves it whole or not at all. A dry run goes the same way and is undone at the end, so
   * that it says neither more nor less than saving would.
   */
  async read(roundId: string, file: UploadedFile | null, dryRun: boolean): Promise<WorkbookAnswer> {
    if (!file) throw refuseFile('missing');
    const round = await this.source.findRound(roundId);
    if (!round) throw notFound();
    const workbook = await openWorkbook(file.bytes);
    const keys = readKeys(workbook);
    await this.checkOwner(roundId, keys);
    const content = readRows(workbook, keys);
    const { facts, findings, saved } = await withRequestContext({ ...requestContext(), source: 'import' }, () =>
      this.write(roundId, keys, content, dryRun),
    );
    return toAnswer({ facts, findings, saved, content, workbook, file });
  }

  /** A file of another round or organisation is told from this one's; of another county's, no more is said than of one that does not exist. */
  private async checkOwner(roundId: string, { roundId: said, organisationId }: FileKeys): Promise<void> {
    if (said !== roundId) {
      const other = isId(said) ? await this.source.findRound(said) : null;
      if (!other) throw notFound();
      throw refuseOther('other_round', {
        sv: `Arbetsboken hör till omgången ${other.label} av ${other.planTitle}. Läs in den där, eller hämta en ny här.`,
        en: `The workbook belongs to the round ${other.label} of ${other.planTitle}. Upload it there, or download a new one here.`,
      });
    }
    const organisation = isId(organisationId) ? await this.source.findOrganisation(organisationId) : null;
    if (!organisation) throw notFound();
  }

  private async write(
    roundId: string,
    keys: FileKeys,
    content: ReadFile,
    dryRun: boolean,
  ): Promise<{ facts: WorkbookFacts; findings: Findings; saved: boolean }> {
    let facts: WorkbookFacts | null = null;
    try {
      const findings = await this.uow.run(async () => {
        facts = await this.source.load(roundId, keys.organisationId, keys.locale);
        const found = await this.compare(roundId, facts, content, keys.locale);
        if (dryRun || found.errors.length > 0) throw new NothingSaved(found);
        this.statistics.refreshAfterCommit();
        return found;
      });
      return { facts: given(facts), findings, saved: true };
    } catch (fault) {
      if (!(fault instanceof NothingSaved)) throw fault;
      return { facts: given(facts), findings: fault.findings, saved: false };
    }
  }

  private async compare(roundId: string, facts: WorkbookFacts, content: ReadFile, locale: Locale): Promise<Findings> {
    const findings = new Findings(locale);
    const known = new Map<string, ModelRow>([...facts.answers, ...facts.values].map((row) => [rowId(row), row]));
    for (const { sheet, cell, value, code } of content.strays)
      findings.error(sheet, cell, value, code, strayReason(code, locale));
    const values: (readonly [FileRow, ValueRow])[] = [];
    for (const file of content.rows) {
      const row = known.get(file.rowId);
      if (!row) {
        for (const cell of file.cells.filter(({ isChanged }) => isChanged))
          findings.cellError(file, cell, 'unknown_row', UNKNOWN_ROW[locale]);
      } else if (row.kind === 'answer') await this.answers.write(file, row, findings);
      else values.push([file, row]);
    }
    await this.values.write(roundId, values, findings);
    findings.remarks.push(...remarksOn(content, locale));
    return findings;
  }
}

function given(facts: WorkbookFacts | null): WorkbookFacts {
  if (!facts) throw new Error('A workbook was compared with nothing.');
  return facts;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function toAnswer({
  facts: { organisation },
  findings,
  saved,
  content,
  workbook,
  file,
}: {
  readonly facts: WorkbookFacts;
  readonly findings: Findings;
  readonly saved: boolean;
  readonly content: ReadFile;
  readonly workbook: RoundtripWorkbook;
  readonly file: UploadedFile;
}): Promise<WorkbookAnswer> {
  const { changes, remarks, answers, values, locale } = findings;
  const errors = findings.sortedErrors(workbook.sheets.map(({ name }) => name));
  const name = file.name.replace(/(?:\.xlsx)?$/i, ` ${WORDS[locale].sheets.errors.toLocaleLowerCase(locale)}.xlsx`);
  return {
    saved,
    organisation: { id: organisation.id, name: organisation.name },
    answers,
    values,
    unchanged:
      content.rows.length -
      answers -
      values -
      new Set(errors.map(({ sheet, cell }) => `${sheet}!${cell}`.replace(/[A-Z]+(?=\d+$)/, ''))).size,
    changes,
    errors,
    remarks,
    annotated:
      errors.length === 0
        ? null
        : { name, base64: Buffer.from(await annotate(workbook, errors, locale)).toString('base64') },
  };
}
