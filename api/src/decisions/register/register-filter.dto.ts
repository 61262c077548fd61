import { ApiPropertyOptional } from '@nestjs/swagger';
import type { RegisterFilter, RegisterKind } from '@samhandling/contracts';
import { ACTION_POINT_STATES, DECISION_STATES } from '@samhandling/domain';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import {
  IsChosen,
  IsChosenIds,
  IsPage,
  IsPageSize,
  IsPlanSlug,
  MOST_CHOSEN,
  PAGE_SIZE,
} from '../../platform/http/filter-decorators.ts';
import { IsPlainText } from '../../platform/http/input-decorators.ts';

const KINDS = ['decision', 'action_point'] as const;
const STATES = [...new Set([...DECISION_STATES, ...ACTION_POINT_STATES])];

export class RegisterFilterDto implements RegisterFilter {
  @IsPlanSlug()
  readonly plan?: string;

  @ApiPropertyOptional({ enum: KINDS, isArray: true })
  @IsChosen()
  @IsIn(KINDS, { each: true })
  readonly kind?: readonly RegisterKind[];

  @IsChosenIds()
  readonly group?: readonly string[];

  @ApiPropertyOptional({ type: [Number] })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    value === undefined ? undefined : (Array.isArray(value) ? value : [value]).map(Number),
  )
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsInt({ each: true })
  @Min(1900, { each: true })
  @Max(2200, { each: true })
  readonly year?: readonly number[];

  @ApiPropertyOptional({ enum: STATES, isArray: true })
  @IsChosen()
  @IsIn(STATES, { each: true })
  readonly state?: NonNullable<RegisterFilter['state']>;

  @IsChosenIds()
  readonly organisation?: readonly string[];

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly person?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly activity?: string;

  @ApiPropertyOptional({ description: 'Only what is late' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly late?: boolean;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsPlainText(200)
  readonly q?: string;

  @IsPage()
  readonly page: number = 1;

  @IsPageSize()
  readonly pageSize: number = PAGE_SIZE;
}
