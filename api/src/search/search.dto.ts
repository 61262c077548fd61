import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

export class SearchQueryDto {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly q!: string;
}
