import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Jobs } from './jobs.ts';
import { JOBS_URL } from './jobs.token.ts';

@Global()
@Module({})
export class JobsModule {
  static of(appUrl: string): DynamicModule {
    return { module: JobsModule, providers: [{ provide: JOBS_URL, useValue: appUrl }, Jobs], exports: [Jobs] };
  }
}
