import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { Requires } from '../../platform/http/decorators.ts';
import { download } from '../../platform/files/download.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { LetterService } from './letter.service.ts';

@Controller('meetings/:id/invitation.ics')
export class InvitationController {
  constructor(private readonly letters: LetterService) {}

  @Get()
  @Limited('download')
  @Requires('group.read')
  async get(@Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return download(await this.letters.getFile(id));
  }
}
