import { Injectable } from '@nestjs/common';
import {
  MOST_IMPORTED_EVENTS,
  type EventColumn,
  type EventFileRows,
  type ImportEventsAnswer,
  type ImportEventsRequest,
} from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/database/ids.ts';
import { Statistics } from '../../platform/database/statistics.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { invalid, notFound } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext, withRequestContext } from '../../platform/http/request-context.ts';
import { ComputingService } from '../computing/computing.service.ts';
import { RegisteringRepository } from '../registering/registering.repository.ts';
import { mayRegister, NOT_YOURS, rightOf, type RegisteringRight } from '../shared/registering-right.ts';
import { readEventFile, tooManyRows } from './event-file.ts';
import { readDay, readRow, textsOf, type ReadRow, type RowTexts } from './event-rows.ts';
import { ImportingRepository, type ImportFacts, type RegisteredEvent } from './importing.repository.ts';

/** A row that holds something, with its place among the rows sent, from 1. */
interface JudgedRow extends ReadRow {
  readonly row: number;
  readonly eventId: string;
  readonly isDuplicate: boolean;
}

const NEEDED: Readonly<Record<'day' | 'kind' | 'activities', Label>> = {
  day: { sv: 'Ange vilken kolumn som är dagen.', en: 'Say which column is the day.' },
  kind: { sv: 'Ange vilken kolumn som är händelsetypen.', en: 'Say which column is the kind of event.' },
  activities: { sv: 'Ange vilken kolumn som är aktiviteterna.', en: 'Say which column is the activities.' },
};
const TWICE: Label = {
  sv: 'Två kolumner är angivna som samma sak. Välj en av dem.',
  en: 'Two columns are named as the same thing. Choose one of them.',
};
const FILE_MISSING: Label = { sv: 'Välj en fil att läsa in.', en: 'Choose a file to read.' };

/** Many events at once, pasted or read from a file. All of them or none: with one refused row nothing is written. */
@Injectable()
export class ImportingService {
  constructor(
    private readonly importing: ImportingRepository,
    private readonly events: RegisteringRepository,
    private readonly computing: ComputingService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly statistics: Statistics,
  ) {}

  /** Reads a file without keeping anything of it. */
  async readFile(file: { readonly buffer: Buffer } | undefined): Promise<EventFileRows> {
    if (!file) throw invalid([{ pointer: '/file', code: 'missing', reason: FILE_MISSING }]);
    return readEventFile(file.buffer, requestContext().locale);
  }

  /** The number of statements is the same for one row and two thousand. */
  import(request: ImportEventsRequest): Promise<ImportEventsAnswer> {
    checkShape(request);
    return withRequestContext({ ...requestContext(), source: 'import' }, () =>
      this.uow.run(async () => {
        const right = rightOf(currentSession().roles);
        const texts = request.rows.map((row) => textsOf(row, request.columns));
        const facts = await this.loadFacts(request.plan, texts, right);
        const judged = this.judge(texts, facts, right);
        const wanted = judged.filter(({ isDuplicate }) => request.includeDuplicates === true || !isDuplicate);
        const isRefused = wanted.some(({ errors }) => errors.length > 0);
        const saves = !request.dryRun && !isRefused && wanted.length > 0;
        if (saves) this.statistics.refreshAfterCommit();
        const changed = saves ? await this.save(wanted, facts.planId) : [];
        return {
          saved: saves ? wanted.length : 0,
          duplicates: judged.filter(({ isDuplicate }) => isDuplicate).length,
          rows: judged.map((row) => toAnswer(row, wanted.includes(row), saves)),
          changed,
        };
      }),
    );
  }

  private async loadFacts(plan: string, texts: readonly RowTexts[], right: RegisteringRight): Promise<ImportFacts> {
    const days = [...new Set(texts.flatMap(({ day }) => readDay(day) ?? []))];
    const facts = await this.importing.findFacts(plan, days, right, this.clock.today());
    if (!facts) throw notFound();
    return facts;
  }

  /** Each registered event makes one row a duplicate, so that two alike in the file are not both taken for the same. */
  private judge(texts: readonly RowTexts[], facts: ImportFacts, right: RegisteringRight): JudgedRow[] {
    const today = this.clock.today();
    const left = new Map<string, number>();
    for (const event of facts.registered) left.set(sameness(event), (left.get(sameness(event)) ?? 0) + 1);
    return texts.flatMap((each, index): JudgedRow[] => {
      if (Object.values(each).every((text) => text === '')) return [];
      const { content, errors } = readRow(each, facts, today);
      const key = sameness(content);
      const isDuplicate = errors.length === 0 && (left.get(key) ?? 0) > 0;
      if (isDuplicate) left.set(key, (left.get(key) ?? 0) - 1);
      const activities = content.activityIds.map((id) => ({ mine: facts.mine.has(id) }));
      const codes = content.municipalities.map(({ code }) => code);
      const isOthers = errors.length === 0 && !mayRegister(right, activities, codes);
      const all = isOthers ? [{ pointer: '', code: 'not_allowed', reason: NOT_YOURS }] : errors;
      return [{ row: index + 1, eventId: newId(), content, errors: all, isDuplicate }];
    });
  }

  private async save(rows: readonly JudgedRow[], planId: string): Promise<ImportEventsAnswer['changed']> {
    const activityIds = [...new Set(rows.flatMap(({ content }) => content.activityIds))];
    const days = [...new Set(rows.map(({ content }) => content.day))];
    await this.events.create(
      rows.map(({ eventId, content }) => ({ id: eventId, registrationKey: eventId, content })),
      new Map(activityIds.map((id) => [id, planId])),
      'import',
    );
    return (await this.computing.recomputeAfter({ activityIds, days }, null)).changed;
  }
}

function checkShape({ columns, rows }: ImportEventsRequest): void {
  if (rows.length > MOST_IMPORTED_EVENTS) throw tooManyRows('/rows', rows.length);
  const missing = (['day', 'kind', 'activities'] as const).filter((column) => !columns.includes(column));
  const named = columns.filter((column): column is EventColumn => column !== null);
  const twice = columns.flatMap((column, index) =>
    column !== null && columns.indexOf(column) !== index
      ? [{ pointer: `/columns/${index}`, code: 'twice', reason: TWICE }]
      : [],
  );
  const problems = missing.map((column) => ({
    pointer: '/columns',
    code: `missing_${column}`,
    reason: NEEDED[column],
  }));
  if (problems.length > 0 || named.length !== new Set(named).size) throw invalid([...problems, ...twice]);
}

function sameness({ day, kindId, activityIds }: RegisteredEvent): string {
  return [day, kindId, ...[...activityIds].sort()].join(' ');
}

function toAnswer(row: JudgedRow, isWanted: boolean, isSaved: boolean): ImportEventsAnswer['rows'][number] {
  const { locale } = requestContext();
  const result = ((): 'saved' | 'ready' | 'duplicate' | 'refused' => {
    if (!isWanted) return 'duplicate';
    if (row.errors.length > 0) return 'refused';
    return isSaved ? 'saved' : 'ready';
  })();
  return {
    row: row.row,
    result,
    eventId: result === 'saved' ? row.eventId : null,
    errors: row.errors.map((each) => ({ ...each, reason: each.reason[locale] })),
  };
}
