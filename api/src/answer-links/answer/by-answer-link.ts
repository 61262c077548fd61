import { applyDecorators, Injectable, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { BY_ANSWER_LINK, letsIn } from '../../platform/http/decorators.ts';
import { ProblemException } from '../../platform/http/problem-exception.ts';
import type { FoundLink } from '../answer-links.repository.ts';
import { AnswerDoorService } from './answer-door.service.ts';
import { noLinkSession } from '../link-words.ts';

/** A request let in by a link, with the link it came by. */
export interface LinkRequest extends Request {
  answerLink?: FoundLink;
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Lets in the browser a link is bound to, and nobody else: an ordinary session counts for nothing here. */
@Injectable()
export class AnswerLinkGuard implements CanActivate {
  constructor(private readonly door: AnswerDoorService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<LinkRequest>();
    const link = await this.door.enter(request);
    if (!SAFE_METHODS.includes(request.method) && !isFromOurPage(request, link.csrfToken ?? '')) {
      await this.door.refuseAndKeep(link, request, 'csrf');
      throw new ProblemException('csrf', {
        sv: 'Begäran saknar sidans kontrollkod. Ladda om sidan och försök igen.',
        en: 'The request lacks the page’s check code. Reload the page and try again.',
      });
    }
    request.answerLink = link;
    return true;
  }
}

function isFromOurPage(request: Request, expected: string): boolean {
  const given = request.headers['x-csrf-token'];
  return (
    typeof given === 'string' &&
    expected !== '' &&
    Buffer.byteLength(given) === Buffer.byteLength(expected) &&
    timingSafeEqual(Buffer.from(given), Buffer.from(expected))
  );
}

/** A route that a link opens, and only a link. */
export const ByAnswerLink = (): MethodDecorator =>
  applyDecorators(letsIn(BY_ANSWER_LINK, true, ['answer-link']), UseGuards(AnswerLinkGuard));

/** The link a request was let in by. A handler that asks without the guard is a mistake of ours, and gets nothing. */
export function linkOf(request: LinkRequest): FoundLink {
  if (!request.answerLink) throw noLinkSession();
  return request.answerLink;
}
