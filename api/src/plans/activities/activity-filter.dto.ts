import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ActivityFilter } from '@samhandling/contracts';
import { FOLLOW_UP_STATES, JUDGEMENTS, type FollowUpState, type Judgement } from '@samhandling/domain';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';
import { RoundQueryDto } from '../shared/round-query.dto.ts';

export const PAGE_SIZE = 50;

/** A parameter given once is a list of one. */
const List = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? (value as unknown) : [value],
  );

export class ActivityFilterDto extends RoundQueryDto implements ActivityFilter {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  readonly responsible?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  readonly partner?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  readonly goal?: readonly string[];

  @ApiPropertyOptional({ type: [String], enum: [...JUDGEMENTS, 'none'] })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn([...JUDGEMENTS, 'none'], { each: true })
  readonly judgement?: readonly (Judgement | 'none')[];

  @ApiPropertyOptional({ type: [String], enum: FOLLOW_UP_STATES })
  @IsOptional()
  @List()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(FOLLOW_UP_STATES, { each: true })
  readonly followUpState?: readonly FollowUpState[];

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly q?: string;

  @ApiPropertyOptional({ enum: ['reference', 'updated', 'judgement', 'next_step'] })
  @IsOptional()
  @IsIn(['reference', 'updated', 'judgement', 'next_step'])
  readonly sort?: 'reference' | 'updated' | 'judgement' | 'next_step';

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
