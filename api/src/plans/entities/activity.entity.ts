import type { Recurrence } from '@samhandling/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'activity' })
export class ActivityEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'activity_pk' })
  id!: string;

  @Column({ name: 'county_id', type: 'uuid' })
  countyId!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'goal_id', type: 'uuid' })
  goalId!: string;

  @Column({ name: 'area_id', type: 'uuid' })
  areaId!: string;

  @Column({ name: 'position', type: 'integer' })
  position!: number;

  @Column({ name: 'number', type: 'integer' })
  number!: number;

  @Column({ name: 'text', type: 'text' })
  text!: string;

  @Column({ name: 'recurrence', type: 'text', default: 'yearly' })
  recurrence!: Recurrence;

  @Column({ name: 'first_year', type: 'integer', nullable: true })
  firstYear!: number | null;

  @Column({ name: 'last_year', type: 'integer', nullable: true })
  lastYear!: number | null;

  @Column({ name: 'responsible_group_id', type: 'uuid', nullable: true })
  responsibleGroupId!: string | null;

  @Column({ name: 'open_ended', type: 'boolean', default: false })
  openEnded!: boolean;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
