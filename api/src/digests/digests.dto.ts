import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DigestTransitionRequest, PutDigestTextRequest, UpdateDigestRequest } from '@samhandling/contracts';
import { DIGEST_TEXT_LENGTH } from '@samhandling/domain';
import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText, IsDay } from '../platform/http/decorators.ts';
import { IfGiven } from '../platform/http/input-decorators.ts';

/** A proposal is as long as the facts make it: five whole wordings, with what came of each. */
const PROPOSAL_LENGTH = 100_000;
const MESSAGE_LENGTH = 2_000;

export class UpdateDigestDto implements UpdateDigestRequest {
  @ApiPropertyOptional({ format: 'date' })
  @IfGiven()
  @IsDay()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IfGiven()
  @IsDay()
  readonly to?: string;
}

export class PutDigestTextDto implements PutDigestTextRequest {
  @ApiProperty({
    type: String,
    nullable: true,
    maxLength: DIGEST_TEXT_LENGTH,
    description: 'Null lets the proposal stand',
  })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsString()
  @IsCleanText()
  @MaxLength(DIGEST_TEXT_LENGTH)
  readonly text!: string | null;

  @ApiProperty({ maxLength: PROPOSAL_LENGTH, description: 'The proposal that was seen' })
  @IsString()
  @IsCleanText()
  @MaxLength(PROPOSAL_LENGTH)
  readonly proposal!: string;
}

export class DigestTransitionDto implements DigestTransitionRequest {
  @ApiProperty({ enum: ['send'] })
  @IsIn(['send'])
  readonly transition!: 'send';

  @ApiPropertyOptional({ maxLength: MESSAGE_LENGTH })
  @IfGiven()
  @IsString()
  @IsCleanText()
  @MaxLength(MESSAGE_LENGTH)
  readonly message?: string;
}
