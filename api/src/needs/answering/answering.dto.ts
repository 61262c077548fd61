import { ApiProperty } from '@nestjs/swagger';
import type { PutNeedsAnswerRequest } from '@samhandling/contracts';
import { MOST_NEEDS_OPTIONS, MOST_NEEDS_TEXT, type NeedsAnswerValue } from '@samhandling/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

const MOST_ANSWERS = 1000;
const UnlessNull = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== null);

export class NeedsAnswerValueDto implements NeedsAnswerValue {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly questionId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @UnlessNull()
  @IsUUID()
  readonly goalId!: string | null;

  @ApiProperty({ type: String, maxLength: MOST_NEEDS_TEXT, nullable: true })
  @UnlessNull()
  @IsString()
  @IsCleanText()
  @MaxLength(MOST_NEEDS_TEXT)
  readonly text!: string | null;

  @ApiProperty({ type: [Number], maxItems: MOST_NEEDS_OPTIONS, nullable: true })
  @UnlessNull()
  @IsArray()
  @ArrayMaxSize(MOST_NEEDS_OPTIONS)
  @IsInt({ each: true })
  readonly chosen!: number[] | null;

  @ApiProperty({ type: Number, minimum: 1, maximum: 5, nullable: true })
  @UnlessNull()
  @IsInt()
  @Min(1)
  @Max(5)
  readonly scale!: number | null;
}

export class PutNeedsAnswerDto implements PutNeedsAnswerRequest {
  @ApiProperty({ type: [NeedsAnswerValueDto], maxItems: MOST_ANSWERS })
  @IsArray()
  @ArrayMaxSize(MOST_ANSWERS)
  @ValidateNested({ each: true })
  @Type(() => NeedsAnswerValueDto)
  readonly answers!: NeedsAnswerValueDto[];
}
