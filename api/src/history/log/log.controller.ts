import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import type { RecordLog } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { LogExportService } from './log-export.service.ts';
import { RecordFilterDto, RecordQuery } from './log.dto.ts';
import { LogService } from './log.service.ts';

@Controller()
export class LogController {
  constructor(
    private readonly log: LogService,
    private readonly files: LogExportService,
  ) {}

  @Get('record')
  @Requires('audit.read')
  get(@Query() { page, ...filter }: RecordQuery): Promise<RecordLog> {
    return this.log.get(filter, page ?? 1);
  }

  @Get('record.csv')
  @Requires('audit.read')
  getCsv(@Query() filter: RecordFilterDto): StreamableFile {
    return this.files.csv(filter);
  }

  @Get('record.json')
  @Requires('audit.read')
  getJson(@Query() filter: RecordFilterDto): StreamableFile {
    return this.files.json(filter);
  }
}
