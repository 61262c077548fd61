import { ApiProperty } from '@nestjs/swagger';
import type { UpdateGoalJudgementRequest } from '@samhandling/contracts';
import { GOAL_JUDGEMENTS, type GoalJudgement } from '@samhandling/domain';
import { IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

export class UpdateGoalJudgementDto implements UpdateGoalJudgementRequest {
  @ApiProperty({ required: false, nullable: true, enum: GOAL_JUDGEMENTS })
  @IsOptional()
  @IsIn(GOAL_JUDGEMENTS)
  readonly judgement?: GoalJudgement | null;

  @ApiProperty({ required: false, maxLength: 20_000 })
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @IsCleanText()
  @MaxLength(20_000)
  readonly text?: string;
}
