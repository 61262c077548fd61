import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ReportFormat } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import type { ReportSource } from '@samhandling/report-model';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderJob } from './files/render-job.ts';

/** A thread that nobody has needed for this long is ended, and its memory given back. Milliseconds. */
const IDLE = 60_000;
/** Beside us, and with our own ending: JavaScript when built, TypeScript when the tests run the sources. */
const ENDING = extname(import.meta.url);
const THREAD = new URL(`./files/render-worker${ENDING}`, import.meta.url);
const SOURCES = ENDING === '.ts' ? ['--conditions=@samhandling/source'] : [];

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * Makes files in a thread of its own: a Word document keeps a processor busy for about a second, and nobody else's request
 * is to wait for it. One thread, started when needed; several reports at once stand in line. The bytes are those that
 * `renderReport` gives.
 */
@Injectable()
export class ReportRenderer implements OnModuleDestroy {
  private thread: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** @throws Error when the file cannot be made, or the thread ends before it is. */
  render(source: ReportSource, format: ReportFormat, locale: Locale, sha256: string | null): Promise<Buffer> {
    const thread = (this.thread ??= this.start());
    const id = (this.lastId += 1);
    clearTimeout(this.idle);
    thread.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      thread.postMessage({ id, source, format, locale, sha256 } satisfies RenderJob);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  private start(): Worker {
    const thread = new Worker(THREAD, { execArgv: [...process.execArgv, ...SOURCES] });
    thread.on('message', (answer: RenderAnswer) => {
      this.settle(answer);
    });
    thread.on('error', (fault) => {
      this.lose(thread, fault instanceof Error ? fault : new Error(String(fault)));
    });
    thread.on('exit', () => {
      this.lose(thread, new Error('The rendering thread ended.'));
    });
    return thread;
  }

  private settle(answer: RenderAnswer): void {
    const one = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('bytes' in answer) one?.resolve(Buffer.from(answer.bytes.buffer));
    else one?.reject(new Error(answer.fault));
    if (this.waiting.size > 0) return;
    this.thread?.unref();
    this.idle = setTimeout(() => void this.stop(), IDLE).unref();
  }

  /** All who wait are told; the next report starts a new thread. */
  private lose(thread: Worker, fault: Error): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const { reject } of this.waiting.values()) reject(fault);
    this.waiting.clear();
  }

  private async stop(): Promise<void> {
    clearTimeout(this.idle);
    await this.thread?.terminate();
  }
}
