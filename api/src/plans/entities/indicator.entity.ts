import type { Breakdown, Direction, IndicatorKind, PeriodCombination, PlaceCombination } from '@samhandling/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'indicator' })
export class IndicatorEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'indicator_pk' })
  id!: string;

  @Column({ name: 'county_id', type: 'uuid' })
  countyId!: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;

  @Column({ name: 'text', type: 'text' })
  text!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: IndicatorKind;

  @Column({ name: 'unit', type: 'text', default: '' })
  unit!: string;

  @Column({ name: 'decimals', type: 'integer', default: 0 })
  decimals!: number;

  @Column({ name: 'direction', type: 'text', default: 'none' })
  direction!: Direction;

  @Column({ name: 'breakdown', type: 'text', default: 'none' })
  breakdown!: Breakdown;

  @Column({ name: 'by_sex', type: 'boolean', default: false })
  bySex!: boolean;

  @Column({ name: 'combine_places', type: 'text', default: 'sum' })
  combinePlaces!: PlaceCombination;

  @Column({ name: 'combine_periods', type: 'text', default: 'sum' })
  combinePeriods!: PeriodCombination;

  @Column({ name: 'target', type: 'numeric', nullable: true })
  target!: number | null;

  @Column({ name: 'target_margin', type: 'numeric', nullable: true })
  targetMargin!: number | null;

  @Column({ name: 'baseline_value', type: 'numeric', nullable: true })
  baselineValue!: number | null;

  @Column({ name: 'baseline_year', type: 'integer', nullable: true })
  baselineYear!: number | null;

  @Column({ name: 'baseline_source', type: 'text', default: '' })
  baselineSource!: string;

  @Column({ name: 'small_number_threshold', type: 'integer', nullable: true })
  smallNumberThreshold!: number | null;

  @Column({ name: 'definition_version', type: 'integer', default: 1 })
  definitionVersion!: number;

  @Column({ name: 'settled', type: 'boolean', default: false })
  settled!: boolean;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
