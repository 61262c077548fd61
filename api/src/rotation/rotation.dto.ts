import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  MeetingsProposalRequest,
  ParkingInput,
  PutRotationRequest,
  PutRotationYearRequest,
  RotationProposalRequest,
} from '@samhandling/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsDay } from '../platform/http/decorators.ts';
import { IfGiven, IsWrittenText } from '../platform/http/input-decorators.ts';

/** More than any plan has, and few enough to be read at once. */
const MOST_ENTRIES = 2000;
const MOST_MEETINGS = 60;

class RotationEntryDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly activityId!: string;

  @ApiProperty()
  @IsBoolean()
  readonly isPinned!: boolean;
}

export class PutRotationDto implements PutRotationRequest {
  @ApiProperty({ type: [RotationEntryDto] })
  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => RotationEntryDto)
  readonly entries!: readonly RotationEntryDto[];
}

class PutRotationMeetingDto extends PutRotationDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly meetingId!: string;

  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  readonly version!: number;
}

export class PutRotationYearDto implements PutRotationYearRequest {
  @ApiProperty({ type: [PutRotationMeetingDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MEETINGS)
  @ValidateNested({ each: true })
  @Type(() => PutRotationMeetingDto)
  readonly meetings!: readonly PutRotationMeetingDto[];
}

export class RotationProposalDto implements RotationProposalRequest {
  @ApiPropertyOptional({ description: 'Leaves what is planned where it stands, as far as it can' })
  @IfGiven()
  @IsBoolean()
  readonly keep?: boolean;
}

export class ParkingDto implements ParkingInput {
  @ApiProperty({ maxLength: 2000 })
  @IsWrittenText(2000)
  readonly reason!: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'The last day it is parked' })
  @ValidateIf((_: object, value: unknown) => value !== undefined && value !== null)
  @IsDay()
  readonly until?: string | null;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class MeetingsProposalDto implements MeetingsProposalRequest {
  @ApiProperty({ minimum: 1990, maximum: 2198 })
  @IsInt()
  @Min(1990)
  @Max(2198)
  readonly year!: number;

  @ApiProperty({ minimum: 1, maximum: 52 })
  @IsInt()
  @Min(1)
  @Max(52)
  readonly count!: number;

  @ApiProperty({ enum: ['monthly', 'weekly'] })
  @IsIn(['monthly', 'weekly'])
  readonly rule!: 'monthly' | 'weekly';

  @ApiPropertyOptional({ enum: [1, 2, 3, 4, -1] })
  @IfGiven()
  @IsIn([1, 2, 3, 4, -1])
  readonly nth?: 1 | 2 | 3 | 4 | -1;

  @ApiPropertyOptional({ minimum: 1, maximum: 26 })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(26)
  readonly everyWeeks?: number;

  @ApiProperty({ minimum: 1, maximum: 5 })
  @IsInt()
  @Min(1)
  @Max(5)
  readonly weekday!: number;

  @ApiProperty({ pattern: TIME.source, maxLength: 5 })
  @IsString()
  @IsCleanText()
  @MaxLength(5)
  @Matches(TIME)
  readonly startTime!: string;

  @ApiProperty({ pattern: TIME.source, maxLength: 5 })
  @IsString()
  @IsCleanText()
  @MaxLength(5)
  @Matches(TIME)
  readonly endTime!: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly meetsInJuly?: boolean;

  @ApiPropertyOptional({ description: 'Weeks 27 to 32 are kept free' })
  @IfGiven()
  @IsBoolean()
  readonly isSummerFree?: boolean;
}
