import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { GroupInput, GroupTransitionRequest, UpdateGroupRequest } from '@samhandling/contracts';
import { GROUP_KINDS, type GroupKind } from '@samhandling/domain';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '../platform/http/decorators.ts';
import { IfGiven, IsPlainText, IsWrittenText, TEXT_LENGTH } from '../platform/http/input-decorators.ts';

const NAME_LENGTH = 200;
const MOST_ACTIVITIES = 200;
const TRANSITIONS = ['close', 'reopen'] as const;

class GroupFields {
  @ApiPropertyOptional({ maxLength: TEXT_LENGTH })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly purpose?: string;

  @ApiPropertyOptional({ nullable: true, type: Number, minimum: 1, maximum: 52 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(52)
  readonly meetingsPerYear?: number | null;

  @ApiPropertyOptional({ minimum: 1, maximum: 730 })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(730)
  readonly silentAfterDays?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: 240 })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(240)
  readonly minutesPerItem?: number;

  @ApiPropertyOptional({ nullable: true, type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly organisationId?: string | null;

  @ApiPropertyOptional({ nullable: true, type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly reportsToId?: string | null;

  @ApiPropertyOptional({ nullable: true, type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly countingKindId?: string | null;

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_ACTIVITIES)
  @IsUUID(undefined, { each: true })
  readonly countingActivityIds?: string[];
}

export class UpdateGroupDto extends GroupFields implements UpdateGroupRequest {
  @ApiPropertyOptional({ maxLength: NAME_LENGTH })
  @IfGiven()
  @IsWrittenText(NAME_LENGTH)
  readonly name?: string;

  @ApiPropertyOptional({ enum: GROUP_KINDS })
  @IfGiven()
  @IsIn(GROUP_KINDS)
  readonly kind?: GroupKind;
}

/** Not a kind of the change above: what may be left out there would then be allowed to be missing here. */
export class GroupDto extends GroupFields implements GroupInput {
  @ApiProperty({ maxLength: NAME_LENGTH })
  @IsWrittenText(NAME_LENGTH)
  readonly name!: string;

  @ApiProperty({ enum: GROUP_KINDS })
  @IsIn(GROUP_KINDS)
  readonly kind!: GroupKind;
}

export class GroupTransitionDto implements GroupTransitionRequest {
  @ApiProperty({ enum: TRANSITIONS })
  @IsIn(TRANSITIONS)
  readonly transition!: (typeof TRANSITIONS)[number];

  @ApiPropertyOptional({ format: 'date', description: 'The last day of the group; today when left out' })
  @IfGiven()
  @IsDay()
  readonly closedOn?: string;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH, description: 'What the group achieved; demanded when it is closed' })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly result?: string;
}

export class GroupChoicesQueryDto {
  @ApiProperty({ description: 'Slug of the plan' })
  @MaxLength(120)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  readonly plan!: string;
}
