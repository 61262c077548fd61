import { Module, type DynamicModule } from '@nestjs/common';
import type { About } from '@samhandling/contracts';
import { AboutController } from './about.controller.ts';
import { ABOUT } from './about.token.ts';

@Module({})
export class AboutModule {
  static of(about: About): DynamicModule {
    return { module: AboutModule, controllers: [AboutController], providers: [{ provide: ABOUT, useValue: about }] };
  }
}
