import { Body, Controller, Get, HttpCode, Param, Patch, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { CompleteImportAnswer, ImportListItem, ImportReview } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../platform/http/decorators.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Creates } from '../platform/once/creates.ts';
import { Limited } from '../platform/limits/limited.ts';
import { CreateImportDto, ImportFileDto, UpdateImportDto } from './imports.dto.ts';
import { ImportsService } from './imports.service.ts';
import { SourceReader } from './source-reader.ts';

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly reader: SourceReader,
  ) {}

  @Get()
  @Requires('plan.import')
  list(): Promise<ImportListItem[]> {
    return this.imports.list();
  }

  @Post()
  @Creates()
  @Limited('upload')
  @Requires('plan.import')
  create(@Body() body: CreateImportDto): Promise<ImportReview> {
    return this.imports.create(body);
  }

  @Post('file')
  @Creates()
  @Limited('upload')
  @Requires('plan.import')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 5 * 1024 * 1024, files: 1, fields: 5 } }))
  async createFromFile(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() body: ImportFileDto,
  ): Promise<ImportReview> {
    const source = await this.reader.read(file);
    return this.imports.create({ ...body, text: source.text }, source.name);
  }

  @Get(':id')
  @Requires('plan.import')
  get(@Param('id', IdPipe) id: string): Promise<ImportReview> {
    return this.imports.get(id);
  }

  @Patch(':id')
  @ApiIfMatch()
  @Requires('plan.import')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateImportDto,
  ): Promise<ImportReview> {
    return this.imports.update(id, version, body);
  }

  @Post(':id/complete')
  @Creates()
  @ApiIfMatch()
  @Requires('plan.import')
  complete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<CompleteImportAnswer> {
    return this.imports.complete(id, version);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @ApiIfMatch()
  @Requires('plan.import')
  discard(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<ImportReview> {
    return this.imports.discard(id, version);
  }
}
