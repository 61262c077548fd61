import type { Request, Response } from 'express';
import type { ReadyAnswer } from './answer-cache.ts';

/**
 * Sends an answer with its tag, or 304 to a browser that already has it. The browser keeps it but asks each time
 * (`no-cache`), since the session decides who may see it.
 */
export function sendReady(request: Request, response: Response, { bytes, etag }: ReadyAnswer): void {
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Cookie');
  if (matches(request.headers['if-none-match'], etag)) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', bytes.byteLength);
  response.end(bytes);
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
