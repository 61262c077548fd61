import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MemberInput, OrganisationInput, UpdateOrganisationRequest } from '@samhandling/contracts';
import { ORGANISATION_KINDS, type OrganisationKind } from '@samhandling/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsDay } from '../platform/http/decorators.ts';

/** A field that may be left out, but not be null. */
const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);

class MemberDto implements MemberInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly id!: string;

  @ApiProperty({ nullable: true, format: 'date', type: String })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsDay()
  readonly from!: string | null;

  @ApiProperty({ nullable: true, format: 'date', type: String })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsDay()
  readonly to!: string | null;
}

class OrganisationFieldsDto {
  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(200, { each: true })
  @IsCleanText({ each: true })
  readonly aliases?: readonly string[];

  @ApiPropertyOptional({ nullable: true, type: String })
  @IsOptional()
  @Matches(/^\d{4}$/)
  readonly municipalityCode?: string | null;

  @ApiPropertyOptional({ type: [String] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(400)
  @IsUUID(undefined, { each: true })
  readonly memberIds?: readonly string[];

  @ApiPropertyOptional({ type: [MemberDto] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(400)
  @ValidateNested({ each: true })
  @Type(() => MemberDto)
  readonly members?: readonly MemberDto[];
}

export class OrganisationDto extends OrganisationFieldsDto implements OrganisationInput {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @Matches(/\S/)
  @MaxLength(200)
  readonly name!: string;

  @ApiProperty({ enum: ORGANISATION_KINDS })
  @IsIn(ORGANISATION_KINDS)
  readonly kind!: OrganisationKind;
}

export class UpdateOrganisationDto extends OrganisationFieldsDto implements UpdateOrganisationRequest {
  @ApiPropertyOptional()
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(/\S/)
  @MaxLength(200)
  readonly name?: string;

  @ApiPropertyOptional({ enum: ORGANISATION_KINDS })
  @IfGiven()
  @IsIn(ORGANISATION_KINDS)
  readonly kind?: OrganisationKind;
}
