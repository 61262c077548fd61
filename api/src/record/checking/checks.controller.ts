import { Controller, HttpCode, Post } from '@nestjs/common';
import type { RecordCheck } from '@samhandling/contracts';
import { Requires } from '../../platform/http/decorators.ts';
import { ChecksService } from './checks.service.ts';

@Controller('record/checks')
export class ChecksController {
  constructor(private readonly checks: ChecksService) {}

  @Post()
  @HttpCode(200)
  @Requires('audit.read')
  run(): Promise<RecordCheck> {
    return this.checks.runNow();
  }
}
