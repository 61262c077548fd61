import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ActivityFilter } from '@samhandling/contracts';
import { FOLLOW_UP_STATES, JUDGEMENTS, type FollowUpState, type Judgement } from '@samhandling/domain';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';
import { IsChosen, IsChosenIds, IsPage, IsPageSize, PAGE_SIZE } from '../../platform/http/filter-decorators.ts';
import { RoundQueryDto } from '../shared/round-query.dto.ts';

export class ActivityFilterDto extends RoundQueryDto implements ActivityFilter {
  @IsChosenIds()
  readonly responsible?: readonly string[];

  @IsChosenIds()
  readonly partner?: readonly string[];

  @IsChosenIds(100)
  readonly goal?: readonly string[];

  @ApiPropertyOptional({ type: [String], enum: [...JUDGEMENTS, 'none'] })
  @IsChosen(10)
  @IsIn([...JUDGEMENTS, 'none'], { each: true })
  readonly judgement?: readonly (Judgement | 'none')[];

  @ApiPropertyOptional({ type: [String], enum: FOLLOW_UP_STATES })
  @IsChosen(10)
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

  @IsPage()
  readonly page: number = 1;

  @IsPageSize()
  readonly pageSize: number = PAGE_SIZE;
}
