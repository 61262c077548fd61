import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'retention_class' })
export class RetentionClassEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'retention_class_pk' })
  id!: string;

  @Column({ name: 'county_id', type: 'uuid' })
  countyId!: string;

  @Column({ name: 'key', type: 'text' })
  key!: string;

  @Column({ name: 'position', type: 'integer' })
  position!: number;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'applies_to', type: 'text' })
  appliesTo!: string;

  @Column({ name: 'years', type: 'integer', nullable: true })
  years!: number | null;

  @Column({ name: 'decision_reference', type: 'text', default: '' })
  decisionReference!: string;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy!: string | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
