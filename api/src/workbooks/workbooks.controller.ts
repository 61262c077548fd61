import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  UploadedFile,
  UseInterceptors,
  type StreamableFile,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { WorkbookAnswer, WorkbookChoices } from '@samhandling/contracts';
import { download } from '../platform/files/download.ts';
import { Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Creates } from '../platform/once/creates.ts';
import { Limited } from '../platform/limits/limited.ts';
import { ReadWorkbookQuery, WorkbookQuery } from './workbooks.dto.ts';
import { WorkbooksService } from './workbooks.service.ts';

@Controller('rounds/:roundId/workbook')
export class WorkbooksController {
  constructor(private readonly workbooks: WorkbooksService) {}

  @Get()
  @Limited('download')
  @Requires('outcome.enter_any', 'outcome.enter_own', 'outcome.enter_municipality')
  async get(@Param('roundId', IdPipe) roundId: string, @Query() query: WorkbookQuery): Promise<StreamableFile> {
    return download(await this.workbooks.get(roundId, query.organisation.toLowerCase()));
  }

  @Get('organisations')
  @Requires('outcome.enter_any', 'outcome.enter_own', 'outcome.enter_municipality')
  getChoices(@Param('roundId', IdPipe) roundId: string): Promise<WorkbookChoices> {
    return this.workbooks.getChoices(roundId);
  }

  @Post()
  @Creates()
  @Limited('upload')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Requires('outcome.enter_any', 'outcome.enter_own', 'outcome.enter_municipality')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 5 * 1024 * 1024, files: 1, fields: 5 } }))
  read(
    @Param('roundId', IdPipe) roundId: string,
    @Query() query: ReadWorkbookQuery,
    @UploadedFile() file: Express.Multer.File | undefined,
  ): Promise<WorkbookAnswer> {
    return this.workbooks.read(roundId, uploaded(file), query.dryRun === 'true');
  }
}

/** Browsers send file names as UTF-8, which multer reads as Latin-1. */
function uploaded(file: Express.Multer.File | undefined): { name: string; bytes: Buffer } | null {
  if (!file) return null;
  return { name: Buffer.from(file.originalname, 'latin1').toString('utf8').slice(0, 200), bytes: file.buffer };
}
