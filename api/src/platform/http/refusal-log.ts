import type { Logger } from '@nestjs/common';
import { PROBLEMS, type ProblemCode } from '@samhandling/contracts';
import type { Request } from 'express';
import type { Line } from '../logging/logger.ts';

/** What a page of ours does not bring about by itself: somebody tries something, or a limit is too low. */
const SUSPECT: readonly ProblemCode[] = [
  'csrf',
  'cross_site',
  'wrong_host',
  'too_many',
  'unreadable',
  'headers_too_large',
];

/**
 * One line for each refused request: what was asked for as the route is written, not as it was called, and why it was refused. The
 * logger adds request, person and county; no address, query or content is in it.
 */
export function logRefusal(logger: Logger, code: ProblemCode, request: Request): void {
  const line: Line = {
    msg: 'refused',
    code,
    status: PROBLEMS[code].status,
    method: request.method,
    route: routeOf(request),
  };
  if (SUSPECT.includes(code)) logger.warn(line);
  else logger.log(line);
}

function routeOf(request: Request): string {
  const path = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : '-';
}
