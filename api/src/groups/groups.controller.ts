import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import type { Group, GroupChoices, GroupList } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { SlugPipe } from '../platform/http/slug.pipe.ts';
import { VersionTagInterceptor } from '../platform/http/version-tag.interceptor.ts';
import { Creates } from '../platform/once/creates.ts';
import { ClosingService } from './closing.service.ts';
import { GroupChoicesQueryDto, GroupDto, GroupTransitionDto, UpdateGroupDto } from './groups.dto.ts';
import { GroupsService } from './groups.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly closing: ClosingService,
  ) {}

  @Get('plans/:slug/groups')
  @Requires('group.read')
  list(@Param('slug', SlugPipe) slug: string): Promise<GroupList> {
    return this.groups.list(slug);
  }

  @Post('plans/:slug/groups')
  @Creates()
  @Requires('group.manage')
  create(@Param('slug', SlugPipe) slug: string, @Body() body: GroupDto): Promise<Group> {
    return this.groups.create(slug, body);
  }

  // Stands before the single group: "choices" is no id.
  @Get('groups/choices')
  @Requires('group.read')
  getChoices(@Query() { plan }: GroupChoicesQueryDto): Promise<GroupChoices> {
    return this.groups.getChoices(plan);
  }

  @Get('groups/:id')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<Group> {
    return this.groups.get(id);
  }

  @Patch('groups/:id')
  @ApiIfMatch()
  @Requires('group.manage')
  update(@Param('id', IdPipe) id: string, @IfMatch() version: number, @Body() body: UpdateGroupDto): Promise<Group> {
    return this.groups.update(id, version, body);
  }

  @Post('groups/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('group.manage')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: GroupTransitionDto,
  ): Promise<Group> {
    return this.closing.transition(id, version, body);
  }
}
