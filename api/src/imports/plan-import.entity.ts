import type { ImportState } from '@samhandling/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportDecisions, StoredSettings } from './import-decisions.ts';

@Entity({ name: 'plan_import' })
export class PlanImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_import_pk' })
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'plan_id', nullable: true })
  planId!: string | null;

  @Column('text')
  state!: ImportState;

  @Column('text', { name: 'source_name' })
  sourceName!: string;

  @Column('text', { name: 'source_text' })
  sourceText!: string;

  @Column('text', { name: 'source_sha256' })
  sourceSha256!: string;

  @Column('jsonb')
  settings!: StoredSettings;

  @Column('jsonb')
  decisions!: ImportDecisions;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('integer')
  version!: number;
}
