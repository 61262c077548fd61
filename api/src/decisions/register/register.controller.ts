import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import type { ActivityMeetings, Register, Undertakings } from '@samhandling/contracts';
import { download } from '../../platform/files/download.ts';
import { Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Limited } from '../../platform/limits/limited.ts';
import { RegisterFilterDto } from './register-filter.dto.ts';
import { RegisterService } from './register.service.ts';
import { UndertakingsService } from './undertakings.service.ts';

@Controller()
export class RegisterController {
  constructor(
    private readonly register: RegisterService,
    private readonly undertakings: UndertakingsService,
  ) {}

  @Get('decisions')
  @Requires('group.read')
  list(@Query() filter: RegisterFilterDto): Promise<Register> {
    return this.register.list(filter);
  }

  @Get('decisions.csv')
  @Limited('download')
  @Requires('group.read')
  async getCsv(@Query() filter: RegisterFilterDto): Promise<StreamableFile> {
    return download(await this.register.getCsv(filter));
  }

  @Get('activities/:id/meetings')
  @Requires('group.read')
  getOfActivity(@Param('id', IdPipe) id: string): Promise<ActivityMeetings> {
    return this.undertakings.getOfActivity(id);
  }

  @Get('organisations/:id/undertakings')
  @Requires('group.read')
  getOfOrganisation(@Param('id', IdPipe) id: string): Promise<Undertakings> {
    return this.undertakings.getOfOrganisation(id);
  }

  @Get('undertakings')
  @Requires('group.read')
  getMine(): Promise<Undertakings> {
    return this.undertakings.getMine();
  }
}
