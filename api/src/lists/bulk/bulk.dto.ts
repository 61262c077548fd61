import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { MOST_BULK_ITEMS, type BulkChange, type BulkRequest } from '@samhandling/contracts';
import { FOLLOW_UP_TRANSITION_LABELS, type FollowUpTransitionName } from '@samhandling/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ActivityFilterDto } from '../../plans/activities/activity-filter.dto.ts';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

const KINDS = [
  'reporter',
  'transition',
  'next_step_date',
  'nothing_new',
] as const satisfies readonly BulkChange['kind'][];
const TRANSITIONS = Object.keys(FOLLOW_UP_TRANSITION_LABELS) as FollowUpTransitionName[];

/** The round is in the path, and all that match are changed, not a page of them. */
export class BulkFilterDto extends OmitType(ActivityFilterDto, ['round', 'sort', 'page', 'pageSize'] as const) {}

/** The fields of every kind of change; each is asked for by its own kind. */
export class BulkChangeDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  readonly kind!: BulkChange['kind'];

  @ApiPropertyOptional({ nullable: true, type: String })
  @ValidateIf(({ kind }: BulkChangeDto, value: unknown) => kind === 'reporter' && value !== null)
  @IsUUID()
  readonly reporterId?: string | null;

  @ApiPropertyOptional({ enum: TRANSITIONS })
  @ValidateIf(({ kind }: BulkChangeDto) => kind === 'transition')
  @IsIn(TRANSITIONS)
  readonly transition?: FollowUpTransitionName;

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(2000)
  readonly reason?: string;

  @ApiPropertyOptional({ nullable: true, type: String })
  @ValidateIf(({ kind }: BulkChangeDto, value: unknown) => kind === 'next_step_date' && value !== null)
  @IsDay()
  readonly day?: string | null;
}

export class BulkExpectedDto {
  @ApiProperty()
  @IsUUID()
  readonly followUpId!: string;

  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

export class BulkDto {
  @ApiProperty({ type: BulkFilterDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => BulkFilterDto)
  readonly filter!: BulkFilterDto;

  @ApiProperty({ type: BulkChangeDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => BulkChangeDto)
  readonly change!: BulkChangeDto;

  @ApiPropertyOptional({ type: [BulkExpectedDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_BULK_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => BulkExpectedDto)
  readonly expected?: readonly BulkExpectedDto[];
}

/** The request as the contract has it: each kind with its own fields and no others. */
export function toBulkRequest({ filter, change, expected }: BulkDto): BulkRequest {
  return { filter, change: toChange(change), ...(expected && { expected }) };
}

function toChange({ kind, reporterId, transition, reason, day }: BulkChangeDto): BulkChange {
  switch (kind) {
    case 'reporter':
      return { kind, reporterId: reporterId ?? null };
    case 'transition':
      return { kind, transition: transition ?? 'submit', ...(reason !== undefined && { reason }) };
    case 'next_step_date':
      return { kind, day: day ?? null };
    case 'nothing_new':
      return { kind };
  }
}
