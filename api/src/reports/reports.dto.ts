import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ReportQuery } from '@samhandling/contracts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class ReportQueryDto implements ReportQuery {
  @ApiPropertyOptional({ type: Number, minimum: 1, description: 'A frozen version' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly version?: number;
}
