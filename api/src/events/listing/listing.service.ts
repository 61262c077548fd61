import { Injectable } from '@nestjs/common';
import type { EventChoices, EventFilter, EventList } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { toCsv, type CsvValue } from '../../platform/files/csv.ts';
import type { DownloadFile } from '../../platform/files/download.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { rightOf } from '../shared/registering-right.ts';
import { ListingRepository, type EventLine, type EventSearch } from './listing.repository.ts';

export interface SortedFilter extends EventFilter {
  readonly sort?: 'day' | 'kind';
  readonly page: number;
  readonly pageSize: number;
}

const HEADINGS: Readonly<Record<Locale, readonly string[]>> = {
  sv: [
    'Dag',
    'Händelsetyp',
    'Rubrik',
    'Aktiviteter',
    'Kommuner',
    'Organisationer',
    'Deltagare',
    'Anteckning',
    'Registrerad av',
  ],
  en: [
    'Day',
    'Kind',
    'Title',
    'Activities',
    'Municipalities',
    'Organisations',
    'Participants',
    'Note',
    'Registered by',
  ],
};

@Injectable()
export class ListingService {
  constructor(
    private readonly events: ListingRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(filter: SortedFilter): Promise<EventList> {
    return this.uow.read(async () => {
      const right = rightOf(currentSession().roles);
      const { page, pageSize } = filter;
      const list = await this.events.findPage(searchOf(filter), right, this.clock.today(), { page, pageSize });
      const mayRegister = right.any || right.organisationIds.length + right.municipalityCodes.length > 0;
      return { ...list, page, pageSize, mayRegister };
    });
  }

  /** 404 when the plan is not in the county. */
  getChoices(plan: string | undefined): Promise<EventChoices> {
    return this.uow.read(async () => {
      const { roles, personId } = currentSession();
      const today = this.clock.today();
      if (plan !== undefined && !(await this.events.hasPlan(plan))) throw notFound();
      return { ...(await this.events.findChoices(plan ?? null, rightOf(roles), personId, today)), today };
    });
  }

  /** What the list holds, without pages, as a Swedish Excel reads it; the columns can be pasted back by the import. */
  getCsv(filter: EventFilter): Promise<DownloadFile> {
    return this.uow.read(async () => {
      const { locale } = requestContext();
      const lines = await this.events.findLines(searchOf(filter));
      const name = locale === 'sv' ? 'händelser' : 'events';
      return {
        bytes: toCsv([HEADINGS[locale], ...lines.map(toLine)]),
        name: `${name}${filter.plan === undefined ? '' : `-${filter.plan}`}.csv`,
        contentType: 'text/csv; charset=utf-8',
      };
    });
  }
}

function searchOf(filter: EventFilter & { readonly sort?: 'day' | 'kind' }): EventSearch {
  const q = filter.q?.trim() ?? '';
  return {
    plan: filter.plan ?? null,
    activity: filter.activity ?? [],
    kind: filter.kind ?? [],
    municipality: filter.municipality ?? [],
    organisation: filter.organisation ?? [],
    from: filter.from ?? null,
    to: filter.to ?? null,
    q: q === '' ? null : q,
    sort: filter.sort ?? 'day',
  };
}

function toLine(line: EventLine): CsvValue[] {
  return [
    line.day,
    line.kind.name,
    line.title,
    line.activities.map(({ reference }) => reference).join(', '),
    line.municipalities.map(({ name }) => name).join(', '),
    line.organisations.map(({ name }) => name).join(', '),
    line.participants,
    line.note,
    line.createdBy,
  ];
}
