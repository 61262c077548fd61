import { Body, Controller, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import type { ActionPoint } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { Creates } from '../../platform/once/creates.ts';
import { ActionPointDto, ActionPointTransitionDto, UpdateActionPointDto } from './doing.dto.ts';
import { DoingService } from './doing.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class DoingController {
  constructor(private readonly points: DoingService) {}

  @Post('agenda-items/:id/action-points')
  @Creates()
  @Requires('meeting.write_own', 'meeting.write_any')
  createUnderItem(@Param('id', IdPipe) id: string, @Body() body: ActionPointDto): Promise<ActionPoint> {
    return this.points.createUnderItem(id, body);
  }

  @Post('groups/:id/action-points')
  @Creates()
  @Requires('meeting.write_own', 'meeting.write_any')
  createBetween(@Param('id', IdPipe) id: string, @Body() body: ActionPointDto): Promise<ActionPoint> {
    return this.points.createBetween(id, body);
  }

  @Get('action-points/:id')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<ActionPoint> {
    return this.points.get(id);
  }

  @Patch('action-points/:id')
  @ApiIfMatch()
  @Requires('meeting.write_own', 'meeting.write_any')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateActionPointDto,
  ): Promise<ActionPoint> {
    return this.points.update(id, version, body);
  }

  @Post('action-points/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('action.complete_own', 'action.complete_any', 'meeting.write_own', 'meeting.write_any')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ActionPointTransitionDto,
  ): Promise<ActionPoint> {
    return this.points.transition(id, version, body);
  }
}
