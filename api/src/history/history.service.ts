import { Injectable } from '@nestjs/common';
import { pages, type History, type HistoryComparison, type HistoryEntity } from '@samhandling/contracts';
import { formatDay, isAllowed, SEX_LABELS, type Locale } from '@samhandling/domain';
import { OutcomesService } from '../outcomes/outcomes.service.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notAllowed, notFound } from '../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../platform/http/request-context.ts';
import { channelsOf, comparisonWords, entryWords, type HistoryReader } from './history-entries.ts';
import { RIGHT_TO_SEE, type HistoryCell, type HistorySubject } from './history-subjects.ts';
import { idsIn } from './history-values.ts';
import { HistoryRepository, type RecordedEntry } from './history.repository.ts';
import { undoVerdict } from './undo-verdict.ts';

/** Entries on one page. */
export const HISTORY_PAGE = 50;

/** All that is known of a thing's past. */
interface Past {
  readonly entity: HistoryEntity;
  readonly subject: HistorySubject | null;
  readonly newestFirst: readonly RecordedEntry[];
  readonly sees: boolean;
}

/** The readable history: who, when, through what, and every field old and new in words. Reads only. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly history: HistoryRepository,
    private readonly outcomes: OutcomesService,
    private readonly uow: UnitOfWork,
  ) {}

  /** 404 when there is neither the thing nor a record of it. */
  get(entity: HistoryEntity, id: string, page: number): Promise<History> {
    return this.uow.read(async () => this.describe(await this.past(entity, id), id, page));
  }

  /** The history of a cell; empty when nothing was ever entered. 404 when round or indicator does not exist. */
  getCell(cell: HistoryCell, page: number): Promise<History> {
    return this.uow.read(async () => {
      const subject = await this.history.findCell(cell);
      if (!subject) throw notFound();
      const newestFirst = await this.history.findEntries('outcome', subject.ids);
      const sees = await this.outcomes.seesPast(cell);
      return this.describe({ entity: 'outcome', subject, newestFirst, sees }, subject.ids[0] ?? '', page);
    });
  }

  /** How it read at the end of two days. */
  compare(entity: HistoryEntity, id: string, from: string, to: string): Promise<HistoryComparison> {
    return this.uow.read(async () => {
      const past = await this.past(entity, id);
      return comparisonWords(entity, past.newestFirst, { from, to }, await this.reader(past, past.newestFirst));
    });
  }

  private async past(entity: HistoryEntity, id: string): Promise<Past> {
    const right = RIGHT_TO_SEE[entity];
    if (!isAllowed(currentSession().roles, right)) throw notAllowed(right);
    const subject = await this.history.findSubject(entity, id);
    const newestFirst = await this.history.findEntries(entity, subject?.ids ?? [id]);
    if (!subject && newestFirst.length === 0) throw notFound();
    const sees = entity !== 'outcome' || (await this.outcomes.seesPast(subject?.cell ?? null));
    return { entity, subject, newestFirst, sees };
  }

  private async describe(past: Past, id: string, page: number): Promise<History> {
    const { entity, subject, newestFirst } = past;
    const { personId, roles } = currentSession();
    const { locale } = requestContext();
    const first = (page - 1) * HISTORY_PAGE;
    const shown = newestFirst.slice(first, first + HISTORY_PAGE);
    const channels = channelsOf(newestFirst).slice(first, first + HISTORY_PAGE);
    const reader = await this.reader(past, shown);
    const asker = { personId, isPlanner: isAllowed(roles, 'round.manage') };
    return {
      title: titleOf(past, reader, locale),
      link: subject ? linkOf(entity, id, subject) : '',
      entries: shown.map((entry, index) => {
        const verdict = undoVerdict(entry, newestFirst, subject?.roundState ?? null, asker);
        // Nobody expects to undo that a thing began; of an edited text it is worth saying.
        const isSaid = !verdict.allowed && (verdict.why !== 'kind' || entry.action === 'update');
        const undo = { allowed: verdict.allowed, reason: isSaid ? verdict.reason[locale] : '' };
        return entryWords(entity, entry, channels[index] ?? null, undo, reader);
      }),
      total: newestFirst.length,
    };
  }

  private async reader(
    { subject, sees }: Past,
    entries: readonly RecordedEntry[],
  ): Promise<HistoryReader & { readonly names: ReadonlyMap<string, string> }> {
    const asked = new Set([
      ...entries.flatMap(({ changes }) => idsIn(Object.values(changes))),
      ...idsIn(subject?.cell?.municipalityCode ?? null),
    ]);
    return { locale: requestContext().locale, names: await this.history.findNames([...asked]), sees };
  }
}

function titleOf({ entity, subject, newestFirst }: Past, { names }: HistoryReader, locale: Locale): string {
  if (!subject) return goneTitle(newestFirst, locale);
  const { reference, name, roundLabel, cell } = subject;
  const inRound = roundLabel === '' ? '' : `, ${roundLabel}`;
  switch (entity) {
    case 'follow_up':
      return `${locale === 'sv' ? 'Uppföljning' : 'Follow-up'} ${reference}${inRound}`;
    case 'outcome': {
      const place = cell?.municipalityCode ?? null;
      const parts = [
        ...(place === null ? [] : [names.get(place) ?? place]),
        ...(cell && cell.sex !== 'total' ? [SEX_LABELS[cell.sex][locale].toLocaleLowerCase(locale)] : []),
      ];
      return `${[reference, name].filter((part) => part !== '').join(' ')}${parts.map((part) => `, ${part}`).join('')}${inRound}`;
    }
    case 'goal_judgement':
      return `${reference}. ${name}${inRound}`;
    case 'event':
      return `${name}, ${formatDay(reference, locale)}`;
    case 'round':
      return `${locale === 'sv' ? 'Omgång' : 'Round'} ${roundLabel}, ${name}`;
    case 'decision':
      return `${reference}, ${name}`;
    case 'participation':
      return `${locale === 'sv' ? 'Medverkan' : 'Participation'} ${reference}`;
    default:
      return [reference, name].filter((part) => part !== '').join(' ');
  }
}

/** What is gone is called what it was called last. */
function goneTitle(newestFirst: readonly RecordedEntry[], locale: Locale): string {
  for (const { changes } of newestFirst) {
    for (const field of ['title', 'name', 'text', 'label']) {
      const last = changes[field]?.old ?? changes[field]?.new;
      if (typeof last === 'string' && last !== '') return `${last} (${locale === 'sv' ? 'borttagen' : 'taken away'})`;
    }
  }
  return locale === 'sv' ? 'Borttagen' : 'Taken away';
}

function linkOf(entity: HistoryEntity, id: string, { slug, roundLabel, reference }: HistorySubject): string {
  if (entity === 'follow_up') return pages.followUp(id);
  if (entity === 'organisation') return pages.organisation(id);
  if (entity === 'outcome') return pages.outcomes(slug, roundLabel);
  if (entity === 'event') return slug === '' ? '' : pages.event(slug, id);
  if (entity === 'decision') return pages.decision(id);
  if (entity === 'lift') return pages.lift(id);
  if (entity === 'action_point') return pages.decisions(slug);
  if (entity === 'indicator' || entity === 'participation') {
    const [area = '', number = ''] = (reference.split(', ')[0] ?? '').split('/');
    return number === '' ? pages.activities(slug) : pages.activity(slug, area, number);
  }
  return pages.round(slug, roundLabel);
}
