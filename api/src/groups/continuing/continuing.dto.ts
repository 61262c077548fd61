import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ContinueGroupRequest } from '@samhandling/contracts';
import { IsUUID } from 'class-validator';
import { IfGiven, IsPlainText, TEXT_LENGTH } from '../../platform/http/input-decorators.ts';

export class ContinueGroupDto implements ContinueGroupRequest {
  @ApiProperty({ format: 'uuid', description: 'The plan that follows' })
  @IsUUID()
  readonly planId!: string;

  @ApiPropertyOptional({ maxLength: TEXT_LENGTH, description: 'What the group achieved: closes it in the old plan' })
  @IfGiven()
  @IsPlainText(TEXT_LENGTH)
  readonly result?: string;
}
