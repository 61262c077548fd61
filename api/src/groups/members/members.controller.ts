import { Body, Controller, Delete, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import type { GroupMember } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { Creates } from '../../platform/once/creates.ts';
import { GroupMemberDto, UpdateGroupMemberDto } from './members.dto.ts';
import { MembersService } from './members.service.ts';

@Controller()
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Post('groups/:id/members')
  @Creates()
  @Requires('group.manage')
  @UseInterceptors(VersionTagInterceptor)
  add(@Param('id', IdPipe) id: string, @Body() body: GroupMemberDto): Promise<GroupMember> {
    return this.members.add(id, body);
  }

  @Patch('group-members/:id')
  @ApiIfMatch()
  @Requires('group.manage')
  @UseInterceptors(VersionTagInterceptor)
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateGroupMemberDto,
  ): Promise<GroupMember> {
    return this.members.update(id, version, body);
  }

  @Delete('group-members/:id')
  @ApiIfMatch()
  @Requires('group.manage')
  @HttpCode(204)
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.members.delete(id, version);
  }
}
