import { ApiPropertyOptional } from '@nestjs/swagger';
import type { EventFilter } from '@samhandling/contracts';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';
import {
  IsChosen,
  IsChosenIds,
  IsPage,
  IsPageSize,
  IsPlanSlug,
  PAGE_SIZE,
} from '../../platform/http/filter-decorators.ts';

export class EventPlanDto {
  @IsPlanSlug()
  readonly plan?: string;
}

export class EventFilterDto extends EventPlanDto implements EventFilter {
  @IsChosenIds()
  readonly activity?: readonly string[];

  @IsChosenIds()
  readonly kind?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  @IsChosen()
  @Matches(/^\d{4}$/, { each: true })
  readonly municipality?: readonly string[];

  @IsChosenIds()
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

  @IsPage()
  readonly page: number = 1;

  @IsPageSize()
  readonly pageSize: number = PAGE_SIZE;
}
