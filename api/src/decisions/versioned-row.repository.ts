import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';

/** Columns of ours and what they become; names come from this folder, never from a request. */
export type Columns = Readonly<Record<string, unknown>>;

/**
 * Writes only the columns that change: the database refuses an UPDATE that so much as names the wording of a decision whose
 * minutes are adjusted.
 */
@Injectable()
export class VersionedRowRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async create(table: 'decision' | 'action_point' | 'lift', id: string, columns: Columns): Promise<void> {
    const names = Object.keys(columns);
    await this.uow.manager.query(
      `INSERT INTO ${table} (id, county_id, ${names.join(', ')}) VALUES ($1, current_county(), ${names.map((_, index) => `$${index + 2}`).join(', ')})`,
      [id, ...Object.values(columns)],
    );
  }

  /** False when the row has another version by now. */
  async update(
    table: 'decision' | 'action_point' | 'lift',
    id: string,
    version: number,
    columns: Columns,
  ): Promise<boolean> {
    const set = Object.keys(columns).map((name, index) => `${name} = $${index + 3}`);
    const [rows] = await this.uow.manager.query<[object[], number]>(
      `UPDATE ${table} SET ${[...set, 'version = version + 1'].join(', ')} WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, ...Object.values(columns)],
    );
    return rows.length === 1;
  }
}
