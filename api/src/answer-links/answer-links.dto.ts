import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CreateAnswerLinkRequest, OpenAnswerLinkRequest, RevokeAnswerLinkRequest } from '@samhandling/contracts';
import { IsBoolean, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsCleanText, IsDay } from '../platform/http/decorators.ts';

export class CreateAnswerLinkDto implements CreateAnswerLinkRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly personId!: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day it opens, at most 90 days ahead' })
  @IsOptional()
  @IsDay()
  readonly expiresOn?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  readonly sendMail?: boolean;
}

export class RevokeAnswerLinkDto implements RevokeAnswerLinkRequest {
  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(500)
  readonly reason?: string;
}

/** Any text is taken: one that is no token is answered like one that is not ours. */
export class AnswerTokenDto implements OpenAnswerLinkRequest {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly token!: string;
}
