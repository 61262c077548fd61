import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CurrentItemRequest, WriterRequest } from '@samhandling/contracts';
import { IsBoolean, IsUUID, ValidateIf } from 'class-validator';
import { IfGiven } from '../platform/http/input-decorators.ts';

export class WriterDto implements WriterRequest {
  @ApiProperty({ description: 'True takes the pen or keeps it, false gives it back' })
  @IsBoolean()
  readonly take!: boolean;

  @ApiPropertyOptional({ description: 'Takes it from somebody else' })
  @IfGiven()
  @IsBoolean()
  readonly force?: boolean;
}

export class CurrentItemDto implements CurrentItemRequest {
  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsUUID()
  readonly itemId!: string | null;
}
