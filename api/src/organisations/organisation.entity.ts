import type { OrganisationKind } from '@samhandling/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'organisation' })
export class OrganisationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'organisation_pk' })
  id!: string;

  @Column({ name: 'county_id', type: 'uuid' })
  countyId!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: OrganisationKind;

  @Column({ name: 'aliases', type: 'text', array: true, default: '{}' })
  aliases!: string[];

  @Column({ name: 'municipality_code', type: 'text', nullable: true })
  municipalityCode!: string | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
