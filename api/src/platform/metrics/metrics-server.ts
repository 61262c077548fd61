import { collectDefaultMetrics } from 'prom-client';
import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';

/**
 * Answers `/metrics` on a port of its own, which nobody but the machine itself reaches unless METRICS_HOST says otherwise:
 * what the public is served from never has it.
 */
export async function serveMetrics(metrics: Metrics, port: number, host: string): Promise<Server> {
  collectDefaultMetrics({ register: metrics.registry });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Here is only /metrics.\n');
      return;
    }
    metrics.registry
      .metrics()
      .then((text) => response.writeHead(200, { 'Content-Type': metrics.registry.contentType }).end(text))
      .catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
