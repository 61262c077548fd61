import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import type { FollowUpResponses } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../shared/id.pipe.ts';
import { PutResponseDto } from './responses.dto.ts';
import { ResponsesService } from './responses.service.ts';

/** What the other responsible organisations say about an answer. Both answer all that is said, as the page shows it. */
@Controller('follow-ups/:id/responses/:organisationId')
export class ResponsesController {
  constructor(private readonly responses: ResponsesService) {}

  @Put()
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  @ApiIfMatch()
  async put(
    @Param('id', IdPipe) id: string,
    @Param('organisationId', IdPipe) organisationId: string,
    @IfMatch() version: number,
    @Body() body: PutResponseDto,
  ): Promise<FollowUpResponses> {
    return this.responses.put(id, organisationId, version, body);
  }

  @Delete()
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  @ApiIfMatch()
  async delete(
    @Param('id', IdPipe) id: string,
    @Param('organisationId', IdPipe) organisationId: string,
    @IfMatch() version: number,
  ): Promise<FollowUpResponses> {
    return this.responses.delete(id, organisationId, version);
  }
}
