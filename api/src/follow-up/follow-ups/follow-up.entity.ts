import type { Channel, FollowUpState, Judgement } from '@samhandling/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The search vector is the database's own: generated, never read or written from here. */
@Entity({ name: 'follow_up' })
export class FollowUpEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_up_pk' })
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('uuid', { name: 'activity_id' })
  activityId!: string;

  @Column('text', { default: 'draft' })
  state!: FollowUpState;

  @Column('text', { nullable: true })
  judgement!: Judgement | null;

  @Column('text', { name: 'support_needed', default: '' })
  supportNeeded!: string;

  @Column('text', { name: 'cancel_reason', default: '' })
  cancelReason!: string;

  @Column('text', { name: 'cancel_decision', default: '' })
  cancelDecision!: string;

  @Column('text', { default: '' })
  done!: string;

  @Column('text', { default: '' })
  results!: string;

  @Column('text', { default: '' })
  obstacles!: string;

  @Column('text', { name: 'next_step', default: '' })
  nextStep!: string;

  @Column('date', { name: 'next_step_date', nullable: true })
  nextStepDate!: string | null;

  @Column('boolean', { name: 'nothing_new', default: false })
  nothingNew!: boolean;

  @Column('text', { name: 'return_reason', default: '' })
  returnReason!: string;

  @Column('uuid', { name: 'reporter_id', nullable: true })
  reporterId!: string | null;

  @Column('uuid', { name: 'on_behalf_of_id', nullable: true })
  onBehalfOfId!: string | null;

  @Column('text', { nullable: true })
  channel!: Channel | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  @Column('uuid', { name: 'accepted_by', nullable: true })
  acceptedBy!: string | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}
