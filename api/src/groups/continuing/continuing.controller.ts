import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import type { Group } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { Creates } from '../../platform/once/creates.ts';
import { ContinueGroupDto } from './continuing.dto.ts';
import { ContinuingService } from './continuing.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class ContinuingController {
  constructor(private readonly groups: ContinuingService) {}

  @Post('groups/:id/continuations')
  @Creates()
  @Requires('group.manage')
  create(@Param('id', IdPipe) id: string, @Body() body: ContinueGroupDto): Promise<Group> {
    return this.groups.continue(id, body);
  }
}
