import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

/** `?round=2025`: the round of that name in each plan; without it each plan's newest that has begun. */
export class CommitmentQueryDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MinLength(1)
  @MaxLength(40)
  readonly round?: string;
}
