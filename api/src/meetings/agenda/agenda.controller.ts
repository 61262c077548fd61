import { Body, Controller, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import type { AgendaItem, AgendaProposal, Meeting } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { Creates } from '../../platform/once/creates.ts';
import { AddAgendaItemsDto, AgendaItemTransitionDto, OrderAgendaDto, UpdateAgendaItemDto } from './agenda.dto.ts';
import { AgendaService } from './agenda.service.ts';
import { ItemTransitionsService } from './item-transitions.service.ts';
import { ItemsService } from './items.service.ts';
import { ProposalService } from './proposal.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class AgendaController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly proposal: ProposalService,
    private readonly items: ItemsService,
    private readonly transitions: ItemTransitionsService,
  ) {}

  @Get('meetings/:id/agenda/proposal')
  @Requires('group.read')
  propose(@Param('id', IdPipe) id: string): Promise<AgendaProposal> {
    return this.proposal.get(id);
  }

  @Post('meetings/:id/agenda')
  @Creates()
  @Requires('meeting.write_own', 'meeting.write_any')
  add(@Param('id', IdPipe) id: string, @Body() body: AddAgendaItemsDto): Promise<Meeting> {
    return this.agenda.add(id, body);
  }

  @Post('meetings/:id/agenda/order')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('meeting.write_own', 'meeting.write_any')
  order(@Param('id', IdPipe) id: string, @IfMatch() version: number, @Body() body: OrderAgendaDto): Promise<Meeting> {
    return this.agenda.order(id, version, body);
  }

  @Patch('agenda-items/:id')
  @ApiIfMatch()
  @Requires('meeting.write_own', 'meeting.write_any')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateAgendaItemDto,
  ): Promise<AgendaItem> {
    return this.items.update(id, version, body);
  }

  @Post('agenda-items/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('meeting.write_own', 'meeting.write_any')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AgendaItemTransitionDto,
  ): Promise<AgendaItem> {
    return this.transitions.transition(id, version, body);
  }
}
