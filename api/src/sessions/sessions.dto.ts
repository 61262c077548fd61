import type { SignInRequest, SwitchCountyRequest } from '@samhandling/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsCleanText } from '../platform/http/decorators.ts';

export class SignInDto implements SignInRequest {
  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  readonly email!: string;

  @ApiProperty()
  @IsString()
  @IsCleanText()
  @MinLength(1)
  @MaxLength(200)
  readonly password!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(40)
  readonly code?: string;
}

export class SwitchCountyDto implements SwitchCountyRequest {
  @ApiProperty()
  @IsUUID()
  readonly countyId!: string;
}
