/**
 * Writes dist/sbom.cdx.json: everything a release runs with, as CycloneDX, read from the lock by npm itself and from nowhere else.
 * Made again only when the lock has changed. Time and serial number are taken from the lock, so that the same lock gives the same
 * bytes.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './freshness.mjs';

const FILE = join(ROOT, 'dist/sbom.cdx.json');
const PROPERTY = 'samhandling:lock';

export function writeSbom() {
  const digest = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(FILE) && readFileSync(FILE, 'utf8').includes(digest)) return;
  const result = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--omit=dev', '--package-lock-only', '--loglevel=error'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
  );
  if (result.status !== 0) {
    // A list that is missing must not stop a county from building; whoever needs it sees why it is not there.
    process.stderr.write(
      `Förteckningen över beroenden (SBOM) kunde inte göras: ${(result.stderr ?? '').split('\n')[0]}\n`,
    );
    return;
  }
  const sbom = JSON.parse(result.stdout);
  const hex = digest.slice(0, 32);
  sbom.serialNumber = `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-')}`;
  delete sbom.metadata.timestamp;
  // npm calls it by the name of the folder.
  sbom.metadata.component.name = 'samhandling';
  sbom.metadata.properties = [...(sbom.metadata.properties ?? []), { name: PROPERTY, value: digest }];
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(sbom, null, 2)}\n`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeSbom();
