import type { RoundState } from '@samhandling/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'follow_up_round' })
export class RoundEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_up_round_pk' })
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text')
  label!: string;

  @Column('date', { name: 'from_day' })
  from!: string;

  @Column('date', { name: 'to_day' })
  to!: string;

  @Column('date')
  opens!: string;

  @Column('date')
  due!: string;

  @Column('text', { default: 'planned' })
  state!: RoundState;

  @Column('integer', { name: 'version_number', default: 1 })
  versionNumber!: number;

  @Column('uuid', { name: 'adoption_proposed_by', nullable: true })
  adoptionProposedBy!: string | null;

  @Column('timestamptz', { name: 'adoption_proposed_at', nullable: true })
  adoptionProposedAt!: Date | null;

  @Column('text', { name: 'reopen_reason', default: '' })
  reopenReason!: string;

  @Column('integer', { default: 1 })
  version!: number;
}
