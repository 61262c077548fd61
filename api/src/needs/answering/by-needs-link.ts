import { applyDecorators, Injectable, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { NEEDS_LINK_HEADER } from '@samhandling/contracts';
import type { Request } from 'express';
import { hashOf } from '../../platform/crypto/secrets.ts';
import { BY_ANSWER_LINK, letsIn } from '../../platform/http/decorators.ts';
import { requestContext } from '../../platform/http/request-context.ts';
import { noNeedsLink, unknownNeedsLink } from '../invitations/link-words.ts';
import { AnsweringRepository, type FoundInvitation } from './answering.repository.ts';

/** A link that was found by its secret. The secret travels no further than to where an anonymous answer is looked for. */
export interface NeedsLink extends FoundInvitation {
  readonly token: string;
}
export interface NeedsLinkRequest extends Request {
  needsLink?: NeedsLink;
}

/**
 * Lets in whoever holds the secret of a letter. It comes in a header of its own, which no other site can make a browser
 * send, so there is no cookie and nothing to forge. A session counts for nothing here, and is not looked at.
 */
@Injectable()
export class NeedsLinkGuard implements CanActivate {
  constructor(private readonly answering: AnsweringRepository) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<NeedsLinkRequest>();
    const token = request.headers[NEEDS_LINK_HEADER.toLowerCase()];
    if (typeof token !== 'string' || token === '') throw noNeedsLink();
    const found = await this.answering.findByKey(hashOf(token));
    if (!found) throw unknownNeedsLink();
    requestContext().source = 'link';
    request.needsLink = { ...found, token };
    return true;
  }
}

export const ByNeedsLink = (): MethodDecorator =>
  applyDecorators(
    letsIn(BY_ANSWER_LINK, true, ['answer-link']),
    UseGuards(NeedsLinkGuard),
    ApiHeader({ name: NEEDS_LINK_HEADER, required: true, description: 'The secret of the letter' }),
  );

/** The link a request was let in by. A handler that asks without the guard is a mistake of ours, and gets nothing. */
export function needsLinkOf(request: NeedsLinkRequest): NeedsLink {
  if (!request.needsLink) throw noNeedsLink();
  return request.needsLink;
}
