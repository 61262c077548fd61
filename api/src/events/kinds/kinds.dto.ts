import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { EventKindInput, UpdateEventKindRequest } from '@samhandling/contracts';
import { IsBoolean, IsInt, IsString, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

const NAME_LENGTH = 100;
const SOMETHING = /\S/;
const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);

class KindFields {
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

export class UpdateEventKindDto extends KindFields implements UpdateEventKindRequest {
  @ApiPropertyOptional({ maxLength: NAME_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(NAME_LENGTH)
  readonly name?: string;
}

/** Not a kind of the change above: what may be left out there would then be allowed to be missing here. */
export class EventKindDto extends KindFields implements EventKindInput {
  @ApiProperty({ maxLength: NAME_LENGTH })
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(NAME_LENGTH)
  readonly name!: string;
}
