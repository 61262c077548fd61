import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemException } from '../http/problem-exception.ts';
import { toProblem } from '../http/problem.filter.ts';
import type { Readiness } from './readiness.ts';

/**
 * `/health/live`: the process answers, whatever the database does, so that nobody restarts it for what a restart does not
 * mend. `/health/ready`: send people here. Outside the API's address: no session, no limit, and nothing in the log.
 */
export function healthMiddleware(readiness: Readiness): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    if (!isAsked || (request.path !== '/health/live' && request.path !== '/health/ready')) return next();
    response.setHeader('Cache-Control', 'no-store');
    if (request.path === '/health/live') {
      response.json({ status: 'live' });
      return;
    }
    readiness
      .whyNot()
      .then((why) => {
        if (why === null) return response.json({ status: 'ready' });
        const problem = toProblem(new ProblemException('unavailable', why));
        return response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
      })
      .catch(next);
  };
}
