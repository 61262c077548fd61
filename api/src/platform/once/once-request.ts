import type { Request } from 'express';
import { createHash } from 'node:crypto';
import { ProblemException } from '../http/problem-exception.ts';

const KEY = /^[!-~]{8,200}$/;

/** The key the request was sent with. 400 in words where there is none, or none that can be used. */
export function keyOf(request: Request): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined)
    throw new ProblemException('key_required', {
      sv: 'Skicka Idempotency-Key med ett värde som är nytt för varje sak du vill ha gjord, så att inget görs två gånger om samma begäran skickas igen.',
      en: 'Send Idempotency-Key with a value that is new for each thing you want done, so that nothing is done twice if the same request is sent again.',
    });
  if (typeof key !== 'string' || !KEY.test(key))
    throw new ProblemException('unreadable', {
      sv: 'Idempotency-Key ska vara 8–200 synliga tecken utan blanksteg, å, ä och ö.',
      en: 'Idempotency-Key must be 8–200 visible ASCII characters.',
    });
  return key;
}

/** What was asked for, the bytes of a file included. In another language it is still the same request. */
export function requestHash(request: Request): string {
  const hash = createHash('sha256').update(`${request.method} ${request.originalUrl}\n`);
  if (request.is('multipart/form-data') && request.body === undefined)
    throw new Error('@Creates() must stand above the interceptor that reads the file.');
  hash.update(JSON.stringify(request.body ?? null));
  const { file } = request as { readonly file?: Express.Multer.File };
  if (file) hash.update(`\n${file.fieldname} ${file.originalname}\n`).update(file.buffer);
  return hash.digest('hex');
}
