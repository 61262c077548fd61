import { ApiProperty } from '@nestjs/swagger';
import type { PutResponseRequest } from '@samhandling/contracts';
import { RESPONSE_KINDS, type ResponseKind } from '@samhandling/domain';
import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

export class PutResponseDto implements PutResponseRequest {
  @ApiProperty({ enum: RESPONSE_KINDS })
  @IsIn(RESPONSE_KINDS)
  readonly kind!: ResponseKind;

  @ApiProperty({ required: false, maxLength: 20_000 })
  @ValidateIf((_: object, value: unknown) => value !== undefined)
  @IsString()
  @IsCleanText()
  @MaxLength(20_000)
  readonly text?: string;
}
