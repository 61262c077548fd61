import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

export class WorkbookQuery {
  @ApiProperty({ format: 'uuid', description: 'The organisation the workbook is for' })
  @IsUUID()
  readonly organisation!: string;
}

export class ReadWorkbookQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false', description: 'Only say what would change' })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dryRun?: 'true' | 'false';
}
