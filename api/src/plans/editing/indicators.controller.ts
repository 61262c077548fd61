import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Indicator } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { IdPipe } from '../shared/path-pipes.ts';
import { IndicatorDto } from './editing.dto.ts';
import { EditingService } from './editing.service.ts';
import { IndicatorEditingService } from './indicator-editing.service.ts';
import { UpdateIndicatorDto } from './update-indicator.dto.ts';

@Controller('indicators')
export class IndicatorsController {
  constructor(
    private readonly indicators: IndicatorEditingService,
    private readonly editing: EditingService,
  ) {}

  @Post()
  @Creates()
  @Requires('plan.edit')
  create(@Body() body: IndicatorDto): Promise<Indicator> {
    return this.indicators.create(body);
  }

  @Get(':id')
  @Requires('plan.read')
  get(@Param('id', IdPipe) id: string): Promise<Indicator> {
    return this.indicators.get(id);
  }

  @Patch(':id')
  @Requires('plan.edit')
  @ApiIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateIndicatorDto,
  ): Promise<Indicator> {
    return this.indicators.update(id, version, body);
  }

  @Delete(':id')
  @Requires('plan.edit')
  @ApiIfMatch()
  @HttpCode(204)
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.editing.delete('indicator', id, version);
  }
}
