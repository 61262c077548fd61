import { Injectable } from '@nestjs/common';
import type {
  OutcomeCell,
  OutcomeDisplay,
  PutOutcomeAnswer,
  PutOutcomeRequest,
  PutOutcomesAnswer,
  PutOutcomesCell,
  PutOutcomesResult,
} from '@samhandling/contracts';
import type { OutcomeSource } from '@samhandling/domain';
import { Clock } from '../platform/clock/clock.ts';
import { newId } from '../platform/database/ids.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { invalid, notFound, ProblemException, stale, type FieldProblem } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { entryRight } from './entry-right.ts';
import {
  OutcomeChangesRepository,
  type DoneChange,
  type OutcomeChange,
  type StoredContent,
} from './outcome-changes.repository.ts';
import { misplacedReason } from './outcome-place.ts';
import { toRow, type Reader } from './outcomes.mapper.ts';
import { OutcomesRepository, type Sheet, type SheetIndicator, type StoredOutcome } from './outcomes.repository.ts';
import { readTyped } from './typed-outcome.ts';
import { weighAgainstEvents } from './weighed-outcome.ts';

/** What becomes of one cell before anything is written. */
type Verdict =
  | { readonly result: 'change'; readonly change: OutcomeChange }
  | { readonly result: 'unchanged' | 'stale' }
  | { readonly result: 'refused'; readonly problem: ProblemException };

interface Entered {
  readonly cell: PutOutcomesCell;
  readonly verdict: Verdict;
}

