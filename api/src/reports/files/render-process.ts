import { renderReport } from './render.ts';
import type { RenderAnswer, RenderJob } from './render-job.ts';

/** The process's side of ReportRenderer: jobs come in and files go out over the channel, and it ends with the channel. */
const answer = (one: RenderAnswer): void => {
  process.send?.(one);
};

// One after another: side by side none would be ready before the last, and all would hold their memory.
let line: Promise<void> = Promise.resolve();

process.on('message', ({ id, source, format, locale, sha256 }: RenderJob) => {
  line = line
    .then(() => renderReport(source, format, locale, sha256))
    .then(
      (bytes) => {
        answer({ id, bytes });
      },
      (fault: unknown) => {
        answer({ id, fault: fault instanceof Error ? fault.message : String(fault) });
      },
    );
});
// Whoever started us says when to stop, also when a terminal sends Ctrl-C to both.
process.on('SIGINT', () => undefined);
