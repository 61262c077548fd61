import { Body, Controller, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import type { Decision } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { Creates } from '../../platform/once/creates.ts';
import { DecisionDto, DecisionTransitionDto, UpdateDecisionDto } from './deciding.dto.ts';
import { DecidingService } from './deciding.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class DecidingController {
  constructor(private readonly decisions: DecidingService) {}

  @Post('agenda-items/:id/decisions')
  @Creates()
  @Requires('meeting.write_own', 'meeting.write_any')
  createUnderItem(@Param('id', IdPipe) id: string, @Body() body: DecisionDto): Promise<Decision> {
    return this.decisions.createUnderItem(id, body);
  }

  @Post('groups/:id/decisions')
  @Creates()
  @Requires('meeting.write_own', 'meeting.write_any')
  createBetween(@Param('id', IdPipe) id: string, @Body() body: DecisionDto): Promise<Decision> {
    return this.decisions.createBetween(id, body);
  }

  @Get('decisions/:id')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<Decision> {
    return this.decisions.get(id);
  }

  @Patch('decisions/:id')
  @ApiIfMatch()
  @Requires('meeting.write_own', 'meeting.write_any')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateDecisionDto,
  ): Promise<Decision> {
    return this.decisions.update(id, version, body);
  }

  @Post('decisions/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('action.complete_own', 'action.complete_any', 'meeting.write_own', 'meeting.write_any')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: DecisionTransitionDto,
  ): Promise<Decision> {
    return this.decisions.transition(id, version, body);
  }
}
