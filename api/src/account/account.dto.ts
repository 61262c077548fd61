import type {
  CompletePasswordResetRequest,
  ConfirmTotpRequest,
  PasswordResetRequest,
  PutLetterLocaleRequest,
  PutPasswordRequest,
  RemoveTotpRequest,
  StartTotpRequest,
} from '@samhandling/contracts';
import { LOCALES, type Locale } from '@samhandling/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

/** Longer than any password may be, so that one that is too long is told so by the rule and in its words. */
const LONGEST = 1_000;

export class PutPasswordDto implements PutPasswordRequest {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST)
  readonly current!: string;

  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST)
  readonly password!: string;
}

export class PutLetterLocaleDto implements PutLetterLocaleRequest {
  @ApiProperty({ enum: LOCALES })
  @IsIn(LOCALES)
  readonly locale!: Locale;
}

export class StartTotpDto implements StartTotpRequest {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST)
  readonly password!: string;
}

export class ConfirmTotpDto implements ConfirmTotpRequest {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(40)
  readonly code!: string;
}

export class RemoveTotpDto implements RemoveTotpRequest {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST)
  readonly password!: string;

  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(40)
  readonly code!: string;
}

export class PasswordResetDto implements PasswordResetRequest {
  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  readonly email!: string;
}

export class CompletePasswordResetDto implements CompletePasswordResetRequest {
  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MinLength(1)
  @MaxLength(100)
  readonly token!: string;

  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MaxLength(LONGEST)
  readonly password!: string;
}
