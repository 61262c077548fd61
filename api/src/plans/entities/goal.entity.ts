import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'goal' })
export class GoalEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'goal_pk' })
  id!: string;

  @Column({ name: 'county_id', type: 'uuid' })
  countyId!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'position', type: 'integer' })
  position!: number;

  @Column({ name: 'number', type: 'integer' })
  number!: number;

  @Column({ name: 'code', type: 'text', nullable: true })
  code!: string | null;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'tips', type: 'text', array: true, default: '{}' })
  tips!: string[];

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
