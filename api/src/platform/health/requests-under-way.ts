import { Injectable } from '@nestjs/common';
import type { Request, Response, NextFunction, RequestHandler } from 'express';
import type { Server } from 'node:http';

/** Knows which answers have not gone yet, so that a process asked to stop can wait for them and for nothing else. */
@Injectable()
export class RequestsUnderWay {
  private readonly answers = new Set<Response>();
  private whenNone: (() => void) | undefined;

  readonly middleware: RequestHandler = (_request: Request, response: Response, next: NextFunction): void => {
    this.answers.add(response);
    response.once('close', () => {
      this.answers.delete(response);
      if (this.answers.size === 0) this.whenNone?.();
    });
    next();
  };

  /**
   * Takes no more connections, and waits for what is under way; each connection is closed with its answer. Answers how
   * many requests had to be cut off when the time was out.
   */
  async finish(server: Server, milliseconds: number): Promise<number> {
    server.close();
    server.closeIdleConnections();
    for (const answer of this.answers) if (!answer.headersSent) answer.setHeader('Connection', 'close');
    let timer: NodeJS.Timeout | undefined;
    if (this.answers.size > 0) {
      const none = new Promise<void>((resolve) => (this.whenNone = resolve));
      const outOfTime = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
      await Promise.race([none, outOfTime]);
      clearTimeout(timer);
    }
    const cut = this.answers.size;
    server.closeAllConnections();
    return cut;
  }
}
