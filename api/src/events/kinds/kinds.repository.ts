import { Injectable } from '@nestjs/common';
import type { EventKind } from '@samhandling/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';

export type KindFields = Pick<EventKind, 'name' | 'position' | 'isActive'>;

const KIND = `SELECT k.id, k.version, k.name, k.position, k.is_active AS "isActive",
  (SELECT count(*)::int FROM logged_event e WHERE e.kind_id = k.id AND e.deleted_at IS NULL) AS events FROM event_kind k`;

@Injectable()
export class KindsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findAll(): Promise<EventKind[]> {
    return this.uow.manager.query<EventKind[]>(
      `${KIND} ORDER BY k.is_active DESC, k.position, k.name COLLATE "sv-x-icu", k.id`,
    );
  }

  async find(id: string): Promise<EventKind | null> {
    const rows = await this.uow.manager.query<EventKind[]>(`${KIND} WHERE k.id = $1`, [id]);
    return rows[0] ?? null;
  }

  async isTaken(name: string, exceptId: string | null): Promise<boolean> {
    const rows = await this.uow.manager.query<object[]>(
      'SELECT 1 FROM event_kind WHERE lower(name) = lower($1) AND id IS DISTINCT FROM $2::uuid',
      [name, exceptId],
    );
    return rows.length > 0;
  }

  async findLastPosition(): Promise<number> {
    const rows = await this.uow.manager.query<{ last: number }[]>(
      'SELECT coalesce(max(position), 0) AS last FROM event_kind',
    );
    return rows[0]?.last ?? 0;
  }

  async create(id: string, { name, position, isActive }: KindFields): Promise<void> {
    await this.uow.manager.query(
      'INSERT INTO event_kind (id, county_id, name, position, is_active) VALUES ($1, current_county(), $2, $3, $4)',
      [id, name, position, isActive],
    );
  }

  /**
   * Numbers the other kinds from 1 in the order they stand, with the place `position` left free. Their versions stay: a
   * kind that was pushed along has not been edited, and whoever is editing it is not in anybody's way.
   */
  async makeRoom(id: string, position: number): Promise<void> {
    await this.uow.manager.query(
      `UPDATE event_kind k SET position = other.place + (other.place >= $2)::int
       FROM (SELECT o.id, row_number() OVER (ORDER BY o.is_active DESC, o.position, o.name COLLATE "sv-x-icu", o.id)::int AS place
         FROM event_kind o WHERE o.id <> $1) other
       WHERE k.id = other.id AND k.position IS DISTINCT FROM other.place + (other.place >= $2)::int`,
      [id, position],
    );
  }

  /** False when the kind has another version by now. */
  async update(id: string, version: number, { name, position, isActive }: KindFields): Promise<boolean> {
    const [rows] = await this.uow.manager.query<[object[], number]>(
      'UPDATE event_kind SET name = $3, position = $4, is_active = $5, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id',
      [id, version, name, position, isActive],
    );
    return rows.length === 1;
  }
}
