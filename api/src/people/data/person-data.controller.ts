import { Controller, Get, Param, type PipeTransform, type StreamableFile } from '@nestjs/common';
import { PERSON_DATA_FORMATS, type PersonData, type PersonDataFormat } from '@samhandling/contracts';
import { download } from '../../platform/files/download.ts';
import { Requires, SignedInOnly } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { notFound } from '../../platform/http/problem-exception.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { PersonDataService } from './person-data.service.ts';

class FormatPipe implements PipeTransform<string, PersonDataFormat> {
  transform(value: string): PersonDataFormat {
    const format = PERSON_DATA_FORMATS.find((known) => known === value);
    if (!format) throw notFound();
    return format;
  }
}

@Controller()
export class PersonDataController {
  constructor(private readonly data: PersonDataService) {}

  @Get('account/data')
  @SignedInOnly()
  getOwn(): Promise<PersonData> {
    return this.data.getOwn();
  }

  @Get('account/data/:format')
  @Limited('download')
  @SignedInOnly()
  async getOwnFile(@Param('format', FormatPipe) format: PersonDataFormat): Promise<StreamableFile> {
    return download(await this.data.getFile(null, format));
  }

  @Get('people/:id/data')
  @Requires('person.manage')
  getOf(@Param('id', IdPipe) id: string): Promise<PersonData> {
    return this.data.getOf(id);
  }

  @Get('people/:id/data/:format')
  @Limited('download')
  @Requires('person.manage')
  async getFileOf(
    @Param('id', IdPipe) id: string,
    @Param('format', FormatPipe) format: PersonDataFormat,
  ): Promise<StreamableFile> {
    return download(await this.data.getFile(id, format));
  }
}
