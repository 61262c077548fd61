import { REPORT_FORMATS } from '@samhandling/contracts';
import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { CommandFailure } from './command-failure.ts';

interface ReportOptions {
  readonly round: string;
  readonly plan?: string;
  readonly county?: string;
  /** As given; a frozen version. */
  readonly version?: string;
  readonly format: string;
  readonly out: string;
}

/** `samhandling report`: the county report of a round as a file, the same file as the web hands out. */
export function reportCommand(): Command {
  return new Command('report')
    .description('skriv länsrapporten för en uppföljningsomgång till en fil')
    .usage('--round <omgång> --format docx|pdf|xlsx|json --out <fil>')
    .requiredOption('--round <omgång>', 'omgångens namn, till exempel 2025, eller dess id')
    .option('--plan <adress>', 'planens adress, om flera planer har en omgång med samma namn')
    .option('--county <kod>', 'länets kod, om flera län har planer')
    .option(
      '--version <nummer>',
      'en fastställd version; annars den senaste, eller utkastet om omgången inte är fastställd',
    )
    .requiredOption('--format <format>', `filens format: ${REPORT_FORMATS.join(', ')}`)
    .requiredOption('--out <fil>', 'filen som skrivs')
    .action(async (options: ReportOptions) => {
      await writeReport(options, process.env);
    });
}

/** @throws CommandFailure with one sentence in Swedish. */
export async function writeReport(
  options: ReportOptions,
  variables: Record<string, string | undefined>,
): Promise<void> {
  const version = options.version === undefined ? null : Number(options.version);
  if (version !== null && !(Number.isInteger(version) && version > 0))
    throw new CommandFailure('Versionen ska vara ett heltal från 1.');
  const format = REPORT_FORMATS.find((known) => known === options.format);
  if (!format) throw new CommandFailure(`Formatet ”${options.format}” finns inte. Välj docx, pdf, xlsx eller json.`);
  const { readEnvironment, StartError } = await import('../platform/config/environment.ts');
  const { openDatabase } = await import('./local-database.ts');
  const { makeReport } = await import('./report-maker.ts');
  try {
    const environment = readEnvironment({ ...variables, DATABASE_POOL: '2' });
    const database = await openDatabase(environment);
    try {
      await save(options.out, await makeReport(environment, database.appUrl, { ...options, format, version }));
    } finally {
      await database.close();
    }
  } catch (fault) {
    if (fault instanceof StartError) throw new CommandFailure(fault.message, { cause: fault });
    throw fault;
  }
}

async function save(out: string, bytes: Buffer): Promise<void> {
  const path = isAbsolute(out) ? out : resolve(process.env['INIT_CWD'] ?? process.cwd(), out);
  try {
    await writeFile(path, bytes);
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new CommandFailure(`Mappen för ”${out}” finns inte. Skapa den först.`, { cause: fault });
    if (code === 'EISDIR') throw new CommandFailure(`”${out}” är en mapp. Ange en fil.`, { cause: fault });
    throw new CommandFailure(`Filen ”${out}” gick inte att skriva.`, { cause: fault });
  }
}
