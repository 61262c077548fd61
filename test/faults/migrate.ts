import { runMigrations } from '@samhandling/migrations';

/** A process of its own, so that it can be killed in the middle. */
await runMigrations(process.argv[2] ?? '');
process.exit(0);
