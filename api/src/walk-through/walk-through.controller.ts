import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { LiveState, WalkThrough, Writer } from '@samhandling/contracts';
import type { Request, Response } from 'express';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { sendEvents } from './live/event-stream.ts';
import { LiveService } from './live/live.service.ts';
import { CurrentItemDto, WriterDto } from './walk-through.dto.ts';
import { WalkThroughService } from './walk-through.service.ts';

@Controller('meetings/:id')
export class WalkThroughController {
  constructor(
    private readonly walks: WalkThroughService,
    private readonly live: LiveService,
  ) {}

  @Get('walk-through')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<WalkThrough> {
    return this.walks.get(id);
  }

  @Get('live')
  @ApiProduces('text/event-stream')
  @Requires('group.read')
  async follow(@Param('id', IdPipe) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    sendEvents(response, await this.live.follow(id, request));
  }

  @Post('writer')
  @HttpCode(200)
  @Requires('meeting.write_own', 'meeting.write_any')
  setWriter(@Param('id', IdPipe) id: string, @Body() body: WriterDto): Promise<Writer | null> {
    return this.live.setWriter(id, body);
  }

  @Put('current')
  @Requires('meeting.write_own', 'meeting.write_any')
  setCurrent(@Param('id', IdPipe) id: string, @Body() body: CurrentItemDto): Promise<LiveState> {
    return this.live.setCurrent(id, body);
  }
}
