import { ApiProperty } from '@nestjs/swagger';
import type { PutParticipationRequest } from '@samhandling/contracts';
import { PARTICIPATION_STATES, type ParticipationState } from '@samhandling/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

export class ParticipationQueryDto {
  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly activity?: string;
}

class ParticipationRowDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly activityId!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly organisationId!: string;

  @ApiProperty({ minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  readonly version!: number;

  @ApiProperty({ nullable: true, enum: PARTICIPATION_STATES })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsIn(PARTICIPATION_STATES)
  readonly state!: ParticipationState | null;

  @ApiProperty({ required: false, maxLength: 2000 })
  @ValidateIf((_: object, value: unknown) => value !== undefined)
  @IsString()
  @IsCleanText()
  @MaxLength(2000)
  readonly note?: string;
}

export class PutParticipationDto implements PutParticipationRequest {
  @ApiProperty({ type: [ParticipationRowDto] })
  @IsArray()
  @ArrayMaxSize(3000)
  @ValidateNested({ each: true })
  @Type(() => ParticipationRowDto)
  readonly rows!: readonly ParticipationRowDto[];
}
