import { ApiProperty } from '@nestjs/swagger';
import type { FollowUpTransitionRequest, UpdateFollowUpRequest } from '@samhandling/contracts';
import {
  CHANNELS,
  FOLLOW_UP_WORKFLOW,
  JUDGEMENTS,
  type Channel,
  type FollowUpTransitionName,
  type Judgement,
} from '@samhandling/domain';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

const LONGEST_TEXT = 20_000;
const NAMES = FOLLOW_UP_WORKFLOW.map((row) => row.name);

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

export class UpdateFollowUpDto implements UpdateFollowUpRequest {
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

  @ApiProperty({ required: false, nullable: true, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly reporterId?: string | null;

  @ApiProperty({ required: false, nullable: true, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly onBehalfOfId?: string | null;

  @ApiProperty({ required: false, nullable: true, enum: CHANNELS })
  @IsOptional()
  @IsIn(CHANNELS)
  readonly channel?: Channel | null;
}

export class FollowUpTransitionDto implements FollowUpTransitionRequest {
  @ApiProperty({ enum: NAMES })
  @IsIn(NAMES)
  readonly transition!: FollowUpTransitionName;

  @OptionalText()
  readonly reason?: string;
}
