import { Injectable } from '@nestjs/common';
import type { Id, PersonData, PersonDataFormat, PersonDataPart } from '@samhandling/contracts';
import { isAllowed, type Label } from '@samhandling/domain';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { toCsv, type CsvValue } from '../../platform/files/csv.ts';
import type { DownloadFile } from '../../platform/files/download.ts';
import { notAllowed } from '../../platform/http/problem-exception.ts';
import { currentSession, requestContext } from '../../platform/http/request-context.ts';
import { noPerson } from '../people.service.ts';
import { saysWho, type DataPart } from './parts.ts';
import { PERSON_DATA_PARTS } from './person-data-parts.ts';
import { PersonDataRepository, type PartRows } from './person-data.repository.ts';

/** Rows of each part on the page; a file has all. */
const MOST_ON_PAGE = 1_000;

const AS: Label = { sv: 'Personen är', en: 'The person is' };
const COUNTY: Label = { sv: 'Län', en: 'County' };

type Reading = ReadonlyMap<string, PartRows>;

/**
 * Everything held about somebody. The person gets it from every county and what they sign in with; a planner gets what is
 * the county's. That it was taken is recorded before anything is read.
 */
@Injectable()
export class PersonDataService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly data: PersonDataRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Of the person who asks, county by county, each in a unit of work of its own: no two counties are ever read as one. */
  async getOwn(limit: number | null = MOST_ON_PAGE): Promise<PersonData> {
    const { personId, countyId } = currentSession();
    await this.uow.run(() => this.note(personId));
    const nowhere = { countyId: null, personId };
    const counties = await this.uow.read(() => this.data.findOwnCounties(), nowhere);
    const person = await this.uow.read(() => this.data.findPerson(personId), { countyId, personId });
    if (!person) throw noPerson();
    const own = await this.uow.read(() => this.read(personId, 'person', limit), nowhere);
    const byCounty: { name: string; parts: Reading }[] = [];
    for (const { id, name } of counties) {
      const parts = await this.uow.read(() => this.read(personId, 'county', limit), { countyId: id, personId });
      byCounty.push({ name, parts });
    }
    const parts = PERSON_DATA_PARTS.map((part): PersonDataPart => {
      if (part.reach === 'person') return this.describe(part, own.get(part.key));
      const all = byCounty.map(({ name, parts: found }) => ({ name, found: found.get(part.key) }));
      return this.describe(
        part,
        {
          rows: all
            .flatMap(({ name, found }) => (found?.rows ?? []).map((row) => [name, ...row]))
            .slice(0, limit ?? undefined),
          total: all.reduce((sum, { found }) => sum + (found?.total ?? 0), 0),
        },
        [COUNTY],
      );
    });
    return { madeAt: this.clock.now().toISOString(), county: null, person, parts };
  }

  /** Of somebody in the county, for whoever may both manage people and read the log. */
  async getOf(id: Id, limit: number | null = MOST_ON_PAGE): Promise<PersonData> {
    const { countyId, roles } = currentSession();
    if (!isAllowed(roles, 'audit.read')) throw notAllowed('audit.read');
    await this.uow.run(async () => {
      if (!(await this.data.isHere(id))) throw noPerson();
      await this.note(id);
    });
    // What a person's own rows hide from everybody else is read as that person, and no further than the county.
    return this.uow.read(
      async () => {
        const person = await this.data.findPerson(id);
        if (!person) throw noPerson();
        const county = await this.read(id, 'county', limit);
        const shared = await this.read(id, 'person', limit, true);
        const parts = PERSON_DATA_PARTS.filter((part) => part.reach === 'county' || part.inCounty !== undefined).map(
          (part) => this.describe(part, county.get(part.key) ?? shared.get(part.key)),
        );
        return { madeAt: this.clock.now().toISOString(), county: await this.data.findCountyName(), person, parts };
      },
      { countyId, personId: id },
    );
  }

  async getFile(id: Id | null, format: PersonDataFormat): Promise<DownloadFile> {
    const data = id === null ? await this.getOwn(null) : await this.getOf(id, null);
    const name = `${requestContext().locale === 'en' ? 'personal-data' : 'registerutdrag'}-${this.clock.today()}.${format}`;
    return format === 'json'
      ? {
          bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`),
          name,
          contentType: 'application/json; charset=utf-8',
        }
      : { bytes: toCsv(csvRows(data)), name, contentType: 'text/csv; charset=utf-8' };
  }

  private async read(personId: Id, reach: DataPart['reach'], limit: number | null, inCounty = false): Promise<Reading> {
    const { locale } = requestContext();
    const found = new Map<string, PartRows>();
    for (const part of PERSON_DATA_PARTS) {
      if (part.reach !== reach || (inCounty && part.inCounty === undefined)) continue;
      const condition = inCounty ? part.inCounty : undefined;
      found.set(part.key, await this.data.findRows(part, personId, locale, limit, condition));
    }
    return found;
  }

  private describe(part: DataPart, found: PartRows | undefined, before: readonly Label[] = []): PersonDataPart {
    const { locale } = requestContext();
    return {
      key: part.key,
      title: part.title[locale],
      purpose: part.purpose[locale],
      kept: part.kept[locale],
      columns: [...before, ...(saysWho(part) ? [AS] : []), ...part.columns.map(({ label }) => label)].map(
        (label) => label[locale],
      ),
      rows: found?.rows ?? [],
      total: found?.total ?? 0,
    };
  }

  private note(personId: Id): Promise<void> {
    return this.audit.record({ action: 'read', entity: 'person_data', entityId: personId });
  }
}

/** One part after the other, each with its title and columns above it. */
function csvRows({ person, parts }: PersonData): (readonly CsvValue[])[] {
  return [
    [person.name, person.email],
    ...parts.flatMap((part): (readonly CsvValue[])[] => [
      [],
      [part.title],
      [part.purpose, part.kept],
      part.columns,
      ...part.rows,
    ]),
  ];
}
