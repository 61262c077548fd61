import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenToAll } from '../../platform/http/decorators.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { FeedDoorService } from './feed-door.service.ts';

@Controller('calendar')
export class FeedDoorController {
  constructor(private readonly door: FeedDoorService) {}

  @Get(':token.ics')
  @OpenToAll()
  @Limited('calendar')
  async get(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { text, etag } = await this.door.get(token);
    response.setHeader('ETag', etag);
    // A secret address is nobody else's to keep, and what is called off is to be seen at the next question.
    response.setHeader('Cache-Control', 'private, max-age=0, must-revalidate');
    if (has(request.headers['if-none-match'], etag)) {
      response.status(304).end();
      return;
    }
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Content-Disposition', 'inline; filename="samhandling.ics"');
    response.end(request.method === 'HEAD' ? undefined : text);
  }
}

function has(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}
