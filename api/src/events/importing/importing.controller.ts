import { Body, Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { EventFileRows, ImportEventsAnswer } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { Creates } from '../../platform/once/creates.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { MOST_FILE_BYTES } from './event-file.ts';
import { ImportEventsDto } from './importing.dto.ts';
import { ImportingService } from './importing.service.ts';

@Controller('events')
export class ImportingController {
  constructor(private readonly importing: ImportingService) {}

  @Post('import')
  @Creates()
  @Limited('upload')
  @HttpCode(200)
  @Requires('event.register_any', 'event.register_own', 'event.register_municipality')
  import(@Body() body: ImportEventsDto): Promise<ImportEventsAnswer> {
    return this.importing.import(body);
  }

  @Post('read-file')
  @Limited('upload')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Requires('event.register_any', 'event.register_own', 'event.register_municipality')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MOST_FILE_BYTES, files: 1, fields: 5 } }))
  readFile(@UploadedFile() file: Express.Multer.File | undefined): Promise<EventFileRows> {
    return this.importing.readFile(file);
  }
}
