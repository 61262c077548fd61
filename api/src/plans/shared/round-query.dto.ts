import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

/** `?round=2025`: which round a page is about. */
export class RoundQueryDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MinLength(1)
  @MaxLength(40)
  readonly round?: string;
}
