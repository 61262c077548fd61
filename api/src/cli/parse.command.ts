import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { Command } from 'commander';
import { CommandFailure } from './command-failure.ts';

/** Where the person stands: npm runs scripts from the repository's root but tells where it was called. */
function callerFolder(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

/** `samhandling parse FILE`: the proposal as one JSON object on standard output, without a database. */
export function parseCommand(): Command {
  return new Command('parse')
    .description('läs en publicerad handlingsplan (.txt, .html, .docx) och skriv förslaget som JSON')
    .usage('<fil>')
    .argument('<fil>', 'filen med planen')
    .action(async (file: string) => {
      process.stdout.write(`${JSON.stringify(await parseFile(file))}\n`);
    });
}

/** @throws CommandFailure with one sentence in Swedish. */
export async function parseFile(file: string): Promise<unknown> {
  const { parsePlan, PlanTextError } = await import('@samhandling/plan-text');
  const { readSource } = await import('../imports/reading/read-source.ts');
  const { SourceError } = await import('../imports/reading/source-error.ts');
  const bytes = await readBytes(isAbsolute(file) ? file : resolve(callerFolder(), file), file);
  try {
    const { text } = await readSource(bytes, file);
    return parsePlan(text);
  } catch (error) {
    if (error instanceof SourceError || error instanceof PlanTextError) throw new CommandFailure(error.label.sv);
    throw error;
  }
}

async function readBytes(path: string, shown: string): Promise<Buffer> {
  const { MAX_FILE_BYTES, SOURCE_ERRORS } = await import('../imports/reading/source-error.ts');
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) throw new CommandFailure(SOURCE_ERRORS.too_large.sv);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new CommandFailure(`Filen ”${shown}” finns inte. Kontrollera sökvägen.`);
    if (code === 'EISDIR') throw new CommandFailure(`”${shown}” är en mapp. Ange en fil.`);
    if (code === 'EACCES' || code === 'EPERM')
      throw new CommandFailure(`Filen ”${shown}” får inte läsas. Kontrollera behörigheten.`);
    throw new CommandFailure(`Filen ”${shown}” gick inte att läsa.`);
  }
}
