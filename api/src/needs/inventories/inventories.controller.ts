import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import type { NeedsInventory, NeedsInventoryList } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { SlugPipe } from '../../platform/http/slug.pipe.ts';
import { Creates } from '../../platform/once/creates.ts';
import {
  CreateNeedsInventoryDto,
  NeedsTransitionDto,
  PutNeedsQuestionsDto,
  UpdateNeedsInventoryDto,
} from './inventories.dto.ts';
import { InventoriesService } from './inventories.service.ts';

@Controller()
export class InventoriesController {
  constructor(private readonly inventories: InventoriesService) {}

  @Get('plans/:slug/needs-inventories')
  @Requires('needs.read')
  list(@Param('slug', SlugPipe) slug: string): Promise<NeedsInventoryList> {
    return this.inventories.list(slug);
  }

  @Post('plans/:slug/needs-inventories')
  @Creates()
  @Requires('needs.manage')
  create(@Param('slug', SlugPipe) slug: string, @Body() body: CreateNeedsInventoryDto): Promise<NeedsInventory> {
    return this.inventories.create(slug, body);
  }

  @Get('needs-inventories/:id')
  @Requires('needs.read')
  get(@Param('id', IdPipe) id: string): Promise<NeedsInventory> {
    return this.inventories.get(id);
  }

  @Patch('needs-inventories/:id')
  @ApiIfMatch()
  @Requires('needs.manage')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateNeedsInventoryDto,
  ): Promise<NeedsInventory> {
    return this.inventories.update(id, version, body);
  }

  @Put('needs-inventories/:id/questions')
  @ApiIfMatch()
  @Requires('needs.manage')
  putQuestions(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PutNeedsQuestionsDto,
  ): Promise<NeedsInventory> {
    return this.inventories.putQuestions(id, version, body.questions);
  }

  @Post('needs-inventories/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('needs.manage')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: NeedsTransitionDto,
  ): Promise<NeedsInventory> {
    return this.inventories.transition(id, version, body.transition);
  }

  @Delete('needs-inventories/:id')
  @HttpCode(204)
  @ApiIfMatch()
  @Requires('needs.manage')
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.inventories.delete(id, version);
  }
}
