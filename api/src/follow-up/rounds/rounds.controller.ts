import { Body, Controller, Get, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import type { Round, RoundList, RoundPage } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { IdPipe } from '../shared/id.pipe.ts';
import { VersionTagInterceptor } from '../../platform/http/version-tag.interceptor.ts';
import { RoundTransitionsService } from './round-transitions.service.ts';
import { RoundDto, RoundTransitionDto, UpdateRoundDto } from './rounds.dto.ts';
import { RoundsService } from './rounds.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class RoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly transitions: RoundTransitionsService,
  ) {}

  @Get('plans/:slug/rounds')
  @Requires('round.read')
  async list(@Param('slug') slug: string): Promise<RoundList> {
    return this.rounds.list(slug);
  }

  @Post('plans/:slug/rounds')
  @Creates()
  @Requires('round.manage')
  async create(@Param('slug') slug: string, @Body() body: RoundDto): Promise<Round> {
    return this.rounds.create(slug, body);
  }

  @Get('plans/:slug/rounds/:label')
  @Requires('round.read')
  async get(@Param('slug') slug: string, @Param('label') label: string): Promise<RoundPage> {
    return this.rounds.page(slug, label);
  }

  @Patch('rounds/:id')
  @Requires('round.manage')
  @ApiIfMatch()
  async update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateRoundDto,
  ): Promise<Round> {
    return this.rounds.update(id, version, body);
  }

  @Post('rounds/:id/transitions')
  @Requires('round.manage')
  @HttpCode(200)
  @ApiIfMatch()
  async transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: RoundTransitionDto,
  ): Promise<Round> {
    return this.transitions.transition(id, version, body);
  }
}
