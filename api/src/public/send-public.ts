import type { Request, Response } from 'express';
import { asAttachment } from '../platform/files/download.ts';

export interface PublicAnswer {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly contentType: string;
  /** Name to save it under; missing for what is read on a page. */
  readonly name?: string;
}

/**
 * Sends what anybody may read. A browser asks each time whether it still stands, which costs little, so that what is taken
 * back is gone at once; caches in between may keep it a minute. The same for everybody: no cookie is looked at.
 */
export function sendPublic(request: Request, response: Response, etag: string, answer: PublicAnswer | null): void {
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=60, must-revalidate');
  response.setHeader('Vary', 'Accept-Language');
  if (answer === null) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', answer.contentType);
  response.setHeader('Content-Length', answer.bytes.byteLength);
  if (answer.name !== undefined) response.setHeader('Content-Disposition', asAttachment(answer.name));
  response.end(request.method === 'HEAD' ? undefined : answer.bytes);
}

export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
