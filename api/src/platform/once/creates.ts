import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { OnceInterceptor } from './once.interceptor.ts';

/** Metadata of a route that demands `Idempotency-Key`. */
export const CREATES = 'samhandling:creates';

/**
 * A route that makes something, or changes many things at once: it demands `Idempotency-Key`, and the same request sent
 * again gets the answer of the first instead of being done twice (ADR 15). Stands above the interceptor that reads a
 * file, where there is one: the key is for the whole request, the file included.
 */
export const Creates = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(CREATES, true),
    UseInterceptors(OnceInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', minLength: 8, maxLength: 200, pattern: '^[!-~]+$' },
      description:
        'A text of your own making (a UUID, say), new for each thing you want done and the same each time you send that request.',
    }),
  );
