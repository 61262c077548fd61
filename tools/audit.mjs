/**
 * `npm audit --omit=dev`, where the registry answers it. Fails on what is known to be of high or critical severity and is not
 * reasoned below; says so, and does not fail, when nobody answers, since then nothing is known.
 */
import { spawnSync } from 'node:child_process';
import { ROOT } from './freshness.mjs';

/** What has been looked at and does not concern us: the advisory's address, why, and until when that is believed. */
const REASONED = [];

const result = spawnSync('npm', ['audit', '--omit=dev', '--json', '--loglevel=silent'], {
  cwd: ROOT,
  encoding: 'utf8',
  timeout: 60_000,
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const report = parsed(result.stdout);
if (!report?.vulnerabilities) {
  const why = (report?.error?.summary || report?.message || result.stderr || 'inget svar').split('\n')[0];
  process.stdout.write(`npm audit: registret svarar inte på frågan (${why}). Inget är prövat.\n`);
  process.exit(0);
}

const today = new Date().toISOString().slice(0, 10);
const isReasoned = ({ url }) => REASONED.some((one) => one.url === url && one.until >= today);
const found = Object.values(report.vulnerabilities)
  .flatMap(({ via }) => via.filter((each) => typeof each === 'object'))
  .filter(({ severity }) => severity === 'high' || severity === 'critical');
const left = [...new Map(found.filter((each) => !isReasoned(each)).map((each) => [each.url, each])).values()];
for (const { severity, name, title, url } of left) process.stderr.write(`${severity}: ${name}: ${title} ${url}\n`);
process.stdout.write(
  `npm audit: ${found.length} allvarliga fynd, ${left.length} utan skäl i tools/audit.mjs (${report.metadata.dependencies.prod} paket).\n`,
);
process.exit(left.length > 0 ? 1 : 0);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
