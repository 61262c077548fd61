import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { UpdateYearMarkRequest, YearMarkInput } from '@samhandling/contracts';
import { YEAR_MARK_KINDS, type YearMarkKind } from '@samhandling/domain';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

const TITLE_LENGTH = 200;
const NOTE_LENGTH = 5_000;
const MOST_ACTIVITIES = 500;
const SOMETHING = /\S/;
const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);

class MarkDetails {
  @ApiPropertyOptional({ maxLength: NOTE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(NOTE_LENGTH)
  readonly note?: string;

  @ApiPropertyOptional({ format: 'date', description: 'The same day when left out' })
  @IfGiven()
  @IsDay()
  readonly to?: string;

  @ApiPropertyOptional({ type: [String], description: 'The activities the date concerns' })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_ACTIVITIES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly activityIds?: string[];
}

export class YearMarkDto extends MarkDetails implements YearMarkInput {
  @ApiProperty({ enum: YEAR_MARK_KINDS })
  @IsIn(YEAR_MARK_KINDS)
  readonly kind!: YearMarkKind;

  @ApiProperty({ maxLength: TITLE_LENGTH })
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(TITLE_LENGTH)
  readonly title!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly from!: string;
}

export class UpdateYearMarkDto extends MarkDetails implements UpdateYearMarkRequest {
  @ApiPropertyOptional({ enum: YEAR_MARK_KINDS })
  @IfGiven()
  @IsIn(YEAR_MARK_KINDS)
  readonly kind?: YearMarkKind;

  @ApiPropertyOptional({ maxLength: TITLE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(SOMETHING)
  @MaxLength(TITLE_LENGTH)
  readonly title?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IfGiven()
  @IsDay()
  readonly from?: string;
}
