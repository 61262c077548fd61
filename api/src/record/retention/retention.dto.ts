import { ApiProperty } from '@nestjs/swagger';
import type { PutRoundRegistrationRequest, UpdateRetentionClassRequest } from '@samhandling/contracts';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

export class UpdateRetentionClassDto implements UpdateRetentionClassRequest {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly name?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(1000)
  readonly appliesTo?: string;

  @ApiProperty({
    required: false,
    type: Number,
    nullable: true,
    minimum: 1,
    maximum: 100,
    description: 'Null: kept for good',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsInt()
  @Min(1)
  @Max(100)
  readonly years?: number | null;

  @ApiProperty({ required: false, description: 'Where the decision is found' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly decisionReference?: string;
}

export class PutRoundRegistrationDto implements PutRoundRegistrationRequest {
  @ApiProperty({ description: 'Empty: none' })
  @IsString()
  @IsCleanText()
  @MaxLength(100)
  readonly recordsNumber!: string;
}
