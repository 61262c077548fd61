import type { SignInWaysRequest } from '@samhandling/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, MaxLength } from 'class-validator';

export class SignInWaysDto implements SignInWaysRequest {
  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  readonly email!: string;
}
