import type { Locale, PlanState, PlanWords } from '@samhandling/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'plan' })
export class PlanEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'plan_pk' })
  id!: string;

  @Column({ name: 'county_id', type: 'uuid' })
  countyId!: string;

  @Column({ name: 'slug', type: 'text' })
  slug!: string;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'theme', type: 'text', default: '' })
  theme!: string;

  @Column({ name: 'first_year', type: 'integer' })
  firstYear!: number;

  @Column({ name: 'last_year', type: 'integer' })
  lastYear!: number;

  @Column({ name: 'state', type: 'text', default: 'draft' })
  state!: PlanState;

  @Column({ name: 'purposes', type: 'text', array: true, default: '{}' })
  purposes!: string[];

  @Column({ name: 'overarching_goals', type: 'text', array: true, default: '{}' })
  overarchingGoals!: string[];

  @Column({ name: 'specific_goals', type: 'text', array: true, default: '{}' })
  specificGoals!: string[];

  @Column({ name: 'records_number', type: 'text', default: '' })
  recordsNumber!: string;

  @Column({ name: 'decision_reference', type: 'text', default: '' })
  decisionReference!: string;

  @Column({ name: 'words', type: 'jsonb' })
  words!: Readonly<Record<Locale, PlanWords>>;

  @Column({ name: 'predecessor_id', type: 'uuid', nullable: true })
  predecessorId!: string | null;

  @Column({ name: 'order_version', type: 'integer', default: 1 })
  orderVersion!: number;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
