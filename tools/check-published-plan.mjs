/**
 * Reads the published plan of Kronoberg where it lies, outside the repository, and checks what the import makes of it.
 * The text is not ours to copy: where it is missing this says so in one line and succeeds.
 * PUBLISHED_PLAN names another place.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = resolve(root, process.env.PUBLISHED_PLAN ?? '../shared/seeds/003-kronoberg-handlingsplan.txt');
if (!existsSync(file)) {
  console.log(`Published plan not checked: there is no ${file}.`);
  process.exit(0);
}

const shell = spawnSync(process.execPath, [join(root, 'tools', 'samhandling.mjs'), 'parse', file], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (shell.status !== 0) {
  console.error(`The published plan could not be read: ${shell.stderr.trim()}`);
  process.exit(1);
}
const plan = JSON.parse(shell.stdout);
const areas = plan.goals.flatMap((goal) => goal.areas);
const activities = areas.flatMap((area) => area.activities);
const tips = plan.goals.flatMap((goal) => goal.tips);
const { lines } = plan;

const { parsePlan } = await import(pathToFileURL(join(root, 'libs', 'plan-text', 'dist', 'index.js')).href);
const text = readFileSync(file, 'utf8');
const began = performance.now();
const again = parsePlan(text);
const milliseconds = performance.now() - began;

const checks = [
  ['goals', plan.goals.length, 6],
  ['areas', areas.length, 12],
  ['activities', activities.length, 58],
  ['follow-up sentences', activities.flatMap((activity) => activity.indicators).length, 98],
  ['tips, duplicates included', tips.length, 43],
  ['duplicate tips', tips.length - plan.goals.reduce((sum, goal) => sum + new Set(goal.tips).size, 0), 1],
  ['code of the sixth goal', plan.goals[5]?.code, 'F'],
  ['purposes', plan.purposes.length, 3],
  ['overarching goals', plan.overarchingGoals.length, 4],
  ['specific goals', plan.specificGoals.length, 4],
  ['activities without a responsible', activities.filter((activity) => activity.responsible.length === 0).length, 0],
  ['open-ended lists of actors', activities.filter((activity) => activity.openEnded).length, 1],
  ['lines lost', lines.lost, 0],
  ['lines accounted for', lines.used + lines.ignored + lines.flagged, lines.total],
  ['same in the shell and in the library', JSON.stringify(again) === JSON.stringify(plan), true],
];
const failed = checks.filter(([, found, expected]) => found !== expected);
for (const [what, found, expected] of failed)
  console.error(`Published plan: ${what} should be ${expected} but is ${found}.`);
if (failed.length > 0) process.exit(1);
console.log(
  `Published plan: ${plan.goals.length} goals, ${areas.length} areas, ${activities.length} activities, ${tips.length} tips, ` +
    `${plan.flags.length} flags, ${lines.total} lines, 0 lost, ${Math.round(milliseconds)} ms.`,
);
