import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { AssignReportersAnswer, Reporter, ReporterList } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { IdPipe } from '../shared/id.pipe.ts';
import { AssignReportersDto, CreateReporterDto, ReporterListQueryDto } from './reporters.dto.ts';
import { ReportersService } from './reporters.service.ts';

@Controller()
export class ReportersController {
  constructor(private readonly reporters: ReportersService) {}

  @Get('rounds/:id/reporters')
  @Requires('follow_up.read')
  async list(@Param('id', IdPipe) id: string, @Query() query: ReporterListQueryDto): Promise<ReporterList> {
    return this.reporters.list(id, query.rotate === 'true');
  }

  @Post('rounds/:id/reporters')
  @Creates()
  @Requires('follow_up.answer_any')
  @HttpCode(200)
  async assign(@Param('id', IdPipe) id: string, @Body() body: AssignReportersDto): Promise<AssignReportersAnswer> {
    return this.reporters.assign(id, body);
  }

  @Get('reporters')
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  async listPeople(): Promise<Reporter[]> {
    return this.reporters.listPeople();
  }

  @Post('reporters')
  @Creates()
  @Requires('link.manage')
  async create(@Body() body: CreateReporterDto): Promise<Reporter> {
    return this.reporters.create(body);
  }
}
