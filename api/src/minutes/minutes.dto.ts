import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  AdjustRequest,
  MinutesTransitionName,
  MinutesTransitionRequest,
  PutAdjustersRequest,
  UpdateMinutesRequest,
} from '@samhandling/contracts';
import { ADJUSTING_CHANNELS, type AdjustingChannel } from '@samhandling/domain';
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
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsDay } from '../platform/http/decorators.ts';

export class UpdateMinutesDto implements UpdateMinutesRequest {
  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(20_000)
  readonly opening?: string;

  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(20_000)
  readonly closing?: string;

  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(100)
  readonly recordsNumber?: string;
}

export class MinutesTransitionDto implements MinutesTransitionRequest {
  @ApiProperty({ enum: ['send', 'take_back'] })
  @IsIn(['send', 'take_back'])
  readonly transition!: MinutesTransitionName;
}

export class AdjusterDto {
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  readonly memberId?: string | null;

  @ApiPropertyOptional({ type: String, description: 'For somebody who is not in the group' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly name?: string;
}

export class PutAdjustersDto implements PutAdjustersRequest {
  @ApiProperty({ type: [AdjusterDto] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AdjusterDto)
  readonly adjusters!: readonly AdjusterDto[];
}

export class AdjustDto implements AdjustRequest {
  @ApiProperty({ type: Number, minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  readonly minutesVersion!: number;

  @ApiPropertyOptional({ enum: ADJUSTING_CHANNELS })
  @IsOptional()
  @IsIn(ADJUSTING_CHANNELS)
  readonly channel?: AdjustingChannel;

  @ApiPropertyOptional({ type: String, format: 'date' })
  @IsOptional()
  @IsDay()
  readonly on?: string;
}
