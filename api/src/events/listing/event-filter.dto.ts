import { ApiPropertyOptional } from '@nestjs/swagger';
import type { EventFilter } from '@samhandling/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

const PAGE_SIZE = 50;
const MOST_CHOSEN = 200;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A parameter given once is a list of one. */
const List = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? (value as unknown) : [value],
  );

export class EventPlanDto {
  @ApiPropertyOptional({ description: 'Slug of the plan' })
  @IsOptional()
  @MaxLength(120)
  @Matches(SLUG)
  readonly plan?: string;
}

export class EventFilterDto extends EventPlanDto implements EventFilter {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsUUID(undefined, { each: true })
  readonly activity?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsUUID(undefined, { each: true })
  readonly kind?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @Matches(/^\d{4}$/, { each: true })
  readonly municipality?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(MOST_CHOSEN)
  @IsUUID(undefined, { each: true })
  readonly organisation?: readonly string[];

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  readonly to?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly q?: string;

  @ApiPropertyOptional({ enum: ['day', 'kind'], default: 'day' })
  @IsOptional()
  @IsIn(['day', 'kind'])
  readonly sort?: 'day' | 'kind';

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
