import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { YearMark } from '@samhandling/contracts';
import { ApiIfMatch, IfMatch, Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Creates } from '../../platform/once/creates.ts';
import { UpdateYearMarkDto, YearMarkDto } from './marks.dto.ts';
import { MarksService } from './marks.service.ts';

@Controller()
export class MarksController {
  constructor(private readonly marks: MarksService) {}

  @Post('plans/:slug/year-marks')
  @Creates()
  @Requires('calendar.manage')
  create(@Param('slug') slug: string, @Body() body: YearMarkDto): Promise<YearMark> {
    return this.marks.create(slug, body);
  }

  @Patch('year-marks/:id')
  @ApiIfMatch()
  @Requires('calendar.manage')
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateYearMarkDto,
  ): Promise<YearMark> {
    return this.marks.update(id, version, body);
  }

  @Delete('year-marks/:id')
  @HttpCode(204)
  @ApiIfMatch()
  @Requires('calendar.manage')
  delete(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.marks.delete(id, version);
  }
}
