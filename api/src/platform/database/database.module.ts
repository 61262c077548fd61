import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
          extra: { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
        }),
      ],
      providers: [UnitOfWork],
      exports: [UnitOfWork],
    };
  }
}
