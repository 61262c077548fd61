import type { GoalJudgement } from '@samhandling/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'goal_judgement' })
export class GoalJudgementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'goal_judgement_pk' })
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('uuid', { name: 'goal_id' })
  goalId!: string;

  @Column('text', { nullable: true })
  judgement!: GoalJudgement | null;

  @Column('text', { default: '' })
  text!: string;

  @Column('timestamptz', { name: 'updated_at', nullable: true })
  updatedAt!: Date | null;

  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