/** Entering values: one cell with If-Match, or a pasted rectangle. Both go the same way through the same rules. */
@Injectable()
export class OutcomeEntryService {
  constructor(
    private readonly outcomes: OutcomesRepository,
    private readonly changes: OutcomeChangesRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One cell. What is refused is thrown: 403, 404, 409, 412 with the cell as stored, or 422 with pointers. */
  updateOne(
    roundId: string,
    indicatorId: string,
    version: number,
    request: PutOutcomeRequest,
  ): Promise<PutOutcomeAnswer> {
    return this.uow.run(async () => {
      const sheet = await this.loadInTurn(roundId, indicatorId);
      if (sheet.indicators.length === 0) throw notFound();
      const { after, entered } = await this.enter(sheet, [{ ...request, indicatorId, version }]);
      const [only] = entered;
      if (!only) throw new Error('One cell went in and none came out.');
      if (only.verdict.result === 'refused') throw only.verdict.problem;
      const { cell, combined } = this.shown(after, only.cell);
      if (only.verdict.result === 'stale') throw stale(cell);
      return { cell, combined };
    });
  }

  /** A pasted rectangle: each cell by itself, all that can be saved in one transaction. See PutOutcomesRequest. */
  updateMany(roundId: string, cells: readonly PutOutcomesCell[]): Promise<PutOutcomesAnswer> {
    return this.uow.run(async () => {
      await this.changes.takeTurn(roundId);
      const sheet = await this.load(roundId, [...new Set(cells.map(({ indicatorId }) => indicatorId))]);
      if (sheet.round.state === 'adopted') throw lockedFor(sheet);
      const { after, entered } = await this.enter(sheet, cells);
      const rows = after.indicators.map((indicator) => ({
        indicatorId: indicator.definition.id,
        ...toRow(after, indicator, reader()),
      }));
      const results = entered.map(({ cell, verdict }) => answerOf(cell, verdict, rows));
      const count = (result: PutOutcomesResult['result']): number =>
        results.filter((each) => each.result === result).length;
      return {
        cells: results,
        saved: count('saved'),
        refused: count('refused'),
        stale: count('stale'),
        rows: rows.map(({ indicatorId, combined }) => ({ indicatorId, combined })),
      };
    });
  }

  private async load(roundId: string, indicatorIds: readonly string[]): Promise<Sheet> {
    const sheet = await this.outcomes.findSheet(roundId, { indicatorIds });
    if (!sheet) throw notFound();
    return sheet;
  }

  /** Where events give a figure, the cell is looked at again in turn with those who register events: it may be moving. */
  private async loadInTurn(roundId: string, indicatorId: string): Promise<Sheet> {
    const sheet = await this.load(roundId, [indicatorId]);
    if (sheet.indicators.every(({ computed }) => computed.length === 0)) return sheet;
    await this.changes.takeTurn(roundId);
    return this.load(roundId, [indicatorId]);
  }

  /** Judges every cell, writes what may be written, and answers the sheet as it stands after. */
  private async enter(sheet: Sheet, cells: readonly PutOutcomesCell[]): Promise<{ after: Sheet; entered: Entered[] }> {
    const seen = new Set<string>();
    const judged = cells.map((cell): Entered => {
      const key = `${cell.indicatorId}/${cell.municipalityCode ?? ''}/${cell.sex}`;
      const verdict = seen.has(key) ? refusedCell('', 'twice', TWICE) : this.judge(sheet, cell);
      seen.add(key);
      return { cell, verdict };
    });
    const wanted = judged.flatMap(({ verdict }) => (verdict.result === 'change' ? [verdict.change] : []));
    const done = new Map((await this.changes.apply(wanted)).map((each) => [each.id, each]));
    const entered = judged.map(({ cell, verdict }): Entered =>
      verdict.result === 'change' && !done.has(verdict.change.id)
        ? { cell, verdict: { result: 'stale' } }
        : { cell, verdict },
    );
    const lostARace = wanted.length > done.size;
    const overlaps = await this.updateOverlaps(sheet, wanted);
    return {
      after: lostARace
        ? await this.load(
            sheet.round.id,
            sheet.indicators.map(({ definition }) => definition.id),
          )
        : withDone(sheet, wanted, done, overlaps),
      entered,
    };
  }

  /** What the municipalities count twice depends on which of them show what the events give. */
  private async updateOverlaps(sheet: Sheet, wanted: readonly OutcomeChange[]): Promise<ReadonlyMap<string, number>> {
    const touched = new Set(wanted.map(({ place }) => place.indicatorId));
    const ids = sheet.indicators
      .filter(({ definition, computed }) => definition.breakdown === 'municipality' && computed.length > 0)
      .flatMap(({ definition }) => (touched.has(definition.id) ? [definition.id] : []));
    return ids.length === 0 ? new Map() : this.changes.updateOverlaps(sheet.round.id, ids);
  }

  private judge(sheet: Sheet, cell: PutOutcomesCell): Verdict {
    const indicator = sheet.indicators.find(({ definition }) => definition.id === cell.indicatorId);
    if (!indicator) return refusedCell('/indicatorId', 'not_in_plan', NOT_IN_PLAN);
    const misplaced = misplacedReason(sheet, indicator, cell);
    if (misplaced) return { result: 'refused', problem: invalid([misplaced]) };
    const right = entryRight(currentSession().roles, sheet.round, indicator.responsibleIds, cell.municipalityCode);
    if (right.problem) return { result: 'refused', problem: new ProblemException(right.problem, right.reason) };
    const stored = storedAt(indicator, cell);
    const weighed = weighAgainstEvents(
      cell,
      readTyped(cell, indicator.definition, () => this.clock.today(), stored?.day ?? null),
      computedAt(indicator, cell),
      stored,
    );
    if (weighed.state === 'refused') return { result: 'refused', problem: invalid(weighed.errors) };
    if (cell.version !== (stored?.version ?? 0)) return { result: 'stale' };
    const after: StoredContent | null =
      weighed.state === 'empty'
        ? null
        : {
            ...weighed.outcome,
            note: cell.note ?? stored?.note ?? '',
            source: weighed.fromEvents ? 'events' : typedSource(),
            keptReason: weighed.keptReason,
            keptAgainst: weighed.keptAgainst,
          };
    if (after ? stored && isSame(stored, after) : !stored) return { result: 'unchanged' };
    return {
      result: 'change',
      change: {
        action: !stored ? 'create' : after ? 'update' : 'delete',
        id: stored?.id ?? newId(),
        version: cell.version,
        place: {
          planId: sheet.round.planId,
          roundId: sheet.round.id,
          indicatorId: cell.indicatorId,
          municipalityCode: cell.municipalityCode,
          sex: cell.sex,
        },
        definitionVersion: indicator.definition.definitionVersion,
        before: stored ?? null,
        after,
      },
    };
  }

  private shown(sheet: Sheet, cell: PutOutcomesCell): { cell: OutcomeCell; combined: OutcomeDisplay } {
    const indicator = sheet.indicators.find(({ definition }) => definition.id === cell.indicatorId);
    if (!indicator) throw notFound();
    const row = toRow(sheet, indicator, reader());
    return { cell: cellIn(row.cells, cell), combined: row.combined };
  }
}

const TWICE = { sv: 'Rutan finns två gånger i det som klistrades in.', en: 'The cell is twice in what was pasted.' };
const NOT_IN_PLAN = { sv: 'Indikatorn finns inte i omgångens plan.', en: 'The indicator is not in the round’s plan.' };

function reader(): Reader {
  return { roles: currentSession().roles, locale: requestContext().locale, protectAll: false };
}

/** How the value came in: typed on the page, by an answer link, or from a file. */
function typedSource(): OutcomeSource {
  const { source } = requestContext();
  return source === 'link' || source === 'import' ? source : 'typed';
}

function refusedCell(pointer: string, code: string, reason: FieldProblem['reason']): Verdict {
  return { result: 'refused', problem: invalid([{ pointer, code, reason }]) };
}

function lockedFor(sheet: Sheet): ProblemException {
  const { reason } = entryRight(
    [{ role: 'planner', organisationId: null, municipalityCode: null }],
    sheet.round,
    [],
    null,
  );
  return new ProblemException('locked', reason);
}

function storedAt(indicator: SheetIndicator, cell: PutOutcomesCell): StoredOutcome | undefined {
  return indicator.outcomes.find(
    (stored) => stored.municipalityCode === cell.municipalityCode && stored.sex === cell.sex,
  );
}

/** Events give a total only. */
function computedAt(indicator: SheetIndicator, cell: PutOutcomesCell): number | null {
  if (cell.sex !== 'total') return null;
  const figure = indicator.computed.find(({ municipalityCode }) => municipalityCode === cell.municipalityCode);
  return figure?.value ?? null;
}

/** Typing what the events gave already changes nothing; choosing what they give does, where it had been typed. */
function isSame(stored: StoredOutcome, after: NonNullable<OutcomeChange['after']>): boolean {
  if (after.source === 'events' && stored.source !== 'events') return false;
  return (['state', 'value', 'denominator', 'day', 'text', 'note', 'keptReason', 'keptAgainst'] as const).every(
    (field) => stored[field] === after[field],
  );
}

/** The sheet with what was just written, so that the answer needs no second look at the database. */
function withDone(
  sheet: Sheet,
  wanted: readonly OutcomeChange[],
  done: ReadonlyMap<string, DoneChange>,
  overlaps: ReadonlyMap<string, number>,
): Sheet {
  const { personId, personName } = currentSession();
  const indicators = sheet.indicators.map((indicator) => {
    const mine = wanted.filter(({ place }) => place.indicatorId === indicator.definition.id);
    if (mine.length === 0) return indicator;
    const written = mine.flatMap(({ id, place, after }): StoredOutcome[] => {
      const row = done.get(id);
      if (!row || !after) return [];
      const { municipalityCode, sex } = place;
      return [{ ...after, ...row, municipalityCode, sex, reportedBy: { id: personId, name: personName } }];
    });
    const touched = new Set(mine.map(({ id }) => id));
    return {
      ...indicator,
      outcomes: [...indicator.outcomes.filter(({ id }) => !touched.has(id)), ...written],
      overlap: overlaps.get(indicator.definition.id) ?? indicator.overlap,
    };
  });
  return { ...sheet, indicators };
}

function cellIn(cells: readonly OutcomeCell[], wanted: PutOutcomesCell): OutcomeCell {
  const cell = cells.find(
    ({ municipalityCode, sex }) => municipalityCode === wanted.municipalityCode && sex === wanted.sex,
  );
  if (!cell) throw new Error('A judged cell is not in its row.');
  return cell;
}

function answerOf(
  cell: PutOutcomesCell,
  verdict: Verdict,
  rows: readonly { readonly indicatorId: string; readonly cells: readonly OutcomeCell[] }[],
): PutOutcomesResult {
  const { indicatorId, municipalityCode, sex } = cell;
  if (verdict.result === 'refused') {
    const { locale } = requestContext();
    const { errors, code, detail } = verdict.problem;
    const fields = errors.length > 0 ? errors : [{ pointer: '', code, reason: detail }];
    return {
      indicatorId,
      municipalityCode,
      sex,
      result: 'refused',
      errors: fields.map((field) => ({ ...field, reason: field.reason[locale] })),
    };
  }
  const row = rows.find((each) => each.indicatorId === indicatorId);
  const result = verdict.result === 'change' ? 'saved' : verdict.result;
  return { indicatorId, municipalityCode, sex, result, cell: cellIn(row?.cells ?? [], cell) };
}
