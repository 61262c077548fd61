import { ApiPropertyOptional } from '@nestjs/swagger';
import { SEXES, type Sex } from '@samhandling/domain';
import { IsBooleanString, IsIn, IsOptional, Matches } from 'class-validator';

/** Which of the indicator's figures; without a municipality the one for the county. */
export class ExplainQuery {
  @ApiPropertyOptional({ description: 'Municipality code, four digits' })
  @IsOptional()
  @Matches(/^\d{4}$/)
  readonly municipality?: string;

  @ApiPropertyOptional({ enum: SEXES })
  @IsOptional()
  @IsIn(SEXES)
  readonly sex?: Sex;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Small numbers are hidden also from those who may enter them, as in charts and reports',
  })
  @IsOptional()
  @IsBooleanString()
  readonly protected?: 'true' | 'false';
}
