import { PROBLEMS, type Problem, type ProblemCode } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** Seconds a sender may take for the headers, for everything, and between two requests of one connection. */
export const PATIENCE = { headers: 15, request: 120, idle: 65 } as const;

const FAULTS: Readonly<Record<string, { code: ProblemCode; detail: Label }>> = {
  HPE_HEADER_OVERFLOW: {
    code: 'headers_too_large',
    detail: {
      sv: 'Adress och huvuden är tillsammans för långa. Rensa kakor för sidan och försök igen.',
      en: 'Address and headers are too long together. Clear the cookies of the page and try again.',
    },
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    code: 'timed_out',
    detail: {
      sv: 'Begäran kom inte fram i tid. Inget har sparats. Försök igen.',
      en: 'The request did not arrive in time. Nothing was saved. Try again.',
    },
  },
};
const OTHERWISE = {
  code: 'unreadable',
  detail: {
    sv: 'Det som skickades är inte en begäran som går att läsa.',
    en: 'What was sent is no request that can be read.',
  },
} as const;

/**
 * Patience with slow senders, and a problem also for what never became a request: there is no context there yet, no language
 * and nothing to look up, so both languages are in the answer.
 */
export function guardConnections(server: Server): void {
  server.headersTimeout = PATIENCE.headers * 1000;
  server.requestTimeout = PATIENCE.request * 1000;
  server.keepAliveTimeout = PATIENCE.idle * 1000;
  server.on('clientError', (fault: NodeJS.ErrnoException, socket: Socket) => {
    if (fault.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const { code, detail } = FAULTS[fault.code ?? ''] ?? OTHERWISE;
    const { status, title } = PROBLEMS[code];
    const problem: Problem = {
      type: `/problems/${code}`,
      title: `${title.sv} / ${title.en}`,
      status,
      detail: `${detail.sv} / ${detail.en}`,
      code,
    };
    const body = JSON.stringify(problem);
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
        'Content-Type: application/problem+json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Cache-Control: no-store',
        'X-Content-Type-Options: nosniff',
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  });
}
