import { paths, type LiveState } from '@samhandling/contracts';
import type { TestClient } from './app.ts';

/** Somebody who follows a meeting, as a browser does. */
export class LiveStream {
  private readonly abort = new AbortController();
  private reader: ReadableStreamDefaultReader<string> | undefined;
  private left = '';
  status = 0;
  headers = new Headers();

  constructor(
    private readonly base: string,
    private readonly who: TestClient,
  ) {}

  async open(meetingId: string): Promise<this> {
    const response = await fetch(this.base + paths.meetingLive(meetingId), {
      headers: { accept: 'text/event-stream', cookie: this.who.cookie },
      signal: this.abort.signal,
    });
    this.status = response.status;
    this.headers = response.headers;
    this.reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    return this;
  }

  /** The next state; null when the stream has ended. */
  async next(): Promise<LiveState | null> {
    for (;;) {
      const at = this.left.indexOf('\n\n');
      if (at >= 0) {
        const message = this.left.slice(0, at);
        this.left = this.left.slice(at + 2);
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (/^event: state$/m.test(message) && data !== undefined) return JSON.parse(data) as LiveState;
        continue;
      }
      const part = await this.reader?.read();
      if (!part || part.done) return null;
      this.left += part.value;
    }
  }

  close(): void {
    this.abort.abort();
  }
}
