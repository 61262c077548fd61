import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../api/dist/platform/database/embedded-postgres.js';
import { prepareDatabase } from '../../api/dist/platform/database/connection.js';
import { hashPassword } from '../../api/dist/sessions/passwords.js';
import { fill, PLANS_PER_COUNTY } from './fill.ts';
import { call, latencies, quantile, readRates, writeRates, type Figures, type Side } from './measure.ts';
import { measurePapers, type PaperFigures } from './papers.ts';
import { startApi, startBare, type Memory } from './processes.ts';
import type { Scene } from './scene.ts';
import { buildScenes, buildStage, PLANNER } from './scenes.ts';
import { measureWorkbook, type WorkbookFigures } from './workbook.ts';

const COUNTIES = [
  '07',
  '01',
  '03',
  '04',
  '05',
  '06',
  '08',
  '09',
  '10',
  '12',
  '13',
  '14',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
  '23',
  '24',
  '25',
];
const SIZES = [
  { name: 'small', title: `1 county × ${PLANS_PER_COUNTY} plans`, counties: COUNTIES.slice(0, 1), older: 0 },
  {
    name: 'large',
    title: `${COUNTIES.length} counties × 23 years: ${PLANS_PER_COUNTY} plans and 4 closed`,
    counties: COUNTIES,
    older: 4,
  },
];
/** A quick look with few samples: `npm run bench -- --quick`. */
const IS_QUICK = process.argv.includes('--quick');
/** Scenes whose name holds this: `-- --only=Event`. */
const ONLY = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length);
/** One of the two databases: `-- --size=small`. */
const SIZE = process.argv.find((each) => each.startsWith('--size='))?.slice('--size='.length);
const ROUNDS = IS_QUICK ? 40 : 200;
/** One stretch of load, in seconds; each side gets two of them. */
const SECONDS = IS_QUICK ? 1 : 2;

interface Row {
  readonly scene: Scene;
  readonly api: Figures;
  readonly bare: Figures;
  readonly queries: number;
}

interface Result {
  readonly rows: readonly Row[];
  readonly workbook: WorkbookFigures;
  readonly papers: PaperFigures;
  readonly coldStartMs: number;
  readonly memory: { readonly atStart: Memory; readonly afterLoad: Memory };
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const progress = (text: string): void => void process.stderr.write(`${text}\n`);

/** Each block uses up its cells, and is put back before the next. */
async function ratesOfWriting(scene: Scene, sides: readonly Side[]): Promise<number[]> {
  const blocks: number[][] = [];
  for (let block = 0; block < (IS_QUICK ? 1 : 4); block += 1) {
    blocks.push(await writeRates(sides, 180));
    await scene.reset?.();
  }
  return sides.map((_, side) => blocks.reduce((sum, rates) => sum + (rates[side] ?? 0), 0) / blocks.length);
}

async function measureScene(scene: Scene, probe: () => Promise<{ queries: number }>): Promise<Row> {
  const sides = [scene.api, scene.bare];
  await scene.check();
  const before = await probe();
  await scene.api.before?.();
  await call(scene.api.next());
  const queries = (await probe()).queries - before.queries;
  const [api = [], bare = []] = await latencies(sides, ROUNDS, scene.isWrite ? 10 : 20);
  await scene.reset?.();
  const rates = scene.isSequential
    ? []
    : scene.isWrite
      ? await ratesOfWriting(scene, sides)
      : await readRates(sides, SECONDS, 2);
  const figures = (times: number[], perSecond: number): Figures => ({
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond,
  });
  return { scene, queries, api: figures(api, rates[0] ?? 0), bare: figures(bare, rates[1] ?? 0) };
}

async function measureSize(ownerUrl: string): Promise<Result> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('SET session_replication_role = replica');
  const api = await startApi(ownerUrl);
  const bare = await startBare(ownerUrl);
  const atStart = (await api.probe()).memory;
  try {
    const rows: Row[] = [];
    const stage = await buildStage(api, bare, owner, COUNTIES[0] ?? '');
    for (const scene of await buildScenes(stage)) {
      if (ONLY && !scene.name.includes(ONLY)) continue;
      progress(`  ${scene.name}`);
      rows.push(await measureScene(scene, api.probe));
    }
    const afterLoad = (await api.probe()).memory;
    progress('  Workbook of 500 values');
    const workbook = await measureWorkbook(stage, IS_QUICK ? 3 : 7);
    progress('  Papers');
    const papers = await measurePapers(stage, IS_QUICK ? 3 : 7);
    return { rows, workbook, papers, coldStartMs: api.coldStartMs, memory: { atStart, afterLoad } };
  } finally {
    await Promise.all([api.stop(), bare.stop(), owner.end()]);
  }
}

