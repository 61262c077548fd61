import { ApiProperty } from '@nestjs/swagger';
import type { HandoverRequest } from '@samhandling/contracts';
import { IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

export class HandoverDto implements HandoverRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly fromPersonId!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly toPersonId!: string;

  @ApiProperty({ required: false, maxLength: 2000 })
  @ValidateIf((_: object, value: unknown) => value !== undefined)
  @IsString()
  @IsCleanText()
  @MaxLength(2000)
  readonly reason?: string;
}
