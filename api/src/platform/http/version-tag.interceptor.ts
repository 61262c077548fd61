import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

interface Tagged {
  readonly version?: number;
  readonly followUp?: { readonly version: number };
}

/** `ETag: "8"` with every versioned answer, ready to be sent back as If-Match. */
@Injectable()
export class VersionTagInterceptor implements NestInterceptor<Tagged, Tagged> {
  intercept(context: ExecutionContext, next: CallHandler<Tagged>): Observable<Tagged> {
    return next.handle().pipe(
      map((body) => {
        const version = body.version ?? body.followUp?.version;
        if (version !== undefined) context.switchToHttp().getResponse<Response>().setHeader('ETag', `"${version}"`);
        return body;
      }),
    );
  }
}
