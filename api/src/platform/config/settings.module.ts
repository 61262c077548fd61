import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ENVIRONMENT } from './environment.token.ts';
import type { Environment } from './environment.ts';

@Global()
@Module({})
export class SettingsModule {
  static of(environment: Environment): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: ENVIRONMENT, useValue: environment }],
      exports: [ENVIRONMENT],
    };
  }
}
