import type { Response } from 'express';
import type { Observable } from 'rxjs';
import type { LiveMessage } from './live-feed.service.ts';

/**
 * Sends each message as it comes. By hand and not by Nest's `@Sse`, which answers 200 before it knows whether there is
 * anything to follow, so that a refusal would look like a stream that ended.
 */
export function sendEvents(response: Response, messages: Observable<LiveMessage>): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // A proxy that gathers before it passes on would hold every word back.
    'X-Accel-Buffering': 'no',
    // Nothing else goes on this connection, so that a process that stops need not wait for it.
    Connection: 'close',
  });
  response.flushHeaders();
  const following = messages.subscribe({
    next: ({ type, data }) => response.write(`event: ${type}\ndata: ${data}\n\n`),
    complete: () => response.end(),
  });
  response.once('close', () => following.unsubscribe());
}