const ms = (value: number): string => value.toFixed(2).replace('.', ',');
const times = (value: number): string => `${value.toFixed(2).replace('.', ',')} ×`;
const rate = (value: number): string => (value > 0 ? value.toFixed(0) : '–');

function table({ rows }: Result): string {
  const lines = rows.map(({ scene, api, bare, queries }) => {
    const latency = api.p50 / bare.p50;
    const throughput = bare.perSecond > 0 ? api.perSecond / bare.perSecond : 0;
    return `| ${[scene.name, ms(api.p50), ms(api.p95), rate(api.perSecond), ms(bare.p50), ms(bare.p95), rate(bare.perSecond), `**${times(latency)}**`, throughput > 0 ? `**${times(throughput)}**` : '–', String(queries), scene.target.text, scene.target.isMet(latency, throughput) ? 'yes' : 'no'].join(' | ')} |`;
  });
  return [
    '| what | API p50 ms | p95 | per s | bare p50 ms | p95 | per s | p50 ratio | throughput ratio | statements | target | met |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|---|',
    ...lines,
  ].join('\n');
}

function workbookLine({ workbook: { values, outMs, inMs } }: Result): string {
  const seconds = (value: number): string => (value / 1000).toFixed(2).replace('.', ',');
  return `A workbook of ${values} values: out in ${seconds(outMs)} s, in and saved in ${seconds(inMs)} s (target < 2 s).`;
}

function papersLine({ papers }: Result): string {
  const seconds = (value: number): string => (value / 1000).toFixed(2).replace('.', ',');
  const each = papers.map(({ kind, docxMs, pdfMs }) => `${kind} ${seconds(docxMs)} and ${seconds(pdfMs)}`).join(', ');
  return `Papers as Word and PDF, in seconds (target < 2 each): ${each}.`;
}

function memoryLine({ memory: { atStart, afterLoad } }: Result): string {
  const of = ({ rss, heapTotal, heapUsed, external }: Memory): string => {
    const [all, heap, used, outside] = [rss, heapTotal, heapUsed, external].map((bytes) =>
      (bytes / 1024 / 1024).toFixed(0),
    );
    return `${all} MB (heap ${heap}, of which ${used} in use, outside it ${outside})`;
  };
  return `Memory of the API: ${of(atStart)} at start, ${of(afterLoad)} after the load.`;
}

const begun = performance.now();
const directory = await mkdtemp(join(tmpdir(), 'samhandling-bench-'));
const postgres = await startEmbeddedPostgres(directory);
try {
  const passwordHash = await hashPassword(PLANNER.password);
  const results: Result[] = [];
  say(
    `Node ${process.versions.node}, ${availableParallelism()} cores, ${ROUNDS} calls per figure, ten at a time for throughput.`,
  );
  for (const size of SIZES.filter(({ name }) => SIZE === undefined || name === SIZE)) {
    const url = new URL(postgres.url);
    const maintenance = new pg.Client({ connectionString: postgres.url });
    await maintenance.connect();
    await maintenance.query(`CREATE DATABASE bench_${size.name}`);
    await maintenance.end();
    url.pathname = `/bench_${size.name}`;
    progress(`Fills ${size.title} …`);
    await prepareDatabase(url.toString());
    await fill(url.toString(), size, { email: PLANNER.email, passwordHash });
    const result = await measureSize(url.toString());
    results.push(result);
    say(
      `\n### ${size.title}\n\n${table(result)}\n\n${workbookLine(result)} ${papersLine(result)} Cold start ${result.coldStartMs.toFixed(0)} ms (built, database running). ${memoryLine(result)}`,
    );
  }
  const [small, large] = results;
  if (small && large) {
    const growth = small.rows.map(
      ({ scene, api }, index) => `| ${scene.name} | ${times((large.rows[index]?.api.p50 ?? 0) / api.p50)} |`,
    );
    say(
      `\n### The same county when the database grows (API p50, large against small; target ≤ 1,5 ×)\n\n| what | ratio |\n|---|--:|\n${growth.join('\n')}`,
    );
  }
  say(`\nThe whole took ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
