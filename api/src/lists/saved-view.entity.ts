import type { ViewPage } from '@samhandling/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'saved_view' })
export class SavedViewEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'saved_view_pk' })
  id!: string;

  @Column({ name: 'county_id', type: 'uuid' })
  countyId!: string;

  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  planId!: string | null;

  @Column({ name: 'page', type: 'text' })
  page!: ViewPage;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'query', type: 'text' })
  query!: string;

  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId!: string;

  @Column({ name: 'is_shared', type: 'boolean', default: false })
  isShared!: boolean;

  @Column({ name: 'is_county_default', type: 'boolean', default: false })
  isCountyDefault!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
