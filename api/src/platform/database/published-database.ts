import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { PreparingClient } from './preparing-client.ts';

/** Few: what the public reads is small, kept, and never to crowd out those who work. */
const CONNECTIONS = 3;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a public page asks its questions through. */
export type Ask = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/**
 * The database as the public sees it: a role of its own that has been given the views in the schema `published` and
 * nothing else. Connected when somebody first reads, so that a process nobody reads in public opens nothing.
 */
@Injectable()
export class PublishedDatabase implements OnModuleDestroy {
  private opened: Promise<DataSource> | null = null;

  constructor(private readonly url: string | undefined) {}

  /** Reads in one snapshot, held to the county; null where no county is known yet. */
  async read<Result>(countyId: string | null, body: (ask: Ask) => Promise<Result>): Promise<Result> {
    if (countyId !== null && !UUID.test(countyId)) throw new Error('Not a uuid.');
    const runner = (await this.open()).createQueryRunner();
    try {
      await runner.query(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT set_config('samhandling.county', '${countyId ?? ''}', true)`,
      );
      Object.assign(runner, { isTransactionActive: true });
      const result = await body((sql, values) => runner.query(sql, values));
      await runner.query('COMMIT');
      return result;
    } catch (fault) {
      await this.undo(runner);
      throw fault;
    } finally {
      await runner.release();
    }
  }

  async onModuleDestroy(): Promise<void> {
    const source = await this.opened?.catch(() => null);
    await source?.destroy();
  }

  /** A connection that failed is tried anew by the next reader. */
  private open(): Promise<DataSource> {
    this.opened ??= this.connect().catch((fault: unknown) => {
      this.opened = null;
      throw fault;
    });
    return this.opened;
  }

  private connect(): Promise<DataSource> {
    if (this.url === undefined) throw new Error('This process does not read in public.');
    return new DataSource({
      type: 'postgres',
      url: this.url,
      entities: [],
      synchronize: false,
      logging: false,
      poolSize: CONNECTIONS,
      applicationName: 'samhandling public',
      extra: {
        Client: PreparingClient,
        // Said here too: the role's own settings may be another's to keep.
        options: '-c default_transaction_read_only=on',
        statement_timeout: 5_000,
        idle_in_transaction_session_timeout: 10_000,
      },
    }).initialize();
  }

  private async undo(runner: QueryRunner): Promise<void> {
    try {
      await runner.query('ROLLBACK');
    } catch {
      // The connection is gone, and the transaction with it. The first fault is the one worth telling.
    }
  }
}
