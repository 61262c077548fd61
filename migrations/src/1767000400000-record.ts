import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeAdoptedRounds, reopenDoors } from './record/adopted.ts';
import { addChain, removeChain } from './record/chain.ts';
import { addDisposal, removeDisposal } from './record/disposal.ts';
import { addRetention, removeRetention } from './record/retention.ts';

/**
 * The record becomes a chain, one for each county: what was committed cannot be altered, taken away or reordered without
 * being seen, and yet gallring takes the personal data out of old rows and leaves the chain whole (ADR 14).
 */
export class Record1767000400000 implements MigrationInterface {
  readonly name = 'Record1767000400000';

  async up(db: QueryRunner): Promise<void> {
    await addChain(db);
    await closeAdoptedRounds(db);
    await addRetention(db);
    await addDisposal(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDisposal(db);
    await removeRetention(db);
    await reopenDoors(db);
    await removeChain(db);
  }
}
