import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LimitsGuard } from './limits.guard.ts';
import { LimitsRepository } from './limits.repository.ts';
import { LimitsService } from './limits.service.ts';

/** Imported after the sessions, so that its guard runs after theirs. */
@Global()
@Module({
  providers: [LimitsService, LimitsRepository, { provide: APP_GUARD, useClass: LimitsGuard }],
  exports: [LimitsService],
})
export class LimitsModule {}
