import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { SavedView } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Creates } from '../platform/once/creates.ts';
import { PutDefaultViewDto, SavedViewDto, UpdateSavedViewDto, ViewsQueryDto } from './views.dto.ts';
import { ViewsService } from './views.service.ts';

@Controller('views')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @Requires('plan.read')
  list(@Query() query: ViewsQueryDto): Promise<SavedView[]> {
    return this.views.list(query.page, query.plan);
  }

  @Post()
  @Creates()
  @Requires('plan.read')
  create(@Body() body: SavedViewDto): Promise<SavedView> {
    return this.views.create(body);
  }

  @Put('default')
  @Requires('plan.read')
  putDefault(@Body() body: PutDefaultViewDto): Promise<SavedView[]> {
    return this.views.putDefault(body);
  }

  @Patch(':id')
  @Requires('plan.read')
  @ApiIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateSavedViewDto,
  ): Promise<SavedView> {
    return this.views.update(id, version, body);
  }

  @Delete(':id')
  @Requires('plan.read')
  @ApiIfMatch()
  @HttpCode(204)
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.views.delete(id, version);
  }
}
