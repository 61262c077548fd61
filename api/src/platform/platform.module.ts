import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Audit } from './audit/audit.ts';
import { ChangeIdInterceptor } from './audit/change-id.interceptor.ts';
import { Clock } from './clock/clock.ts';
import { Readiness } from './health/readiness.ts';
import { RequestsUnderWay } from './health/requests-under-way.ts';

@Global()
@Module({})
export class PlatformModule {
  static of(clock: Clock = new Clock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        Audit,
        Readiness,
        RequestsUnderWay,
        { provide: Clock, useValue: clock },
        { provide: APP_INTERCEPTOR, useClass: ChangeIdInterceptor },
      ],
      exports: [Audit, Clock, Readiness, RequestsUnderWay],
    };
  }
}
