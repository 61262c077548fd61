import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { IndicatorRule, RuleList } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { SlugPipe } from '../../platform/http/slug.pipe.ts';
import { PutIndicatorRuleDto } from './rules.dto.ts';
import { RulesService } from './rules.service.ts';

@Controller()
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  @Get('plans/:slug/rules')
  @Requires('plan.read')
  listForPlan(@Param('slug', SlugPipe) slug: string): Promise<RuleList> {
    return this.rules.listForPlan(slug);
  }

  @Get('indicators/:id/rule')
  @Requires('plan.read')
  get(@Param('id', IdPipe) id: string): Promise<IndicatorRule> {
    return this.rules.get(id);
  }

  @Put('indicators/:id/rule')
  @ApiIfMatch()
  @Requires('plan.edit')
  put(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PutIndicatorRuleDto,
  ): Promise<IndicatorRule> {
    return this.rules.put(id, version, body);
  }

  @Delete('indicators/:id/rule')
  @ApiIfMatch()
  @Requires('plan.edit')
  @HttpCode(204)
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.rules.delete(id, version);
  }
}
