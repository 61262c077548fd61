import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  CreateMeetingsRequest,
  MeetingInput,
  MeetingTransitionRequest,
  UpdateMeetingRequest,
} from '@samhandling/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, Matches, ValidateNested } from 'class-validator';
import { IfGiven, IsInstant, IsPlainText, TEXT_LENGTH, TITLE_LENGTH } from '../platform/http/input-decorators.ts';

/** More than a group meets in some years; what is larger is a mistake. */
const MOST_MEETINGS = 120;
const LINK_LENGTH = 2000;
const TRANSITIONS = ['call', 'call_again', 'hold', 'reopen', 'cancel'] as const;

class MeetingFields {
  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsPlainText()
  readonly title?: string;

  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsPlainText()
  readonly place?: string;

  @ApiPropertyOptional({ maxLength: LINK_LENGTH, description: 'Address of an online meeting, https' })
  @IfGiven()
  @IsPlainText(LINK_LENGTH)
  @Matches(/^(https:\/\/[^\s<>"]+)?$/)
  readonly link?: string;
}

export class UpdateMeetingDto extends MeetingFields implements UpdateMeetingRequest {
  @ApiPropertyOptional({ format: 'date-time' })
  @IfGiven()
  @IsInstant()
  readonly startsAt?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IfGiven()
  @IsInstant()
  readonly endsAt?: string;
}

export class MeetingDto extends MeetingFields implements MeetingInput {
  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  readonly startsAt!: string;

  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  readonly endsAt!: string;
}

export class CreateMeetingsDto implements CreateMeetingsRequest {
  @ApiProperty({ type: [MeetingDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MEETINGS)
  @ValidateNested({ each: true })
  @Type(() => MeetingDto)
  readonly meetings!: readonly MeetingDto[];
}

export class MeetingTransitionDto implements MeetingTransitionRequest {
  @ApiProperty({ enum: TRANSITIONS })
  @IsIn(TRANSITIONS)
  readonly transition!: (typeof TRANSITIONS)[number];

  @ApiPropertyOptional({ maxLength: TITLE_LENGTH, description: 'Why it is cancelled' })
  @IfGiven()
  @IsPlainText()
  readonly reason?: string;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH, description: 'Stands above the calling' })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly message?: string;
}
