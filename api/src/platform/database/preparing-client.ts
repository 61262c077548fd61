import { createHash } from 'node:crypto';
import pg from 'pg';

/** Generated statements may come in many shapes; beyond this many texts they are sent unprepared. */
const MOST_TEXTS = 500;
const NAMES = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = NAMES.get(text);
  if (known !== undefined || NAMES.size >= MOST_TEXTS) return known;
  const name = `s_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  NAMES.set(text, name);
  return name;
}

/**
 * A connection that prepares every statement with parameters under a name of its own, so that the database plans it once
 * per connection. Planning our larger pages takes it as long as running them, and TypeORM has no way to name a statement.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Whoever asks is told by the answer, and the pool drops it. But one that breaks in the same breath as it is handed out has
    // nobody listening yet, and that would end the process.
    this.on('error', () => undefined);
  }
}

Object.defineProperty(PreparingClient.prototype, 'query', {
  value(this: pg.Client, text: unknown, values?: unknown, ...rest: unknown[]): unknown {
    const send = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return name === undefined
      ? send.call(this, text, values, ...rest)
      : send.call(this, { name, text, values }, ...rest);
  },
});
