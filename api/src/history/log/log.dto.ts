import { ApiProperty } from '@nestjs/swagger';
import { RECORD_SOURCES, type RecordFilter, type RecordSource } from '@samhandling/contracts';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

export class RecordFilterDto implements RecordFilter {
  @ApiProperty({ required: false, format: 'uuid', description: 'Who did it, or for whom it was done' })
  @IsOptional()
  @IsUUID()
  readonly person?: string;

  @ApiProperty({ required: false, description: 'Kind of thing' })
  @IsOptional()
  @Matches(/^[a-z_]{1,40}$/)
  readonly kind?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @Matches(/^[a-z_]{1,40}$/)
  readonly action?: string;

  @ApiProperty({ required: false, enum: RECORD_SOURCES })
  @IsOptional()
  @IsIn(RECORD_SOURCES)
  readonly source?: RecordSource;

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @IsDay()
  readonly from?: string;

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @IsDay()
  readonly to?: string;

  @ApiProperty({ required: false, description: 'Words in what was changed, or a whole id' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly q?: string;

  @ApiProperty({ required: false, description: 'All that one request changed' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly request?: string;
}

export class RecordQuery extends RecordFilterDto {
  @ApiProperty({ required: false, minimum: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly page?: number;
}
