import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';
import { lastChange } from './change-trail.ts';

/** `Change-Id` with every answer that changed something: what to name to take it back. A refused request carries none. */
@Injectable()
export class ChangeIdInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      tap(() => {
        const id = lastChange();
        const response = context.switchToHttp().getResponse<Response>();
        if (id !== null && !response.headersSent) response.setHeader('Change-Id', id);
      }),
    );
  }
}
