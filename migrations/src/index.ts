export { migrations } from './list.ts';
export { runMigrations, type MigrationReport } from './runner.ts';
