import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CreatePlanRequest, PlanTransitionRequest, UpdatePlanRequest } from '@samhandling/contracts';
import {
  PLAN_TRANSITION_LABELS,
  type Locale,
  type PlanTransitionName,
  type PlanWords,
  type Word,
} from '@samhandling/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';
import { IfGiven, IsPlainText, IsPlanYear, IsWrittenText, TEXT_LENGTH } from '../../platform/http/input-decorators.ts';

export class CreatePlanDto implements CreatePlanRequest {
  @ApiProperty()
  @IsWrittenText()
  readonly title!: string;

  @ApiProperty()
  @IsPlainText()
  readonly theme!: string;

  @ApiProperty()
  @IsPlanYear()
  readonly firstYear!: number;

  @ApiProperty()
  @IsPlanYear()
  readonly lastYear!: number;
}

class WordDto implements Word {
  @ApiProperty()
  @IsWrittenText(60)
  readonly one!: string;

  @ApiProperty()
  @IsWrittenText(60)
  readonly theOne!: string;

  @ApiProperty()
  @IsWrittenText(60)
  readonly many!: string;

  @ApiProperty()
  @IsWrittenText(60)
  readonly theMany!: string;

  @ApiProperty({ enum: ['n', 't'] })
  @IsIn(['n', 't'])
  readonly gender!: 'n' | 't';
}

class PlanWordsDto implements PlanWords {
  @ApiProperty()
  @IsObject()
  @ValidateNested()
  @Type(() => WordDto)
  readonly plan!: WordDto;

  @ApiProperty()
  @IsObject()
  @ValidateNested()
  @Type(() => WordDto)
  readonly goal!: WordDto;

  @ApiProperty()
  @IsObject()
  @ValidateNested()
  @Type(() => WordDto)
  readonly area!: WordDto;

  @ApiProperty()
  @IsObject()
  @ValidateNested()
  @Type(() => WordDto)
  readonly activity!: WordDto;
}

class LocalisedWordsDto implements Record<Locale, PlanWords> {
  @ApiProperty()
  @IsObject()
  @ValidateNested()
  @Type(() => PlanWordsDto)
  readonly sv!: PlanWordsDto;

  @ApiProperty()
  @IsObject()
  @ValidateNested()
  @Type(() => PlanWordsDto)
  readonly en!: PlanWordsDto;
}

const MOST_STATEMENTS = 100;

export class UpdatePlanDto implements UpdatePlanRequest {
  @ApiPropertyOptional()
  @IfGiven()
  @IsWrittenText()
  readonly title?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsPlainText()
  readonly theme?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsPlanYear()
  readonly firstYear?: number;

  @ApiPropertyOptional()
  @IfGiven()
  @IsPlanYear()
  readonly lastYear?: number;

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_STATEMENTS)
  @IsString({ each: true })
  @IsCleanText({ each: true })
  @MaxLength(TEXT_LENGTH, { each: true })
  readonly purposes?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_STATEMENTS)
  @IsString({ each: true })
  @IsCleanText({ each: true })
  @MaxLength(TEXT_LENGTH, { each: true })
  readonly overarchingGoals?: readonly string[];

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_STATEMENTS)
  @IsString({ each: true })
  @IsCleanText({ each: true })
  @MaxLength(TEXT_LENGTH, { each: true })
  readonly specificGoals?: readonly string[];

  @ApiPropertyOptional()
  @IfGiven()
  @IsPlainText()
  readonly recordsNumber?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsPlainText()
  readonly decisionReference?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => LocalisedWordsDto)
  readonly words?: LocalisedWordsDto;
}

export class PlanTransitionDto implements PlanTransitionRequest {
  @ApiProperty({ enum: Object.keys(PLAN_TRANSITION_LABELS) })
  @IsIn(Object.keys(PLAN_TRANSITION_LABELS))
  readonly transition!: PlanTransitionName;
}
