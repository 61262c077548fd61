import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import pg from 'pg';
import { CommandFailure } from './command-failure.ts';

interface BackupOptions {
  readonly county?: string;
}

/** `samhandling backup`: everything in one file, while people go on working. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('skriv en säkerhetskopia av hela installationen, eller av ett län, till en fil')
    .usage('<fil> [--county <kod>]')
    .argument('<fil>', 'filen som skrivs; den får inte finnas')
    .option('--county <kod>', 'bara ett län, till exempel 07')
    .action(async (file: string, options: BackupOptions) => {
      process.stdout.write(await backUp(file, options, process.env));
    });
}

/**
 * Answers what to tell the person at the prompt.
 *
 * @throws CommandFailure with one sentence in Swedish.
 */
export async function backUp(
  file: string,
  { county }: BackupOptions,
  variables: Record<string, string | undefined>,
): Promise<string> {
  const path = givenPath(file);
  if (existsSync(path)) throw new CommandFailure(`${path} finns redan. Välj ett annat namn.`);
  const { readEnvironment, StartError } = await import('../platform/config/environment.ts');
  const { openDatabase } = await import('./local-database.ts');
  const { makeBackup } = await import('../backup/make-backup.ts');
  const { VERSION } = await import('../version.ts');
  try {
    const database = await openDatabase(readEnvironment(variables));
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    try {
      await owner.connect();
      if (county !== undefined && (await owner.query('SELECT 1 FROM county WHERE code = $1', [county])).rowCount === 0)
        throw new CommandFailure(`Det finns inget län med koden ”${county}”.`);
      const { rows, sha256 } = await makeBackup(owner, {
        file: path,
        countyCode: county ?? null,
        version: VERSION,
        at: new Date(),
      });
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      const { size } = await stat(path);
      return `Säkerhetskopian är skriven till ${path}.\n${total} rader i ${Object.keys(rows).length} tabeller, ${megabytes(size)}. Kontrollsumma ${sha256}\nFilen innehåller personuppgifter${county === undefined ? ' och det som folk loggar in med' : ''}: förvara den därefter.\n`;
    } finally {
      await owner.end();
      await database.close();
    }
  } catch (fault) {
    if (fault instanceof StartError) throw new CommandFailure(fault.message, { cause: fault });
    const code = (fault as NodeJS.ErrnoException).code ?? '';
    if (/^(?:ENOENT|EACCES|EROFS|ENOSPC|ENOTDIR)$/.test(code))
      throw new CommandFailure(`Det gick inte att skriva ${path} (${code}).`, { cause: fault });
    if (code === 'EEXIST')
      throw new CommandFailure(
        `${path}.part finns redan, kanske från en kopia som avbröts. Ta bort den och försök igen.`,
        {
          cause: fault,
        },
      );
    throw fault;
  }
}

/** As the person at the prompt means it, wherever npm runs the command. */
export function givenPath(file: string): string {
  return isAbsolute(file) ? file : resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
