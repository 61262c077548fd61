import { ApiProperty } from '@nestjs/swagger';
import type { SetAsideRequest } from '@samhandling/contracts';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsUUID } from 'class-validator';

export class SetAsideDto implements SetAsideRequest {
  @ApiProperty({ type: [String], format: 'uuid', description: 'Just these; others about the same go on waiting' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  readonly letterIds!: string[];

  @ApiProperty({ description: 'False takes them up again' })
  @IsBoolean()
  readonly isSetAside!: boolean;
}
