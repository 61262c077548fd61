import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { StructureArea } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { IdPipe } from '../shared/path-pipes.ts';
import { AreaDto, UpdateAreaDto } from './editing.dto.ts';
import { EditingService } from './editing.service.ts';

@Controller('areas')
export class AreasController {
  constructor(private readonly editing: EditingService) {}

  @Post()
  @Creates()
  @Requires('plan.edit')
  create(@Body() body: AreaDto): Promise<StructureArea> {
    return this.editing.createArea(body);
  }

  @Get(':id')
  @Requires('plan.read')
  get(@Param('id', IdPipe) id: string): Promise<StructureArea> {
    return this.editing.getArea(id);
  }

  @Patch(':id')
  @Requires('plan.edit')
  @ApiIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateAreaDto,
  ): Promise<StructureArea> {
    return this.editing.updateArea(id, version, body);
  }

  @Delete(':id')
  @Requires('plan.edit')
  @ApiIfMatch()
  @HttpCode(204)
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.editing.delete('area', id, version);
  }
}
