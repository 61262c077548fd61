import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  PERSON_TRANSITIONS,
  type InvitePersonRequest,
  type PersonTransition,
  type PersonTransitionRequest,
  type UpdatePersonRequest,
} from '@samhandling/contracts';
import { LOCALES, ROLES, type HeldRole, type Locale, type Role } from '@samhandling/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

/** A field that may be left out, but not be null. */
const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);
const UnlessNull = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== null);

class HeldRoleDto implements HeldRole {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  readonly role!: Role;

  @ApiProperty({ nullable: true, type: String, format: 'uuid' })
  @UnlessNull()
  @IsUUID()
  readonly organisationId!: string | null;

  @ApiProperty({ nullable: true, type: String, pattern: '^\\d{4}$' })
  @UnlessNull()
  @Matches(/^\d{4}$/)
  readonly municipalityCode!: string | null;
}

export class InvitePersonDto implements InvitePersonRequest {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsString()
  @IsCleanText()
  @MaxLength(254)
  readonly email!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsCleanText()
  @Matches(/\S/)
  @MaxLength(200)
  readonly name!: string;

  @ApiProperty({ type: [HeldRoleDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HeldRoleDto)
  readonly roles!: readonly HeldRoleDto[];

  @ApiPropertyOptional({ enum: LOCALES })
  @IfGiven()
  @IsIn(LOCALES)
  readonly letterLocale?: Locale;
}

export class UpdatePersonDto implements UpdatePersonRequest {
  @ApiPropertyOptional({ maxLength: 200 })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @Matches(/\S/)
  @MaxLength(200)
  readonly name?: string;

  @ApiPropertyOptional({ type: [HeldRoleDto] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HeldRoleDto)
  readonly roles?: readonly HeldRoleDto[];
}

export class PersonTransitionDto implements PersonTransitionRequest {
  @ApiProperty({ enum: PERSON_TRANSITIONS })
  @IsIn(PERSON_TRANSITIONS)
  readonly transition!: PersonTransition;

  @ApiPropertyOptional({ maxLength: 2000 })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(2000)
  readonly reason?: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly confirmName?: string;
}
