import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { BY_ANSWER_LINK } from '../http/decorators.ts';
import { requestContext } from '../http/request-context.ts';
import { LIMITED } from './limited.ts';
import { LimitsService } from './limits.service.ts';
import { networkOf } from '../http/visitor.ts';
import type { PurposeName } from './purposes.ts';

/** Comes after the session guard, which knows who it is: a person is counted as a person wherever they sit. */
@Injectable()
export class LimitsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: LimitsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const purpose = this.purposeOf(context);
    if (purpose === 'none') return true;
    const { session } = requestContext();
    const request = context.switchToHttp().getRequest<Request>();
    await this.limits.take(purpose, session?.personId ?? networkOf(request.ip ?? ''));
    return true;
  }

  private purposeOf(context: ExecutionContext): PurposeName | 'none' {
    const declared = this.reflector.getAllAndOverride<PurposeName | 'none' | undefined>(LIMITED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (declared) return declared;
    return this.reflector.get<boolean>(BY_ANSWER_LINK, context.getHandler()) ? 'answering' : 'other';
  }
}
