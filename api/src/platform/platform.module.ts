import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Audit } from './audit/audit.ts';
import { Clock } from './clock/clock.ts';

@Global()
@Module({})
export class PlatformModule {
  static of(clock: Clock = new Clock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [Audit, { provide: Clock, useValue: clock }],
      exports: [Audit, Clock],
    };
  }
}
