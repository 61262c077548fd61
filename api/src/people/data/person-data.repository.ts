import { Injectable } from '@nestjs/common';
import type { Id } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import type { LoggedChange } from '../../history/log/change-words.ts';
import { LogWordsService } from '../../history/log/log-words.service.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { saysWho, type DataColumn, type DataPart } from './parts.ts';

export interface PartRows {
  readonly rows: readonly (readonly string[])[];
  readonly total: number;
}

@Injectable()
export class PersonDataRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly log: LogWordsService,
  ) {}

  /** Row by row as texts, first what the person is in it where that is not always the same. `condition` is one of ours, never what somebody typed. */
  async findRows(
    part: DataPart,
    personId: Id,
    locale: Locale,
    limit: number | null,
    condition = 'true',
  ): Promise<PartRows> {
    const roles = Object.values(part.about);
    const who = `concat_ws(', ', ${roles.map(({ at, as }) => `CASE WHEN ${at} = $1 THEN '${as[locale].replaceAll("'", "''")}' END`).join(', ')})`;
    const cells = [...(saysWho(part) ? [who] : []), ...part.columns.map(({ sql }) => `coalesce(${sql}, '')`)];
    const found = await this.uow.manager.query<{ cells: string[]; total: number }[]>(
      `SELECT jsonb_build_array(${cells.join(', ')}) AS cells, (count(*) OVER ())::int AS total
       FROM ${part.from} WHERE (${roles.map(({ at }) => `${at} = $1`).join(' OR ')}) AND ${condition}
       ORDER BY ${part.order}${limit === null ? '' : ` LIMIT ${limit}`}`,
      [personId],
    );
    const first = saysWho(part) ? 1 : 0;
    const words = (text: string, index: number): string => this.wordsOf(part.columns[index - first], text, locale);
    const rows = found.map((row) => row.cells.map(words));
    return { rows: await this.withChanges(part, rows, first, locale), total: found[0]?.total ?? 0 };
  }

  /** Names in the changes of all rows are looked up together. */
  private async withChanges(
    part: DataPart,
    rows: readonly string[][],
    first: number,
    locale: Locale,
  ): Promise<readonly string[][]> {
    const at = part.columns.findIndex(({ inLog }) => inLog === 'changes') + first;
    if (at < first) return rows;
    const changes = rows.map((row) => JSON.parse(row[at] ?? '{}') as LoggedChange);
    const told = await this.log.changes(changes, locale);
    return rows.map((row, index) => row.with(at, told[index] ?? ''));
  }

  private wordsOf(column: DataColumn | undefined, text: string, locale: Locale): string {
    if (column?.inLog === 'how') return this.log.how(text)[locale];
    if (column?.inLog === 'what') {
      const [entity = '', action = ''] = text.split(' ');
      return this.log.what(entity, action)[locale];
    }
    return column?.codes?.[text]?.[locale] ?? text;
  }

  async findPerson(id: Id): Promise<{ id: Id; name: string; email: string; since: string } | null> {
    const rows = await this.uow.manager.query<{ id: Id; name: string; email: string; since: string }[]>(
      `SELECT p.id, p.name, p.email, to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since
       FROM person p WHERE p.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** In the county of the unit of work and not removed from it. */
  async isHere(id: Id): Promise<boolean> {
    const rows = await this.uow.manager.query<unknown[]>(
      'SELECT 1 FROM county_person c WHERE c.county_id = current_county() AND c.person_id = $1 AND c.removed_at IS NULL',
      [id],
    );
    return rows.length > 0;
  }

  /** Every county the person of the unit of work is or was of. */
  async findOwnCounties(): Promise<{ id: Id; name: string }[]> {
    return this.uow.manager.query(
      `SELECT c.id, c.name FROM county c WHERE c.id IN (SELECT own_counties()) ORDER BY c.name COLLATE "sv-x-icu"`,
    );
  }

  async findCountyName(): Promise<string> {
    const rows = await this.uow.manager.query<{ name: string }[]>(
      'SELECT name FROM county WHERE id = current_county()',
    );
    return rows[0]?.name ?? '';
  }
}
