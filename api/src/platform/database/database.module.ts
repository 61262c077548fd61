import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { PreparingClient } from './preparing-client.ts';
import { Replica } from './replica.ts';
import { ReplicaReader } from './replica-reader.ts';
import { REPLICA_POOL } from './replica.token.ts';
import { Statistics } from './statistics.ts';
import { UnitOfWork } from './unit-of-work.ts';

export interface DatabaseSettings {
  readonly appUrl: string;
  readonly pool: number;
  /** Null: everything is read where it is written. */
  readonly replicaUrl: string | null;
  /** False behind a pooler that gives the connection to somebody else after each transaction. */
  readonly prepares: boolean;
}

const LIMITS = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 };

@Global()
@Module({})
export class DatabaseModule {
  static of(settings: DatabaseSettings): DynamicModule {
    // One plan for all values: our statements read by key, and a plan per value costs more than it saves. A pooler of
    // transactions knows nothing of either, nor of settings made when connecting: there, the role has them.
    const extra = settings.prepares
      ? { Client: PreparingClient, options: '-c plan_cache_mode=force_generic_plan', ...LIMITS }
      : {};
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
          extra,
        }),
      ],
      providers: [
        UnitOfWork,
        Replica,
        ReplicaReader,
        Statistics,
        {
          provide: REPLICA_POOL,
          useFactory: () =>
            settings.replicaUrl === null
              ? null
              : new pg.Pool({
                  connectionString: settings.replicaUrl,
                  max: settings.pool,
                  application_name: 'samhandling',
                  connectionTimeoutMillis: 1_500,
                  // A standby that has gone silent is given up; the primary is asked instead.
                  query_timeout: 5_000,
                  keepAlive: true,
                  ...extra,
                }),
        },
      ],
      exports: [UnitOfWork, Replica, Statistics],
    };
  }
}
