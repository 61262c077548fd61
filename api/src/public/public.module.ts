import { Module, type DynamicModule } from '@nestjs/common';
import { PublishedDatabase } from '../platform/database/published-database.ts';
import { PublicController } from './public.controller.ts';
import { PublicService } from './public.service.ts';

@Module({})
export class PublicModule {
  static of(publicUrl: string | undefined): DynamicModule {
    return {
      module: PublicModule,
      controllers: [PublicController],
      providers: [{ provide: PublishedDatabase, useFactory: () => new PublishedDatabase(publicUrl) }, PublicService],
    };
  }
}
