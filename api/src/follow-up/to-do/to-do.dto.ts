import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ToDoScope } from '@samhandling/contracts';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCleanText } from '../../platform/http/decorators.ts';

const SCOPES: readonly ToDoScope[] = ['me', 'organisation', 'plan'];

export class ToDoQuery {
  @ApiPropertyOptional({ enum: SCOPES, description: 'Without it what waits for the person asking' })
  @IsOptional()
  @IsIn(SCOPES)
  readonly scope?: ToDoScope;

  @ApiPropertyOptional({ description: 'Slug of one plan; only with scope plan. Without it all plans' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(200)
  readonly plan?: string;
}
