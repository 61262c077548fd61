import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PreparingClient } from './preparing-client.ts';
import { UnitOfWork } from './unit-of-work.ts';

export interface DatabaseSettings {
  readonly appUrl: string;
  readonly pool: number;
}

@Global()
@Module({})
export class DatabaseModule {
  static of(settings: DatabaseSettings): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: settings.appUrl,
          autoLoadEntities: true,
          synchronize: false,
          migrationsRun: false,
          logging: false,
          retryAttempts: 0,
          poolSize: settings.pool,
          applicationName: 'samhandling',
          // numeric stays exact as text in TypeORM; mappers turn it into numbers (≤ 1e12, at most 4 decimals).
          // One plan for all values: our statements read by key, and a plan per value costs more than it saves.
          extra: {
            Client: PreparingClient,
            options: '-c plan_cache_mode=force_generic_plan',
            statement_timeout: 15_000,
            idle_in_transaction_session_timeout: 30_000,
          },
        }),
      ],
      providers: [UnitOfWork],
      exports: [UnitOfWork],
    };
  }
}
