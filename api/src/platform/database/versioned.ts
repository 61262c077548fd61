import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';

export interface VersionedRow extends ObjectLiteral {
  readonly id: string;
  readonly version: number;
}

/**
 * `UPDATE … WHERE id AND version`, and the version one up. Answers false when no row had that version: somebody else was
 * first, and the caller says so with the row as it is now.
 */
export async function updateVersioned<Row extends VersionedRow>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  id: string,
  version: number,
  patch: QueryDeepPartialEntity<Row>,
): Promise<boolean> {
  const result = await manager
    .createQueryBuilder()
    .update(entity)
    .set({ ...patch, version: () => 'version + 1' } as QueryDeepPartialEntity<Row>)
    .where('id = :id AND version = :version', { id, version })
    .execute();
  return result.affected === 1;
}
