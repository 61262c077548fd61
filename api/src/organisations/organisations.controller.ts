import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Commitment, Organisation, OrganisationListItem } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { Creates } from '../platform/once/creates.ts';
import { CommitmentQueryDto } from './commitment-query.dto.ts';
import { OrganisationIdPipe } from './organisation-id.pipe.ts';
import { OrganisationDto, UpdateOrganisationDto } from './organisations.dto.ts';
import { OrganisationsService } from './organisations.service.ts';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Requires('organisation.read')
  list(): Promise<OrganisationListItem[]> {
    return this.organisations.list();
  }

  @Post()
  @Creates()
  @Requires('organisation.edit')
  create(@Body() body: OrganisationDto): Promise<Organisation> {
    return this.organisations.create(body);
  }

  @Get(':id')
  @Requires('organisation.read')
  get(@Param('id', OrganisationIdPipe) id: string): Promise<Organisation> {
    return this.organisations.get(id);
  }

  @Patch(':id')
  @Requires('organisation.edit')
  @ApiIfMatch()
  update(
    @Param('id', OrganisationIdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateOrganisationDto,
  ): Promise<Organisation> {
    return this.organisations.update(id, version, body);
  }

  @Delete(':id')
  @Requires('organisation.edit')
  @ApiIfMatch()
  @HttpCode(204)
  delete(@Param('id', OrganisationIdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.organisations.delete(id, version);
  }

  @Get(':id/commitment')
  @Requires('organisation.read')
  getCommitment(@Param('id', OrganisationIdPipe) id: string, @Query() query: CommitmentQueryDto): Promise<Commitment> {
    return this.organisations.getCommitment(id, query.round);
  }
}
