import { ApiPropertyOptional } from '@nestjs/swagger';
import type { RegisterFilter, RegisterKind } from '@samhandling/contracts';
import { ACTION_POINT_STATES, DECISION_STATES } from '@samhandling/domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsPlainText } from '../../platform/http/input-decorators.ts';

const PAGE_SIZE = 50;
const MOST_CHOSEN = 200;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KINDS = ['decision', 'action_point'] as const;
const STATES = [...new Set([...DECISION_STATES, ...ACTION_POINT_STATES])];

/** A parameter given once is a list of one. */
const List = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? (value as unknown) : [value],
  );

export class RegisterFilterDto implements RegisterFilter {
  @ApiPropertyOptional({ description: 'Slug of the plan' })
  @IsOptional()
  @MaxLength(120)
  @Matches(SLUG)
  readonly plan?: string;

  @ApiPropertyOptional({ enum: KINDS, isArray: true })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsIn(KINDS, { each: true })
  readonly kind?: readonly RegisterKind[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsUUID(undefined, { each: true })
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
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsIn(STATES, { each: true })
  readonly state?: NonNullable<RegisterFilter['state']>;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsUUID(undefined, { each: true })
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

  @ApiPropertyOptional({ minimum: 1, default: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly page: number = 1;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: PAGE_SIZE })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly pageSize: number = PAGE_SIZE;
}
