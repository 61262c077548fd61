import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CreateEventRequest, UpdateEventRequest } from '@samhandling/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsDay } from '../../platform/http/decorators.ts';

/** More than any event has; what is larger is a mistake or an attack. */
export const MOST_ACTIVITIES = 200;
const MOST_PARTS = 500;
const TITLE_LENGTH = 500;
const NOTE_LENGTH = 20_000;
const FIGURE_LENGTH = 100;

const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);

export class EventMunicipalityDto {
  @ApiProperty()
  @Matches(/^\d{4}$/)
  readonly code!: string;

  @ApiPropertyOptional({ description: 'As typed' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(FIGURE_LENGTH)
  readonly participants?: string;
}

export class EventOrganisationDto {
  @ApiProperty()
  @IsUUID()
  readonly id!: string;

  @ApiPropertyOptional({ description: 'As typed' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(FIGURE_LENGTH)
  readonly participants?: string;
}

export class EventAudienceDto {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(TITLE_LENGTH)
  readonly name!: string;

  @ApiProperty({ description: 'As typed' })
  @IsString()
  @IsCleanText()
  @MaxLength(FIGURE_LENGTH)
  readonly participants!: string;
}

export class UpdateEventDto implements UpdateEventRequest {
  @ApiPropertyOptional()
  @IfGiven()
  @IsUUID()
  readonly kindId?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IfGiven()
  @IsDay()
  readonly day?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(TITLE_LENGTH)
  readonly title?: string;

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_ACTIVITIES)
  @IsUUID(undefined, { each: true })
  readonly activityIds?: string[];

  @ApiPropertyOptional({ type: [EventMunicipalityDto] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @ValidateNested({ each: true })
  @Type(() => EventMunicipalityDto)
  readonly municipalities?: EventMunicipalityDto[];

  @ApiPropertyOptional({ type: [EventOrganisationDto] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @ValidateNested({ each: true })
  @Type(() => EventOrganisationDto)
  readonly organisations?: EventOrganisationDto[];

  @ApiPropertyOptional({ type: [EventAudienceDto] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @ValidateNested({ each: true })
  @Type(() => EventAudienceDto)
  readonly audiences?: EventAudienceDto[];

  @ApiPropertyOptional({ description: 'As typed' })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(FIGURE_LENGTH)
  readonly participants?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(NOTE_LENGTH)
  readonly note?: string;
}

export class CreateEventDto extends UpdateEventDto implements CreateEventRequest {
  @ApiProperty()
  @IsUUID()
  declare readonly kindId: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  declare readonly day: string;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(MOST_ACTIVITIES)
  @IsUUID(undefined, { each: true })
  declare readonly activityIds: string[];

  @ApiProperty({ description: 'Made by the page: sent twice it gives one event and the same answer' })
  @IsUUID()
  readonly registrationKey!: string;
}
