import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces } from '@nestjs/swagger';
import {
  PAPER_CONTENT_TYPES,
  PAPER_FORMATS,
  PAPER_KINDS,
  type PaperFormat,
  type PaperKind,
} from '@samhandling/contracts';
import type { Paper } from '@samhandling/report-model';
import { download } from '../platform/files/download.ts';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Limited } from '../platform/limits/limited.ts';
import { PaperFormatPipe, PaperKindPipe } from './paper.pipes.ts';
import { PapersService } from './papers.service.ts';

@Controller('papers/:kind/:subjectId')
@ApiParam({ name: 'kind', enum: PAPER_KINDS })
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  @Get()
  @Requires('report.read')
  get(@Param('kind', PaperKindPipe) kind: PaperKind, @Param('subjectId', IdPipe) subjectId: string): Promise<Paper> {
    return this.papers.get(kind, subjectId);
  }

  @Get(':format')
  @Limited('download')
  @Requires('report.read')
  @ApiParam({ name: 'format', enum: PAPER_FORMATS })
  @ApiProduces(...Object.values(PAPER_CONTENT_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getFile(
    @Param('kind', PaperKindPipe) kind: PaperKind,
    @Param('subjectId', IdPipe) subjectId: string,
    @Param('format', PaperFormatPipe) format: PaperFormat,
  ): Promise<StreamableFile> {
    return download(await this.papers.getFile(kind, subjectId, format));
  }
}
