import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { migrations } from '@samhandling/migrations';
import type { Label } from '@samhandling/domain';
import { DataSource } from 'typeorm';

const LIMIT_MS = 2_000;
/** Asked more often than this, the answer is the one just found: the question is open to everybody. */
const KEPT_MS = 1_000;

const STOPPING: Label = { sv: 'Servern håller på att stanna.', en: 'The server is stopping.' };
const NO_DATABASE: Label = { sv: 'Databasen svarar inte.', en: 'The database does not answer.' };
const NOT_MIGRATED: Label = {
  sv: 'Databasen är inte uppdaterad till den här versionen.',
  en: 'The database is not up to date with this version.',
};

/** Whether this process can take requests now, and if not why, in words that reveal nothing of how it is built. */
@Injectable()
export class Readiness {
  private isStopping = false;
  private asking: Promise<Label | null> | undefined;
  private askedAt = -Infinity;
  private readonly whenStopping: (() => void)[] = [];

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** From now on the answer is no, so that nobody is sent here any more. */
  stop(): void {
    this.isStopping = true;
    for (const task of this.whenStopping) task();
  }

  /** For answers that would otherwise never end by themselves. */
  onStop(task: () => void): void {
    this.whenStopping.push(task);
  }

  /** Null when ready. */
  async whyNot(): Promise<Label | null> {
    if (this.isStopping) return STOPPING;
    if (this.asking === undefined || performance.now() - this.askedAt > KEPT_MS + LIMIT_MS) {
      this.askedAt = performance.now();
      this.asking = this.ask().finally(() => setTimeout(() => (this.asking = undefined), KEPT_MS).unref());
    }
    const why = await this.asking;
    return this.isStopping ? STOPPING : why;
  }

  private async ask(): Promise<Label | null> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<Label>((resolve) => {
      timer = setTimeout(() => resolve(NO_DATABASE), LIMIT_MS);
    });
    try {
      return await Promise.race([this.askDatabase(), limit]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** As the application's role, over the pool that requests use. A database that is newer than the process will do. */
  private async askDatabase(): Promise<Label | null> {
    try {
      const rows = await this.source.query<{ name: string }[]>('SELECT name FROM migrations');
      const ran = new Set(rows.map(({ name }) => name));
      return migrations.every((Migration) => ran.has(new Migration().name)) ? null : NOT_MIGRATED;
    } catch (fault) {
      const { code = '' } = (fault as { driverError?: { code?: string } }).driverError ?? {};
      return code === '42P01' || code === '42501' ? NOT_MIGRATED : NO_DATABASE;
    }
  }
}
