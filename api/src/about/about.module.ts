import { Module, type DynamicModule } from '@nestjs/common';
import { AboutController } from './about.controller.ts';
import { ABOUT, type AboutSource } from './about.token.ts';

@Module({})
export class AboutModule {
  static of(about: AboutSource): DynamicModule {
    return { module: AboutModule, controllers: [AboutController], providers: [{ provide: ABOUT, useValue: about }] };
  }
}
