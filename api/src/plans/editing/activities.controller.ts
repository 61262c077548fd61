import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { StructureActivity } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { IdPipe } from '../shared/path-pipes.ts';
import { ActivityEditingService } from './activity-editing.service.ts';
import { ActivityDto, UpdateActivityDto } from './editing.dto.ts';
import { EditingService } from './editing.service.ts';

@Controller('activities')
export class ActivityEditingController {
  constructor(
    private readonly activities: ActivityEditingService,
    private readonly editing: EditingService,
  ) {}

  @Post()
  @Creates()
  @Requires('plan.edit')
  create(@Body() body: ActivityDto): Promise<StructureActivity> {
    return this.activities.create(body);
  }

  @Get(':id')
  @Requires('plan.read')
  get(@Param('id', IdPipe) id: string): Promise<StructureActivity> {
    return this.activities.get(id);
  }

  @Patch(':id')
  @Requires('plan.edit')
  @ApiIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateActivityDto,
  ): Promise<StructureActivity> {
    return this.activities.update(id, version, body);
  }

  @Delete(':id')
  @Requires('plan.edit')
  @ApiIfMatch()
  @HttpCode(204)
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.editing.delete('activity', id, version);
  }
}
