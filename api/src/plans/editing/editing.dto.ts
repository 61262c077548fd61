import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  ActivityInput,
  AreaInput,
  GoalInput,
  IndicatorInput,
  MoveRequest,
  UpdateActivityRequest,
} from '@samhandling/contracts';
import { RECURRENCES, type Recurrence } from '@samhandling/domain';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
import { IsCleanText } from '../../platform/http/decorators.ts';
import { IfGiven, IsPlanYear, IsWrittenText, TEXT_LENGTH } from '../../platform/http/input-decorators.ts';

class GoalFieldsDto {
  @ApiPropertyOptional({ nullable: true, type: String })
  @IsOptional()
  @Matches(/^[\p{L}\p{N}]{1,8}$/u)
  readonly code?: string | null;

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @IsCleanText({ each: true })
  @MaxLength(TEXT_LENGTH, { each: true })
  readonly tips?: readonly string[];
}

export class GoalDto extends GoalFieldsDto implements GoalInput {
  @ApiProperty()
  @IsWrittenText()
  readonly title!: string;
}

export class UpdateGoalDto extends GoalFieldsDto implements Partial<GoalInput> {
  @ApiPropertyOptional()
  @IfGiven()
  @IsWrittenText()
  readonly title?: string;
}

export class AreaDto implements AreaInput {
  @ApiProperty()
  @IsUUID()
  readonly goalId!: string;

  @ApiProperty()
  @IsWrittenText()
  readonly title!: string;
}

export class UpdateAreaDto implements Partial<Pick<AreaInput, 'title'>> {
  @ApiPropertyOptional()
  @IfGiven()
  @IsWrittenText()
  readonly title?: string;
}

export class ActivityDto implements ActivityInput {
  @ApiProperty()
  @IsUUID()
  readonly areaId!: string;

  @ApiProperty()
  @IsWrittenText(TEXT_LENGTH)
  readonly text!: string;
}

export class UpdateActivityDto implements UpdateActivityRequest {
  @ApiPropertyOptional()
  @IfGiven()
  @IsWrittenText(TEXT_LENGTH)
  readonly text?: string;

  @ApiPropertyOptional({ enum: RECURRENCES })
  @IfGiven()
  @IsIn(RECURRENCES)
  readonly recurrence?: Recurrence;

  @ApiPropertyOptional({ nullable: true, type: Number })
  @IsOptional()
  @IsPlanYear()
  readonly firstYear?: number | null;

  @ApiPropertyOptional({ nullable: true, type: Number })
  @IsOptional()
  @IsPlanYear()
  readonly lastYear?: number | null;

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  readonly responsibleIds?: readonly string[];

  @ApiPropertyOptional({ nullable: true, type: String })
  @IsOptional()
  @IsUUID()
  readonly responsibleGroupId?: string | null;

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  readonly partnerIds?: readonly string[];

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly openEnded?: boolean;
}

export class IndicatorDto implements IndicatorInput {
  @ApiProperty()
  @IsUUID()
  readonly activityId!: string;

  @ApiProperty()
  @IsWrittenText(TEXT_LENGTH)
  readonly text!: string;
}

export class MoveDto implements MoveRequest {
  @ApiProperty({ enum: ['goal', 'area', 'activity', 'indicator'] })
  @IsIn(['goal', 'area', 'activity', 'indicator'])
  readonly kind!: MoveRequest['kind'];

  @ApiProperty()
  @IsUUID()
  readonly id!: string;

  @ApiProperty({ nullable: true, type: String })
  @IsOptional()
  @IsUUID()
  readonly parentId: string | null = null;

  @ApiProperty({ minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly index!: number;
}
