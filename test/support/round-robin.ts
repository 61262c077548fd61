import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RoundRobin {
  readonly base: string;
  /** How many requests each process has been given. */
  readonly given: () => readonly number[];
  close(): Promise<void>;
}

/** The simplest balancer there is: each request goes to the next process, whoever it comes from. */
export async function startRoundRobin(bases: readonly string[]): Promise<RoundRobin> {
  const given = bases.map(() => 0);
  let turn = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const next = turn % bases.length;
    turn += 1;
    given[next] = (given[next] ?? 0) + 1;
    const { hostname, port } = new URL(bases[next] ?? '');
    const { url, method, headers } = request;
    const passed = ask({ hostname, port, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.once('error', () => response.writeHead(502).end());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    given: () => given,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
