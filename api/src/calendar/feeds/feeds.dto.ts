import { ApiProperty } from '@nestjs/swagger';
import type { RenewCalendarFeedRequest } from '@samhandling/contracts';
import { IsUUID } from 'class-validator';

export class RenewCalendarFeedDto implements RenewCalendarFeedRequest {
  @ApiProperty({ description: 'The feed whose address is to end' })
  @IsUUID()
  readonly replaces!: string;
}
