import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { RevokeNeedsInvitationRequest, SendNeedsRemindersRequest } from '@samhandling/contracts';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

export class SendNeedsRemindersDto implements SendNeedsRemindersRequest {
  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 500 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  readonly invitationIds?: string[];
}

export class RevokeNeedsInvitationDto implements RevokeNeedsInvitationRequest {
  @ApiProperty({ maxLength: 500 })
  @IsString()
  @IsCleanText()
  @Matches(/\S/)
  @MaxLength(500)
  readonly reason!: string;
}
