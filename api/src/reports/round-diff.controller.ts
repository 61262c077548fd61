import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { RoundDiff } from '@samhandling/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsCleanText, Requires } from '../platform/http/decorators.ts';
import { RoundDiffService } from './round-diff.service.ts';

export class RoundDiffQuery {
  @ApiProperty({ required: false, description: 'Label of an adopted round; the latest when left out' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(500)
  readonly from?: string;

  @ApiProperty({ required: false, description: 'Label of an adopted round, or "nu" for the plan as it stands' })
  @IsOptional()
  @IsString()
  @IsCleanText()
  @MaxLength(500)
  readonly to?: string;
}

@Controller('plans/:slug/diff')
export class RoundDiffController {
  constructor(private readonly diff: RoundDiffService) {}

  @Get()
  @Requires('report.read')
  get(@Param('slug') slug: string, @Query() { from, to }: RoundDiffQuery): Promise<RoundDiff> {
    return this.diff.get(slug, from ?? null, to ?? null);
  }
}
