import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ReportFormat } from '@samhandling/contracts';
import type { Locale } from '@samhandling/domain';
import type { Paper, ReportSource } from '@samhandling/report-model';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import type { RenderAnswer, RenderJob, RenderWork } from './files/render-job.ts';

/** A process that nobody has needed for this long is ended, and its memory given back. Milliseconds. */
const IDLE = 30_000;
/** Beside us, and with our own ending: JavaScript when built, TypeScript when the tests run the sources. */
const ENDING = extname(import.meta.url);
const PROGRAM = new URL(`./files/render-process${ENDING}`, import.meta.url);
const SOURCES = ENDING === '.ts' ? ['--conditions=@samhandling/source'] : [];

const ended = (): Error => new Error('The rendering process ended.');

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * Makes files in a process of its own: a Word document keeps a processor busy for about a second and takes some 200 MB
 * while it is made, and nobody else's request is to pay for it. One process, started when needed; several papers at once
 * stand in line. The bytes are those that `renderReport` and `renderPaper` give.
 */
@Injectable()
export class ReportRenderer implements OnModuleDestroy {
  private child: ChildProcess | null = null;
  private idle: NodeJS.Timeout | undefined;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** @throws Error when the file cannot be made, or the process ends before it is. */
  render(source: ReportSource, format: ReportFormat, locale: Locale, sha256: string | null): Promise<Buffer> {
    return this.send({ of: 'report', source, format, locale, sha256 });
  }

  /** @throws Error like `render`. */
  renderPaper(paper: Paper, format: 'docx' | 'pdf'): Promise<Buffer> {
    return this.send({ of: 'paper', paper, format });
  }

  private send(work: RenderWork): Promise<Buffer> {
    const child = (this.child ??= this.start());
    const id = (this.lastId += 1);
    clearTimeout(this.idle);
    child.ref();
    child.channel?.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      child.send({ id, work } satisfies RenderJob);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  private start(): ChildProcess {
    const child = fork(PROGRAM, { serialization: 'advanced', execArgv: [...process.execArgv, ...SOURCES] });
    child.on('message', (answer) => {
      this.settle(answer as RenderAnswer);
    });
    child.on('error', (fault) => {
      this.lose(child, fault);
    });
    child.on('exit', () => {
      this.lose(child, ended());
    });
    return child;
  }

  private settle(answer: RenderAnswer): void {
    const one = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('bytes' in answer) one?.resolve(Buffer.from(answer.bytes));
    else one?.reject(new Error(answer.fault));
    if (this.waiting.size > 0) return;
    this.child?.channel?.unref();
    this.child?.unref();
    this.idle = setTimeout(() => void this.stop(), IDLE).unref();
  }

  /** All who wait are told; the next report starts a new process. */
  private lose(child: ChildProcess, fault: Error): void {
    if (this.child !== child) return;
    this.child = null;
    for (const { reject } of this.waiting.values()) reject(fault);
    this.waiting.clear();
  }

  private async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { child } = this;
    if (!child) return;
    // At once, so that a report asked for while it ends starts a process of its own.
    this.lose(child, ended());
    const gone = once(child, 'exit');
    child.ref();
    child.kill('SIGKILL');
    await gone;
  }
}
