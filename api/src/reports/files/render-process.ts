import { parentPort } from 'node:worker_threads';
import { renderReport } from './render.ts';
import type { RenderAnswer, RenderJob } from './render-job.ts';

/** The thread's side of ReportRenderer: one job after another, bytes handed over without copying. */
parentPort?.on('message', ({ id, source, format, locale, sha256 }: RenderJob) => {
  renderReport(source, format, locale, sha256).then(
    (bytes) => {
      const own = Uint8Array.from(bytes);
      parentPort?.postMessage({ id, bytes: own } satisfies RenderAnswer, [own.buffer]);
    },
    (fault: unknown) => {
      parentPort?.postMessage({
        id,
        fault: fault instanceof Error ? fault.message : String(fault),
      } satisfies RenderAnswer);
    },
  );
});
