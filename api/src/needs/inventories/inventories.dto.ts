import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  CreateNeedsInventoryRequest,
  NeedsQuestionInput,
  NeedsTransitionRequest,
  PutNeedsQuestionsRequest,
  UpdateNeedsInventoryRequest,
} from '@samhandling/contracts';
import { MOST_NEEDS_OPTIONS, MOST_NEEDS_QUESTIONS, NEEDS_QUESTION_KINDS } from '@samhandling/domain';
import { Type } from 'class-transformer';
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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

const SOMETHING = /\S/;
const TITLE_LENGTH = 200;
const INTRO_LENGTH = 4000;
const QUESTION_LENGTH = 500;
const OPTION_LENGTH = 200;
const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);

export class CreateNeedsInventoryDto implements CreateNeedsInventoryRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly groupId!: string;

  @ApiProperty({ minimum: 1990, maximum: 2200 })
  @IsInt()
  @Min(1990)
  @Max(2200)
  readonly year!: number;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly due!: string;

  @ApiProperty({ enum: ['last', 'standard'] })
  @IsIn(['last', 'standard'])
  readonly from!: 'last' | 'standard';

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly isAnonymous?: boolean;
}

export class UpdateNeedsInventoryDto implements UpdateNeedsInventoryRequest {
  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(TITLE_LENGTH)
  readonly title?: string;

  @ApiPropertyOptional({ maxLength: INTRO_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(INTRO_LENGTH)
  readonly intro?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly isAnonymous?: boolean;

  @ApiPropertyOptional({ format: 'date' })
  @IfGiven()
  @IsDay()
  readonly due?: string;
}

export class NeedsQuestionDto implements NeedsQuestionInput {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ enum: NEEDS_QUESTION_KINDS })
  @IsIn(NEEDS_QUESTION_KINDS)
  readonly kind!: NeedsQuestionInput['kind'];

  @ApiProperty()
  @IsBoolean()
  readonly isPerGoal!: boolean;

  @ApiProperty({ maxLength: QUESTION_LENGTH })
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(QUESTION_LENGTH)
  readonly text!: string;

  @ApiProperty({ maxLength: QUESTION_LENGTH })
  @IsString()
  @IsCleanText()
  @MaxLength(QUESTION_LENGTH)
  readonly hint!: string;

  @ApiProperty({ type: [String], maxItems: MOST_NEEDS_OPTIONS })
  @IsArray()
  @ArrayMaxSize(MOST_NEEDS_OPTIONS)
  @IsString({ each: true })
  @IsCleanText({ each: true })
  @Matches(SOMETHING, { each: true })
  @MaxLength(OPTION_LENGTH, { each: true })
  readonly options!: string[];

  @ApiProperty({ maxLength: OPTION_LENGTH })
  @IsString()
  @IsCleanText()
  @MaxLength(OPTION_LENGTH)
  readonly lowLabel!: string;

  @ApiProperty({ maxLength: OPTION_LENGTH })
  @IsString()
  @IsCleanText()
  @MaxLength(OPTION_LENGTH)
  readonly highLabel!: string;
}

export class PutNeedsQuestionsDto implements PutNeedsQuestionsRequest {
  @ApiProperty({ type: [NeedsQuestionDto], maxItems: MOST_NEEDS_QUESTIONS })
  @IsArray()
  @ArrayMaxSize(MOST_NEEDS_QUESTIONS)
  @ValidateNested({ each: true })
  @Type(() => NeedsQuestionDto)
  readonly questions!: NeedsQuestionDto[];
}

export class NeedsTransitionDto implements NeedsTransitionRequest {
  @ApiProperty({ enum: ['open', 'close'] })
  @IsIn(['open', 'close'])
  readonly transition!: NeedsTransitionRequest['transition'];
}
