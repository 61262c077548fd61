import { formatDay } from '@samhandling/domain';
import { Command } from 'commander';
import { CommandFailure } from './command-failure.ts';

interface DisposeOptions {
  readonly dryRun?: boolean;
  readonly county?: string;
}

/** `samhandling dispose`: the gallring that also runs by itself every night. */
export function disposeCommand(): Command {
  return new Command('dispose')
    .description('gallra det som har passerat sin frist')
    .usage('[--dry-run] [--county <kod>]')
    .option('--dry-run', 'visa bara vad som skulle gallras')
    .option('--county <kod>', 'bara länet med koden, till exempel 07')
    .action(async (options: DisposeOptions) => {
      await dispose(options, process.env, (line) => process.stdout.write(`${line}\n`));
    });
}

/** @throws CommandFailure with one sentence in Swedish. */
export async function dispose(
  options: DisposeOptions,
  variables: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<void> {
  const { readEnvironment, StartError } = await import('../platform/config/environment.ts');
  const { openDatabase } = await import('./local-database.ts');
  const { disposeCounties } = await import('./record-keeper.ts');
  const isDryRun = options.dryRun === true;
  try {
    const environment = readEnvironment({ ...variables, DATABASE_POOL: '2' });
    const database = await openDatabase(environment);
    try {
      const counties = await disposeCounties(environment, database.appUrl, { county: options.county, isDryRun });
      for (const { code, name, classes } of counties)
        for (const one of classes)
          say(
            `${code} ${name}: ${one.name}, ${one.count} ${isDryRun ? 'skulle gallras' : 'gallrade'}${one.before === null ? '' : `, från före ${formatDay(one.before, 'sv')}`}${one.oldest === null ? '' : ` (äldst ${formatDay(one.oldest, 'sv')})`}.`,
          );
      if (counties.every(({ classes }) => classes.length === 0)) say('Inget har passerat sin frist.');
    } finally {
      await database.close();
    }
  } catch (fault) {
    if (fault instanceof StartError) throw new CommandFailure(fault.message, { cause: fault });
    throw fault;
  }
}
