import { formatExact } from '@samhandling/domain';
import { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { CommandFailure } from './command-failure.ts';
import type { CountyChecked } from './record-keeper.ts';

interface VerifyOptions {
  readonly anchor?: string;
  readonly writeAnchor?: string;
}

const FORM = 'samhandling-anchor-1';

/** The ends of all chains at one time: kept where whoever runs the database cannot write. */
interface AnchorFile {
  readonly form: typeof FORM;
  readonly madeAt: string;
  readonly counties: readonly { readonly county: string; readonly seq: number; readonly hash: string }[];
}

/** `samhandling verify`: that the record and the frozen reports are as they were written. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('kontrollera att loggens kedja och alla frysta rapporter är som de skrevs')
    .usage('[--anchor <fil>] [--write-anchor <fil>]')
    .option('--anchor <fil>', 'jämför med kedjornas ändar i filen, som en tidigare kontroll skrev')
    .option('--write-anchor <fil>', 'skriv kedjornas ändar till en fil, att spara utanför databasen')
    .action(async (options: VerifyOptions) => {
      await verify(options, process.env, (line) => process.stdout.write(`${line}\n`));
    });
}

/** @throws CommandFailure when something does not hold, and when it cannot be told. */
export async function verify(
  options: VerifyOptions,
  variables: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<void> {
  const anchor = options.anchor === undefined ? null : await readAnchor(options.anchor);
  const { readEnvironment, StartError } = await import('../platform/config/environment.ts');
  const { openDatabase } = await import('./local-database.ts');
  const { verifyCounties } = await import('./record-keeper.ts');
  const counties: CountyChecked[] = [];
  try {
    const environment = readEnvironment({ ...variables, DATABASE_POOL: '2' });
    const database = await openDatabase(environment);
    const written = new Map(anchor?.counties.map(({ county, seq, hash }) => [county, { seq, hash }]));
    try {
      await verifyCounties(environment, database.appUrl, written, (county) => {
        counties.push(county);
        tell(county, say);
      });
    } finally {
      await database.close();
    }
  } catch (fault) {
    if (fault instanceof StartError) throw new CommandFailure(fault.message, { cause: fault });
    throw fault;
  }
  const gone = (anchor?.counties ?? []).filter(({ county }) => !counties.some(({ code }) => code === county));
  for (const { county } of gone) say(`${county}: länet finns i ankarfilen men inte i databasen.`);
  const findings = counties.reduce((sum, { findingCount }) => sum + findingCount, gone.length);
  if (findings > 0) throw new CommandFailure(`Kontrollen hittade ${findings} fel.`);
  if (options.writeAnchor !== undefined) await writeAnchor(options.writeAnchor, counties, say);
  say(anchor ? `Allt stämmer, också med ankaret från ${anchor.madeAt}.` : 'Allt stämmer.');
}

/** Counties where nothing has happened are not worth a line. */
function tell(
  { code, name, events, disposed, reports, files, head, words, findingCount }: CountyChecked,
  say: (line: string) => void,
): void {
  if (events === 0 && reports === 0 && findingCount === 0) return;
  const number = (value: number): string => formatExact(value, 'sv');
  say(
    `${code} ${name}: ${number(events)} rader i loggen, varav ${number(disposed)} gallrade. Frysta rapporter: ${number(reports)}, filer: ${number(files)}.`,
  );
  say(`   Kedjans ände: nr ${head.seq}, ${head.hash === '' ? '–' : head.hash}`);
  for (const line of words) say(`   FEL ${line}`);
  if (findingCount > words.length) say(`   … och ${findingCount - words.length} fel till.`);
}

async function readAnchor(file: string): Promise<AnchorFile> {
  let text: string;
  try {
    text = await readFile(inFolder(file), 'utf8');
  } catch (fault) {
    throw new CommandFailure(`Ankarfilen ”${file}” gick inte att läsa.`, { cause: fault });
  }
  try {
    const read = JSON.parse(text) as Partial<AnchorFile>;
    const isWhole = read.counties?.every(
      ({ county, seq, hash }) => typeof county === 'string' && Number.isInteger(seq) && /^[0-9a-f]{64}$/.test(hash),
    );
    if (read.form === FORM && isWhole) return read as AnchorFile;
  } catch {
    // Told below, as for any file of another form.
  }
  throw new CommandFailure(`”${file}” är ingen ankarfil som verify --write-anchor har skrivit.`);
}

async function writeAnchor(
  file: string,
  counties: readonly CountyChecked[],
  say: (line: string) => void,
): Promise<void> {
  const anchor: AnchorFile = {
    form: FORM,
    madeAt: new Date().toISOString(),
    counties: counties
      .filter(({ head }) => head.seq > 0)
      .map(({ code, head }) => ({ county: code, seq: head.seq, hash: head.hash })),
  };
  try {
    await writeFile(inFolder(file), `${JSON.stringify(anchor, null, 2)}\n`);
  } catch (fault) {
    throw new CommandFailure(`Ankarfilen ”${file}” gick inte att skriva.`, { cause: fault });
  }
  say(`Kedjornas ändar är skrivna till ${file}. Spara filen utanför databasen.`);
}

function inFolder(file: string): string {
  return isAbsolute(file) ? file : resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}
