import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FollowUpTransitionRequest, PutOutcomeRequest, UpdateFollowUpRequest } from '@samhandling/contracts';
import { JUDGEMENTS, SEXES, type Judgement, type Sex } from '@samhandling/domain';
import { applyDecorators } from '@nestjs/common';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

const LONGEST_TEXT = 20_000;

/** A text that may be left out, but not be null: "" is how it is emptied. */
function OptionalText(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, maxLength: LONGEST_TEXT }),
    ValidateIf((_, value) => value !== undefined),
    IsString(),
    IsCleanText(),
    MaxLength(LONGEST_TEXT),
  );
}

type Answered = Omit<UpdateFollowUpRequest, 'reporterId' | 'onBehalfOfId' | 'channel'>;

/** The answer, and not who gives it: a link cannot be used to hand the item to somebody else. */
export class AnswerFollowUpDto implements Answered {
  @ApiProperty({ required: false, nullable: true, enum: JUDGEMENTS })
  @IsOptional()
  @IsIn(JUDGEMENTS)
  readonly judgement?: Judgement | null;

  @OptionalText()
  readonly supportNeeded?: string;

  @OptionalText()
  readonly cancelReason?: string;

  @OptionalText()
  readonly cancelDecision?: string;

  @OptionalText()
  readonly done?: string;

  @OptionalText()
  readonly results?: string;

  @OptionalText()
  readonly obstacles?: string;

  @OptionalText()
  readonly nextStep?: string;

  @ApiProperty({ required: false, nullable: true, format: 'date' })
  @IsOptional()
  @IsDay()
  readonly nextStepDate?: string | null;

  @ApiProperty({ required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  readonly nothingNew?: boolean;
}

/** What a reporter does with an answer of their own. The rest is the planner's. */
const OWN_STEPS = ['submit', 'withdraw'] as const;

export class AnswerTransitionDto implements FollowUpTransitionRequest {
  @ApiProperty({ enum: OWN_STEPS })
  @IsIn(OWN_STEPS)
  readonly transition!: (typeof OWN_STEPS)[number];
}

export class AnswerOutcomeDto implements PutOutcomeRequest {
  @ApiProperty({ type: String, nullable: true, description: 'Four digits; null is the county' })
  @ValidateIf((_, value) => value !== null)
  @Matches(/^\d{4}$/)
  readonly municipalityCode!: string | null;

  @ApiProperty({ enum: SEXES })
  @IsIn(SEXES)
  readonly sex!: Sex;

  @ApiProperty({ description: 'As typed' })
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST_TEXT)
  readonly input!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly denominatorInput?: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  readonly day?: string | null;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST_TEXT)
  readonly note?: string;

  @ApiPropertyOptional({ description: 'Take what the events give' })
  @IsOptional()
  @IsBoolean()
  readonly useComputed?: boolean;

  @ApiPropertyOptional({ description: 'Why the typed value is kept although the events give another' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST_TEXT)
  readonly keptReason?: string;
}
