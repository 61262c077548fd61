import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  VIEW_PAGES,
  type PutDefaultViewRequest,
  type SavedViewInput,
  type UpdateSavedViewRequest,
  type ViewPage,
} from '@samhandling/contracts';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

const NAME_LENGTH = 80;
const QUERY_LENGTH = 2000;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A query string and nothing else: a view must never lead somewhere of its own. */
const QUERY = /^[A-Za-zÅÄÖåäö0-9._~%+&=,:/-]*$/;

const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);

export class ViewsQueryDto {
  @ApiProperty({ enum: VIEW_PAGES })
  @IsIn(VIEW_PAGES)
  readonly page!: ViewPage;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Matches(SLUG)
  @MaxLength(100)
  readonly plan?: string;
}

export class SavedViewDto implements SavedViewInput {
  @ApiProperty({ enum: VIEW_PAGES })
  @IsIn(VIEW_PAGES)
  readonly page!: ViewPage;

  @ApiProperty({ nullable: true, type: String })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsString()
  @Matches(SLUG)
  @MaxLength(100)
  readonly planSlug!: string | null;

  @ApiProperty({ maxLength: NAME_LENGTH })
  @IsString()
  @IsCleanText()
  @Matches(/\S/)
  @MaxLength(NAME_LENGTH)
  readonly name!: string;

  @ApiProperty({ maxLength: QUERY_LENGTH })
  @IsString()
  @Matches(QUERY)
  @MaxLength(QUERY_LENGTH)
  readonly query!: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly isShared?: boolean;

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly isCountyDefault?: boolean;
}

export class UpdateSavedViewDto implements UpdateSavedViewRequest {
  @ApiPropertyOptional({ maxLength: NAME_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(/\S/)
  @MaxLength(NAME_LENGTH)
  readonly name?: string;

  @ApiPropertyOptional({ maxLength: QUERY_LENGTH })
  @IfGiven()
  @IsString()
  @Matches(QUERY)
  @MaxLength(QUERY_LENGTH)
  readonly query?: string;

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly isShared?: boolean;

  @ApiPropertyOptional()
  @IfGiven()
  @IsBoolean()
  readonly isCountyDefault?: boolean;
}

export class PutDefaultViewDto implements PutDefaultViewRequest {
  @ApiProperty({ enum: VIEW_PAGES })
  @IsIn(VIEW_PAGES)
  readonly page!: ViewPage;

  @ApiProperty({ nullable: true, type: String })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsString()
  @Matches(SLUG)
  @MaxLength(100)
  readonly planSlug!: string | null;

  @ApiProperty({ nullable: true, type: String })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsUUID()
  readonly viewId!: string | null;

  @ApiProperty({ nullable: true, type: String, description: 'What the list opens with now, as the page knows it' })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsUUID()
  readonly instead!: string | null;
}
