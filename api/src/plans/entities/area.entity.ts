import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'area' })
export class AreaEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'area_pk' })
  id!: string;

  @Column({ name: 'county_id', type: 'uuid' })
  countyId!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'goal_id', type: 'uuid' })
  goalId!: string;

  @Column({ name: 'position', type: 'integer' })
  position!: number;

  @Column({ name: 'number', type: 'text' })
  number!: string;

  @Column({ name: 'title', type: 'text' })
  title!: string;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
