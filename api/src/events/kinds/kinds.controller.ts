import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import type { EventKind } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Creates } from '../../platform/once/creates.ts';
import { EventKindDto, UpdateEventKindDto } from './kinds.dto.ts';
import { KindsService } from './kinds.service.ts';

@Controller('event-kinds')
export class KindsController {
  constructor(private readonly kinds: KindsService) {}

  @Get()
  @Requires('event.read')
  list(): Promise<EventKind[]> {
    return this.kinds.list();
  }

  @Post()
  @Creates()
  @Requires('event.register_any')
  create(@Body() body: EventKindDto): Promise<EventKind> {
    return this.kinds.create(body);
  }

  @Patch(':id')
  @ApiIfMatch()
  @Requires('event.register_any')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateEventKindDto,
  ): Promise<EventKind> {
    return this.kinds.update(id, version, body);
  }
}
