import type { IncomingHttpHeaders } from 'node:http';
import { randomUUID } from 'node:crypto';

/** A uuid, or hexadecimal as proxies write it. Anything freer could carry a name into the log and the record. */
const WELL_FORMED = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,64})$/i;
/** W3C Trace Context: version, trace, parent, flags. */
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The id the request came with, if it has the form of one, so that a proxy's log and ours can be read together. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && WELL_FORMED.test(given)) return given.toLowerCase();
  const trace = TRACEPARENT.exec(String(headers['traceparent'] ?? ''))?.[1];
  if (trace !== undefined && !/^0+$/.test(trace)) return trace;
  return randomUUID();
}
