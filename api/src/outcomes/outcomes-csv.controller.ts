import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { download } from '../platform/files/download.ts';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Limited } from '../platform/limits/limited.ts';
import { OutcomesCsvService } from './outcomes-csv.service.ts';

@Controller('rounds/:roundId/outcomes.csv')
export class OutcomesCsvController {
  constructor(private readonly csv: OutcomesCsvService) {}

  @Get()
  @Limited('download')
  @Requires('round.read')
  async get(@Param('roundId', IdPipe) roundId: string): Promise<StreamableFile> {
    return download(await this.csv.get(roundId));
  }
}
