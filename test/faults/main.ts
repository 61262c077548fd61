import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster, loadCounty } from './stage.ts';
import {
  cutConnections,
  fillDisk,
  killApi,
  killBoth,
  killMigration,
  killPostgres,
  seconds,
  twoProcesses,
  type Outcome,
} from './scenarios.ts';

/**
 * `npm run test:faults`: with people writing, things are broken on purpose, and what the people were told is counted
 * against what is stored and recorded. Prints a Markdown table; the exit code is 1 when anything was lost or doubled.
 */
const SCENARIOS: readonly { readonly name: string; readonly run: (cluster: Cluster) => Promise<Outcome> }[] = [
  { name: 'kill -9 of the API', run: killApi },
  { name: 'kill -9 of PostgreSQL', run: killPostgres },
  { name: 'kill -9 of both at once', run: killBoth },
  { name: 'connections cut', run: cutConnections },
  { name: 'two API processes, one killed', run: twoProcesses },
];
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
const isWanted = (name: string): boolean => name.includes(only);

const lines: string[] = [];
const notes: string[] = [];
let faulty = 0;
let clean = 0;

function tell(name: string, { faults, count, links, note }: Outcome): void {
  const { acknowledged, unanswered, storedUntold, internal, lost, doubled, unrecorded, recordedOnly, surprises } =
    count;
  const isClean =
    lost + doubled + unrecorded + recordedOnly + internal + surprises.length === 0 &&
    acknowledged > 0 &&
    links !== null;
  if (isClean) clean += 1;
  else faulty += 1;
  lines.push(
    `| ${name} | ${faults} | ${acknowledged} | ${unanswered} | ${storedUntold} | ${lost} | ${doubled} | ${unrecorded} | ${recordedOnly} | ${internal} | ${links === null ? '**does not hold**' : `${links} hold`} |`,
  );
  notes.push(
    `- ${name}: ${note || 'as told'}.${surprises.length > 0 ? ` Unexpected: ${surprises.slice(0, 5).join('; ')}` : ''}`,
  );
  process.stderr.write(`${name}: ${acknowledged} acknowledged, ${isClean ? 'nothing lost' : 'NOT CLEAN'}\n`);
}

async function onCluster(directory: string, work: (cluster: Cluster) => Promise<void>): Promise<void> {
  await chmod(directory, 0o755);
  const cluster = await Cluster.in(directory);
  try {
    await loadCounty(cluster);
    await work(cluster);
  } finally {
    await cluster.end();
  }
}

const begun = performance.now();
await onCluster(await mkdtemp(join(tmpdir(), 'samhandling-faults-')), async (cluster) => {
  for (const { name, run } of SCENARIOS.filter((each) => isWanted(each.name))) tell(name, await run(cluster));
  const name = 'kill -9 in the middle of migrating';
  if (isWanted(name)) {
    notes.push(`- ${name}: ${await killMigration(cluster)}.`);
    clean += 1;
  }
});

if (isWanted('disk full')) {
  const small = await mkdtemp(join(tmpdir(), 'samhandling-small-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', small]);
  if (mounted.status === 0) {
    try {
      await onCluster(await mkdtemp(join(small, 'data-')), async (cluster) =>
        tell('disk full', await fillDisk(cluster)),
      );
    } finally {
      spawnSync('umount', ['-l', small]);
    }
  } else notes.push('- disk full: not run here, since no file system of a given size could be mounted.');
  await rm(small, { recursive: true, force: true });
}

process.stdout.write(`
| what is broken | times | acknowledged writes | sent again | stored, answer lost | lost | doubled | not in the record | only in the record | 500 | links of the chain |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
${lines.join('\n')}

${notes.join('\n')}

Node ${process.versions.node}; the whole took ${seconds(performance.now() - begun)}.

${clean} passed, ${faulty} failed
`);
process.exit(faulty > 0 || clean === 0 ? 1 : 0);
