import { Injectable } from '@nestjs/common';
import { pages, RECORD_SOURCES, type RecordEntry, type RecordFilter, type RecordLog } from '@samhandling/contracts';
import { isAllowed } from '@samhandling/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { ChecksService } from '../../record/checking/checks.service.ts';
import { shownValues } from '../history-entries.ts';
import { inReadingOrder } from '../history-fields.ts';
import { entityOf } from '../history-subjects.ts';
import { idsIn, type Names } from '../history-values.ts';
import { HistoryRepository } from '../history.repository.ts';
import { logFieldOf } from './log-fields.ts';
import { kindWords, LOG_KINDS } from './log-kinds.ts';
import { logLink, logTitle, subjectKind, type LogSubject } from './log-subjects.ts';
import { LogRepository, type LoggedEntry, type LogPlace } from './log.repository.ts';
import { actionChoices, logActionWords, SOURCE_LABELS, sourceWords } from './log-words.ts';

export const LOG_PAGE = 50;

/** The record of every change in the county, in words. Reads only. */
@Injectable()
export class LogService {
  constructor(
    private readonly log: LogRepository,
    private readonly history: HistoryRepository,
    private readonly checks: ChecksService,
    private readonly uow: UnitOfWork,
  ) {}

  get(filter: RecordFilter, page: number): Promise<RecordLog> {
    const { locale } = requestContext();
    return this.uow.read(async () => {
      const { items, total, people } = await this.log.findPage(filter, page, LOG_PAGE);
      return {
        items: await this.inWords(items),
        total,
        page,
        pageSize: LOG_PAGE,
        people,
        kinds: LOG_KINDS.map(({ value, label }) => ({ value, label: label[locale] })),
        actions: actionChoices()
          .map(({ value, label }) => ({ value, label: label[locale] }))
          .sort((a, b) => a.label.localeCompare(b.label, locale)),
        sources: RECORD_SOURCES.map((value) => ({ value, label: SOURCE_LABELS[value][locale] })),
        check: await this.checks.getLatest(),
      };
    });
  }

  /** The next part of everything the filter finds, and where it ended; null when nothing is left. */
  next(
    filter: RecordFilter,
    after: LogPlace | null,
    most: number,
  ): Promise<{ readonly entries: readonly RecordEntry[]; readonly last: LogPlace } | null> {
    return this.uow.read(async () => {
      const items = await this.log.findNext(filter, after, most);
      const last = items.at(-1);
      return last ? { entries: await this.inWords(items), last: { moment: last.moment, id: last.id } } : null;
    });
  }

  private async inWords(entries: readonly LoggedEntry[]): Promise<RecordEntry[]> {
    const found = await this.log.findSubjects([...new Set(entries.map(({ entityId }) => entityId))]);
    const subjects = new Map(found.map((subject) => [`${subject.kind} ${subject.id}`, subject]));
    const names = await this.history.findNames([
      ...new Set(entries.flatMap(({ changes }) => idsIn(Object.values(changes)))),
    ]);
    return entries.map((entry) =>
      entryInWords(entry, subjects.get(`${subjectKind(entry.entity)} ${entry.entityId}`), names),
    );
  }
}

/**
 * A protected figure's past is told only to those who may enter any: an earlier value was perhaps small. Of one that is
 * gone nobody knows any more whether it was protected, so it is held to be.
 */
function seesFigures(entry: LoggedEntry, subject: LogSubject | undefined): boolean {
  if (entry.entity !== 'outcome') return true;
  return isAllowed(currentSession().roles, 'outcome.enter_any') || subject?.isProtected === false;
}

function entryInWords(entry: LoggedEntry, subject: LogSubject | undefined, names: Names): RecordEntry {
  const { locale } = requestContext();
  const { entity: recordedAs, changes } = entry;
  const entity = entityOf(recordedAs);
  const sees = seesFigures(entry, subject);
  const inOrder = entity ? inReadingOrder(entity, Object.keys(changes)) : Object.keys(changes);
  return {
    id: entry.id,
    at: entry.at,
    seq: entry.seq,
    person: entry.person,
    onBehalfOf: entry.onBehalfOf,
    through: sourceWords(entry.source)[locale],
    action: logActionWords(recordedAs, entry.action)[locale],
    kind: kindWords(recordedAs)[locale],
    title: logTitle(subject, changes, sees, locale),
    link: subject ? logLink(recordedAs, subject) : '',
    history: entity ? pages.history(entity, entry.entityId) : '',
    entityId: entry.entityId,
    requestId: entry.requestId ?? '',
    isDisposed: entry.isDisposed,
    fields: inOrder.flatMap((name) => {
      const field = logFieldOf(recordedAs, name);
      if (!field) return [];
      const { label, isText, values, isProtected } = shownValues(
        field,
        name,
        [changes[name]?.old, changes[name]?.new],
        { locale, names, sees },
      );
      if (values[0] === values[1] && !isProtected && !entry.isDisposed) return [];
      return [{ name, label, isText, old: values[0], new: values[1] }];
    }),
  };
}
