import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { EventKindInput, UpdateEventKindRequest } from '@samhandling/contracts';
import { IsBoolean, IsInt, IsString, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

const NAME_LENGTH = 100;
const SOMETHING = /\S/;
const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);

export class UpdateEventKindDto implements UpdateEventKindRequest {
  @ApiPropertyOptional()
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(NAME_LENGTH)
  readonly name?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly position?: number;

  @ApiPropertyOptional({ description: 'A kind in use is put out of use, never deleted' })
  @IfGiven()
  @IsBoolean()
  readonly isActive?: boolean;
}

export class EventKindDto extends UpdateEventKindDto implements EventKindInput {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(NAME_LENGTH)
  declare readonly name: string;
}
