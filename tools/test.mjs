import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT, requireNode24 } from './freshness.mjs';

requireNode24();

const RESULTS = join(ROOT, 'test/results');
const only = process.argv.slice(2);

/** Each suite writes a JSON report; what the runner says goes straight to the terminal. */
const SUITES = [
  {
    name: 'node',
    // Some of the tests run the API in processes of its own.
    before: () => build('api'),
    command: ['jest', '--json', `--outputFile=${join(RESULTS, 'node.json')}`, '--silent'],
    env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
    count: jestCount,
  },
  {
    name: 'web',
    command: ['jest', '-c', 'jest.web.config.cjs', '--json', `--outputFile=${join(RESULTS, 'web.json')}`, '--silent'],
    env: {},
    count: jestCount,
  },
  {
    name: 'journeys',
    before: () => {
      build();
      build('gallery');
    },
    command: ['playwright', 'test', '-c', 'test/playwright.config.ts'],
    env: {},
    count: playwrightCount,
  },
];

function jestCount(report) {
  // A file that could not even be loaded has no tests of its own, and counts as one failure.
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}

function playwrightCount(report) {
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + skipped, unsteady: unsteadyIn(report.suites ?? []) };
}

/** The journeys that held only the second time: each hides a race, in the page or in the test. */
function unsteadyIn(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...unsteadyIn(inner),
  ]);
}

function run({ command: [program, ...args], env }) {
  return new Promise((resolve) => {
    const child = spawn(join(ROOT, 'node_modules/.bin', program), args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      shell: process.platform === 'win32',
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
let passed = 0;
let failed = 0;
for (const suite of SUITES) {
  if (only.length > 0 && !only.includes(suite.name)) continue;
  const started = Date.now();
  suite.before?.();
  const code = await run(suite);
  const file = join(RESULTS, `${suite.name}.json`);
  const counted = existsSync(file) ? suite.count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1 };
  // A runner that fails without a failed test (an unhandled error, no tests found) must not pass for green.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  for (const name of counted.unsteady ?? []) process.stdout.write(`\nHeld only the second time: ${name}\n`);
  passed += counted.passed;
  failed += counted.failed;
  process.stdout.write(
    `\n${suite.name}: ${counted.passed} passed, ${counted.failed} failed in ${Math.round((Date.now() - started) / 1000)} s\n\n`,
  );
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
