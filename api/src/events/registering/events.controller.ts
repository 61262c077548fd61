import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { EventAnswer, LoggedEvent } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Creates } from '../../platform/once/creates.ts';
import { CreateEventDto, UpdateEventDto } from './events.dto.ts';
import { RegisteringService } from './registering.service.ts';

@Controller('events')
export class EventsController {
  constructor(private readonly events: RegisteringService) {}

  @Post()
  @Creates()
  @Requires('event.register_any', 'event.register_own', 'event.register_municipality')
  create(@Body() body: CreateEventDto): Promise<EventAnswer> {
    return this.events.create(body);
  }

  @Get(':id')
  @Requires('event.read')
  get(@Param('id', IdPipe) id: string): Promise<LoggedEvent> {
    return this.events.get(id);
  }

  @Patch(':id')
  @ApiIfMatch()
  @Requires('event.register_any', 'event.register_own', 'event.register_municipality')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateEventDto,
  ): Promise<EventAnswer> {
    return this.events.update(id, version, body);
  }

  @Delete(':id')
  @ApiIfMatch()
  @Requires('event.register_any', 'event.register_own', 'event.register_municipality')
  @HttpCode(204)
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.events.delete(id, version);
  }
}
