import { renderPaper, renderReport } from './render.ts';
import type { RenderAnswer, RenderJob, RenderWork } from './render-job.ts';

/** The process's side of ReportRenderer: jobs come in and files go out over the channel, and it ends with the channel. */
const answer = (one: RenderAnswer): void => {
  process.send?.(one);
};

// One after another: side by side none would be ready before the last, and all would hold their memory.
let line: Promise<void> = Promise.resolve();

const made = (work: RenderWork): Promise<Buffer> =>
  work.of === 'paper'
    ? renderPaper(work.paper, work.format)
    : renderReport(work.source, work.format, work.locale, work.sha256);

process.on('message', ({ id, work }: RenderJob) => {
  line = line
    .then(() => made(work))
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
