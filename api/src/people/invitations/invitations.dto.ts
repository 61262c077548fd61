import { ApiProperty } from '@nestjs/swagger';
import type { AcceptInvitationRequest, InvitationRequest } from '@samhandling/contracts';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

export class InvitationDto implements InvitationRequest {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly token!: string;
}

export class AcceptInvitationDto extends InvitationDto implements AcceptInvitationRequest {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsCleanText()
  @MinLength(1)
  @MaxLength(200)
  readonly password!: string;
}
