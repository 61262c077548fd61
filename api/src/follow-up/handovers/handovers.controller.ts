import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Handover, HandoverAnswer, HandoverPreview } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { IdPipe } from '../shared/id.pipe.ts';
import { HandoverDto } from './handovers.dto.ts';
import { HandoversService } from './handovers.service.ts';

@Controller('handovers')
export class HandoversController {
  constructor(private readonly handovers: HandoversService) {}

  @Get()
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  async list(): Promise<Handover[]> {
    return this.handovers.list();
  }

  @Post('preview')
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  @HttpCode(200)
  async preview(@Body() body: HandoverDto): Promise<HandoverPreview> {
    return this.handovers.preview(body);
  }

  @Post()
  @Creates()
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  async create(@Body() body: HandoverDto): Promise<HandoverAnswer> {
    return this.handovers.create(body);
  }

  @Post(':id/undo')
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  @HttpCode(200)
  @ApiIfMatch()
  async undo(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<HandoverAnswer> {
    return this.handovers.undo(id, version);
  }
}
