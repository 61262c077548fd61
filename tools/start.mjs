import { readFileSync } from 'node:fs';
import { build } from './build.mjs';

build();

/** npm, and the shell it puts between where there is one: whose children we are at this moment. */
function ancestors() {
  try {
    return `${process.ppid} ${readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}

// Whoever ends npm means this too, also when npm had no time to say so. Then somebody else becomes the parent.
if (process.env.npm_lifecycle_event) {
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) process.kill(process.pid, 'SIGTERM');
  }, 1_000).unref();
}

await import('../api/dist/main.js');
