import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { lastChange } from '../audit/change-trail.ts';
import { OnceService } from './once.service.ts';

/** Lets a request with a key be done once. Brought by `@Creates()`. */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(private readonly once: OnceService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    return from(this.answer(request, context.switchToHttp().getResponse<Response>(), next));
  }

  private async answer(request: Request, response: Response, next: CallHandler): Promise<unknown> {
    const { body, changeId, isReplay } = await this.once.answer(request, async () => ({
      body: await lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined }),
      changeId: lastChange(),
    }));
    if (isReplay) {
      response.setHeader('Idempotent-Replay', 'true');
      if (changeId !== null) response.setHeader('Change-Id', changeId);
    }
    return body;
  }
}
