import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { BulkAnswer } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Creates } from '../../platform/once/creates.ts';
import { BulkDto, toBulkRequest } from './bulk.dto.ts';
import { BulkService } from './bulk.service.ts';

@Controller('rounds/:id/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @Creates()
  @Requires('follow_up.answer_own', 'follow_up.answer_any')
  @HttpCode(200)
  change(@Param('id', IdPipe) id: string, @Body() body: BulkDto): Promise<BulkAnswer> {
    return this.bulk.change(id, toBulkRequest(body));
  }
}
