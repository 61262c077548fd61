import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, UseInterceptors } from '@nestjs/common';
import type { Digest } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { VersionTagInterceptor } from '../platform/http/version-tag.interceptor.ts';
import { Limited } from '../platform/limits/limited.ts';
import { Creates } from '../platform/once/creates.ts';
import { DigestTransitionDto, PutDigestTextDto, UpdateDigestDto } from './digests.dto.ts';
import { DigestsService } from './digests.service.ts';
import { SendingService } from './sending.service.ts';

@Controller()
@UseInterceptors(VersionTagInterceptor)
export class DigestsController {
  constructor(
    private readonly digests: DigestsService,
    private readonly sending: SendingService,
  ) {}

  @Get('meetings/:id/digest')
  @Requires('group.read')
  getOfMeeting(@Param('id', IdPipe) meetingId: string): Promise<Digest> {
    return this.digests.getOfMeeting(meetingId);
  }

  @Post('meetings/:id/digest')
  @Creates()
  @Requires('group.manage')
  create(@Param('id', IdPipe) meetingId: string): Promise<Digest> {
    return this.digests.create(meetingId);
  }

  @Get('digests/:id')
  @Requires('group.read')
  get(@Param('id', IdPipe) id: string): Promise<Digest> {
    return this.digests.get(id);
  }

  @Patch('digests/:id')
  @ApiIfMatch()
  @Requires('group.manage')
  update(@Param('id', IdPipe) id: string, @IfMatch() version: number, @Body() body: UpdateDigestDto): Promise<Digest> {
    return this.digests.update(id, version, body);
  }

  @Put('digests/:id/texts/:key')
  @ApiIfMatch()
  @Requires('group.manage')
  putText(
    @Param('id', IdPipe) id: string,
    @Param('key') key: string,
    @IfMatch() version: number,
    @Body() body: PutDigestTextDto,
  ): Promise<Digest> {
    return this.digests.putText(id, key, version, body);
  }

  @Post('digests/:id/letters/:memberId')
  @Creates()
  @Limited('mail')
  @Requires('group.manage')
  sendLetter(@Param('id', IdPipe) id: string, @Param('memberId', IdPipe) memberId: string): Promise<Digest> {
    return this.sending.sendAgain(id, memberId);
  }

  @Post('digests/:id/transitions')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('group.manage')
  transition(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: DigestTransitionDto,
  ): Promise<Digest> {
    return this.sending.send(id, version, body.message ?? '');
  }
}
