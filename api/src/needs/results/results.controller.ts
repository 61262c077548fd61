import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Need, NeedsResults } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Creates } from '../../platform/once/creates.ts';
import { CreateNeedDto, NeedTransitionDto, UpdateNeedDto } from './results.dto.ts';
import { NeedsService } from './needs.service.ts';
import { ResultsService } from './results.service.ts';

@Controller()
export class NeedsResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly needs: NeedsService,
  ) {}

  @Get('needs-inventories/:id/results')
  @Requires('needs.read')
  get(@Param('id', IdPipe) id: string): Promise<NeedsResults> {
    return this.results.get(id);
  }

  @Post('needs-inventories/:id/needs')
  @Creates()
  @Requires('needs.manage')
  create(@Param('id', IdPipe) id: string, @Body() body: CreateNeedDto): Promise<Need> {
    return this.needs.create(id, body);
  }

  @Patch('needs/:id')
  @ApiIfMatch()
  @Requires('needs.manage')
  update(@Param('id', IdPipe) id: string, @IfMatch() version: number, @Body() body: UpdateNeedDto): Promise<Need> {
    return this.needs.update(id, version, body);
  }

  @Post('needs/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('needs.manage')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: NeedTransitionDto,
  ): Promise<Need> {
    return this.needs.transition(id, version, body);
  }

  @Delete('needs/:id')
  @HttpCode(204)
  @ApiIfMatch()
  @Requires('needs.manage')
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.needs.delete(id, version);
  }
}
