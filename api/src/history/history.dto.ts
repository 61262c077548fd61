import { ApiProperty } from '@nestjs/swagger';
import { SEXES, type Sex } from '@samhandling/domain';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsDay } from '../platform/http/decorators.ts';

export class HistoryQuery {
  @ApiProperty({ required: false, minimum: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly page?: number;
}

export class CellHistoryQuery extends HistoryQuery {
  @ApiProperty({ required: false, description: 'Code of the municipality; left out for the county' })
  @IsOptional()
  @Matches(/^\d{4}$/)
  readonly municipality?: string;

  @ApiProperty({ required: false, enum: SEXES })
  @IsOptional()
  @IsIn(SEXES)
  readonly sex?: Sex;
}

export class CompareQuery {
  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly from!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly to!: string;
}
