import type { Problem } from '@samhandling/contracts';
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  readonly problem: Problem;
}

/** What `fetch` would never send: bytes as they are, on a connection that is read until the other side closes it. */
export function sendRaw(base: string, bytes: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n', 2);
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0);
      const isProblem = /content-type: application\/problem\+json/i.test(head);
      resolve({ status, head, body, problem: (isProblem ? JSON.parse(body) : {}) as Problem });
    });
    socket.end(bytes);
  });
}
