import { API } from '@samhandling/contracts';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { isUtf8 } from 'node:buffer';
import { findJsonFault, JSON_FAULT_WORDS } from './json-faults.ts';
import { ProblemException } from './problem-exception.ts';

const MEGABYTE = 1024 * 1024;
const ORDINARY = 1;
/** A whole plan or a year's events arrive as one text. */
const LARGE = 5;
const LARGE_PATHS = [`${API}/imports`, `${API}/events/import`];
/** A mail program's one-click opt-out (RFC 8058) is a form; it says nothing that is read. */
const FORM_PATHS = [`${API}/mail/opt-out`];

/**
 * Reads JSON and nothing else: UTF-8, not compressed, at most 1 MB (5 MB where a plan or events are read in). A form that
 * another site could send without asking is not read anywhere, but for files, which the routes that take them read themselves.
 */
export function readJson(): RequestHandler {
  const [ordinary, large] = [reader(ORDINARY), reader(LARGE)];
  return (request: Request, response: Response, next: NextFunction): void => {
    // Nothing sent is nothing filled in, which each route answers in its own words.
    request.body = {};
    if (!hasBody(request)) return next();
    const refusal = refusalOf(request);
    if (refusal) return next(refusal);
    if (request.is('multipart/form-data') || !request.is('application/json')) return next();
    const isLarge = LARGE_PATHS.some((path) => request.path === path || request.path.startsWith(`${path}/`));
    const read = isLarge ? large : ordinary;
    read(request, response, (fault?: unknown) => {
      if (fault) return next(explain(fault, isLarge ? LARGE : ORDINARY));
      try {
        request.body = parse(request.body as Buffer);
      } catch (problem) {
        return next(problem);
      }
      next();
    });
  };
}

function reader(megabytes: number): RequestHandler {
  return express.raw({ type: () => true, limit: megabytes * MEGABYTE, inflate: false });
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function refusalOf(request: Request): ProblemException | null {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    return new ProblemException('wrong_type', {
      sv: 'Skicka innehållet utan komprimering.',
      en: 'Send the content without compression.',
    });
  if (request.is('multipart/form-data')) return null;
  if (request.is('application/x-www-form-urlencoded') && FORM_PATHS.includes(request.path)) return null;
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (request.is('application/json') && /^utf-?8$/i.test(charset)) return null;
  return new ProblemException('wrong_type', {
    sv: 'Skicka innehållet som JSON i UTF-8 (Content-Type: application/json).',
    en: 'Send the content as JSON in UTF-8 (Content-Type: application/json).',
  });
}

function parse(bytes: Buffer): unknown {
  if (!isUtf8(bytes))
    throw new ProblemException('unreadable', {
      sv: 'Det som skickades är inte giltig UTF-8.',
      en: 'What was sent is not valid UTF-8.',
    });
  const text = bytes.toString('utf8');
  const value = parsed(text);
  const fault = findJsonFault(text);
  if (!fault) return value;
  const reason = JSON_FAULT_WORDS[fault.code];
  throw new ProblemException(
    'unreadable',
    {
      sv: 'Det som skickades går inte att ta emot som det är skrivet.',
      en: 'What was sent cannot be taken as it is written.',
    },
    [{ pointer: fault.pointer, code: fault.code, reason }],
  );
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // What the parser says would repeat what was sent.
  }
  throw new ProblemException('unreadable', {
    sv: 'Kontrollera att det som skickades är giltig JSON, med ett objekt eller en lista ytterst.',
    en: 'Check that what was sent is valid JSON, with an object or a list outermost.',
  });
}

function explain(fault: unknown, most: number): unknown {
  if ((fault as { status?: number }).status !== 413) return fault;
  return new ProblemException('too_large', {
    sv: `Det som skickades är för stort. Det får vara högst ${most} MB.`,
    en: `What was sent is too large. It may be ${most} MB at most.`,
  });
}
