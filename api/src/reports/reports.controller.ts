import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces } from '@nestjs/swagger';
import { REPORT_CONTENT_TYPES, REPORT_FORMATS, type ReportFormat } from '@samhandling/contracts';
import type { CountyReport } from '@samhandling/report-model';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Limited } from '../platform/limits/limited.ts';
import { attachment } from './attachment.ts';
import { ReportFormatPipe } from './report-format.pipe.ts';
import { ReportQueryDto } from './reports.dto.ts';
import { ReportsService } from './reports.service.ts';

@Controller('rounds/:id/report')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Requires('report.read')
  get(@Param('id', IdPipe) id: string, @Query() { version }: ReportQueryDto): Promise<CountyReport> {
    return this.reports.getReport(id, version ?? null);
  }

  @Get(':format')
  @Limited('download')
  @Requires('report.read')
  @ApiParam({ name: 'format', enum: REPORT_FORMATS })
  @ApiProduces(...Object.values(REPORT_CONTENT_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getFile(
    @Param('id', IdPipe) id: string,
    @Param('format', ReportFormatPipe) format: ReportFormat,
    @Query() { version }: ReportQueryDto,
  ): Promise<StreamableFile> {
    return attachment(await this.reports.getFile(id, format, version ?? null));
  }
}
