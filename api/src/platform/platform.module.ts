import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Audit } from './audit/audit.ts';
import { ChangeIdInterceptor } from './audit/change-id.interceptor.ts';
import { Clock } from './clock/clock.ts';

@Global()
@Module({
  providers: [Audit, Clock, { provide: APP_INTERCEPTOR, useClass: ChangeIdInterceptor }],
  exports: [Audit, Clock],
})
export class PlatformModule {}
