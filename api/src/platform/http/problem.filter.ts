import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { PROBLEMS, type Problem, type ProblemCode } from '@samhandling/contracts';
import type { Label } from '@samhandling/domain';
import type { Request, Response } from 'express';
import { QueryFailedError } from 'typeorm';
import { isDatabaseAway } from '../database/connection-fault.ts';
import { CONSTRAINTS } from './constraints.ts';
import { adjusted, ProblemException } from './problem-exception.ts';
import { logRefusal } from './refusal-log.ts';
import { requestContext } from './request-context.ts';

/** Turns every failure into RFC 9457. What we did not foresee becomes `internal`, is logged, and reveals nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(fault: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const exception = this.understand(fault);
    if (exception.status >= 500)
      this.logger.error(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
    else logRefusal(this.logger, exception.code, request);
    if (response.headersSent) {
      response.end();
      return;
    }
    for (const [name, value] of Object.entries(exception.headers)) response.setHeader(name, value);
    response
      .status(exception.status)
      .type('application/problem+json')
      .send(JSON.stringify(toProblem(exception)));
  }

  private understand(fault: unknown): ProblemException {
    if (fault instanceof ProblemException) return fault;
    if (isDatabaseAway(fault)) return databaseAway();
    if (fault instanceof QueryFailedError) return fromDatabase(fault);
    const status = fault instanceof HttpException ? fault.getStatus() : ((fault as { status?: number }).status ?? 500);
    const code = (fault as { code?: string }).code ?? '';
    if (status === 404)
      return new ProblemException('not_found', {
        sv: 'Adressen finns inte.',
        en: 'The address does not exist.',
      });
    if (status === 413 || code === 'LIMIT_FILE_SIZE')
      return new ProblemException('too_large', {
        sv: 'Det som skickades är för stort. En fil får vara högst 5 MB.',
        en: 'What was sent is too large. A file may be 5 MB at most.',
      });
    if (status === 415)
      return new ProblemException('wrong_type', {
        sv: 'Innehållstypen går inte att läsa här.',
        en: 'The content type cannot be read here.',
      });
    if (status === 429)
      return new ProblemException('too_many', {
        sv: 'Vänta en stund och försök igen.',
        en: 'Wait a moment and try again.',
      });
    if (status >= 400 && status < 500)
      return new ProblemException('unreadable', {
        sv: 'Kontrollera att det som skickades är giltig JSON.',
        en: 'Check that what was sent is valid JSON.',
      });
    return new ProblemException('internal', {
      sv: 'Inget har sparats. Försök igen, och hör av dig med numret nedan om det händer igen.',
      en: 'Nothing was saved. Try again, and get in touch with the number below if it happens again.',
    });
  }
}

interface DatabaseFault {
  readonly code?: string;
  readonly constraint?: string;
}

function fromDatabase(fault: QueryFailedError): ProblemException {
  const { code = '', constraint = '' } = fault.driverError as DatabaseFault;
  const { words, pointer } = CONSTRAINTS[constraint] ?? {};
  if (code === 'SH001')
    return new ProblemException('locked', {
      sv: 'Omgången är fastställd. En planerare kan öppna den igen med en motivering.',
      en: 'The round is adopted. A planner can reopen it with a reason.',
    });
  if (code === 'SH002')
    return new ProblemException('rule', {
      sv: 'Planen är antagen, så texten kan inte ändras.',
      en: 'The plan is adopted, so its wording cannot change.',
    });
  if (code === 'SH003')
    return new ProblemException('rule', {
      sv: 'Det som är fastställt kan inte ändras.',
      en: 'What has been adopted cannot change.',
    });
  if (code === 'SH004')
    return new ProblemException('rule', {
      sv: 'Bara det som är antaget eller fastställt kan publiceras.',
      en: 'Only what has been adopted can be published.',
    });
  if (code === 'SH010') return words ? new ProblemException('rule', words) : adjusted();
  if (code === '23505') return duplicate(words, pointer);
  if (code === '23503')
    return new ProblemException(
      'rule',
      words ?? {
        sv: 'Något annat hänvisar till detta, eller så finns inte det som det hänvisar till.',
        en: 'Something else refers to this, or what it refers to does not exist.',
      },
    );
  if (code === '23514' || code === '22P02' || code === '22003' || code === '22001' || code === '22021')
    return new ProblemException('invalid', words ?? { sv: 'Ett värde är inte giltigt.', en: 'A value is not valid.' });
  if (code === '40001' || code === '40P01' || code === '55P03')
    return new ProblemException('rule', {
      sv: 'Någon annan sparade i samma ögonblick. Försök igen.',
      en: 'Somebody else saved at the same moment. Try again.',
    });
  if (code === '57014') return databaseAway();
  return new ProblemException('internal', {
    sv: 'Inget har sparats. Försök igen, och hör av dig med numret nedan om det händer igen.',
    en: 'Nothing was saved. Try again, and get in touch with the number below if it happens again.',
  });
}

function databaseAway(): ProblemException {
  return new ProblemException('unavailable', {
    sv: 'Databasen svarar inte just nu. Inget har sparats. Försök igen om en stund.',
    en: 'The database does not answer right now. Nothing was saved. Try again in a moment.',
  });
}

function duplicate(
  words: Label = { sv: 'Det finns redan en sådan.', en: 'There already is one.' },
  pointer?: string,
): ProblemException {
  return new ProblemException(
    'duplicate',
    words,
    pointer === undefined ? [] : [{ pointer, code: 'taken', reason: words }],
  );
}

export function toProblem(exception: ProblemException): Problem {
  const { locale, requestId } = requestContext();
  const code: ProblemCode = exception.code;
  return {
    type: `/problems/${code}`,
    title: PROBLEMS[code].title[locale],
    status: exception.status,
    detail: exception.detail[locale],
    code,
    ...(exception.errors.length > 0 && {
      errors: exception.errors.map(({ pointer, code: fieldCode, reason }) => ({
        pointer,
        code: fieldCode,
        reason: reason[locale],
      })),
    }),
    ...(exception.current !== undefined && { current: exception.current }),
    ...(requestId !== '' && { requestId }),
  };
}
