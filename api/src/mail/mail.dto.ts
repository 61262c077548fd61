import { ApiProperty } from '@nestjs/swagger';
import type {
  OptOutRequest,
  PutOrganisationContactRequest,
  UpdateMailPreferenceRequest,
  UpdateMailSettingsRequest,
} from '@samhandling/contracts';
import { DIGEST_CHOICES, MAIL_STATES, type DigestChoice, type MailState } from '@samhandling/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

export class UpdateMailSettingsDto implements UpdateMailSettingsRequest {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean()
  readonly isOn?: boolean;

  @ApiProperty({ required: false, description: '07:30, Swedish time' })
  @IsOptional()
  @IsString()
  @Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
  readonly sendAt?: string;

  @ApiProperty({ required: false, type: [Number], description: '1 is Monday' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  readonly weekdays?: number[];

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @Matches(/^[^\r\n<>"]*$/)
  @MaxLength(100)
  readonly senderName?: string;

  @ApiProperty({ required: false, description: 'Empty: none' })
  @IsOptional()
  @ValidateIf((body: UpdateMailSettingsDto) => body.replyTo !== '')
  @IsEmail()
  @MaxLength(254)
  readonly replyTo?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  readonly linkDays?: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  readonly repeatDays?: number;

  @ApiProperty({ required: false, type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(180)
  readonly escalateAfterDays?: number | null;
}

export class UpdateMailPreferenceDto implements UpdateMailPreferenceRequest {
  @ApiProperty({ enum: DIGEST_CHOICES })
  @IsIn(DIGEST_CHOICES)
  readonly digest!: DigestChoice;
}

export class MailLogQueryDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsUUID()
  readonly person?: string;

  @ApiProperty({ required: false, enum: MAIL_STATES })
  @IsOptional()
  @IsIn(MAIL_STATES)
  readonly state?: MailState;

  @ApiProperty({ required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly page?: number;
}

/** The page sends JSON. A mail program sends a form, which says nothing more, and has the token in the address. */
export class OptOutDto implements Partial<OptOutRequest> {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MinLength(1)
  @MaxLength(200)
  readonly token?: string;
}

export class PutOrganisationContactDto implements PutOrganisationContactRequest {
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((body: PutOrganisationContactDto) => body.personId !== null)
  @IsUUID()
  readonly personId!: string | null;
}
