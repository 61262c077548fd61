import type { NextFunction, Request, Response } from 'express';
import { JSON_FAULT_WORDS } from './json-faults.ts';
import { ProblemException } from './problem-exception.ts';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];
const LONGEST_ADDRESS = 8_000;
const PROTOTYPE_NAME = /[?&](?:__proto__|constructor|prototype)(?:[=&[]|$)/;

/** Refuses a way of asking we do not have, and an address with what no address of ours holds. */
export function readableAddress(request: Request, _response: Response, next: NextFunction): void {
  if (!METHODS.includes(request.method)) return next(wrongMethod());
  next(isReadable(request.url) ? undefined : unreadableAddress(request.url));
}

/** Whole characters, none of them NUL, not endless, and no name of a prototype. */
function isReadable(url: string): boolean {
  if (url.length > LONGEST_ADDRESS) return false;
  const text = decoded(url);
  return text !== null && !text.includes('\u0000') && !PROTOTYPE_NAME.test(text);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function unreadableAddress(url: string): ProblemException {
  const pairs = url.slice(0, LONGEST_ADDRESS).split('?').slice(1).join('?').split('&');
  const odd = pairs
    .filter((pair) => decoded(pair)?.includes('\u0000') ?? true)
    .map((pair) => pair.split('=', 1)[0] ?? '');
  const names = odd.filter((name) => /^\w{1,40}$/.test(name));
  return new ProblemException(
    'unreadable',
    {
      sv: 'Adressen är för lång eller innehåller något som inte går att läsa.',
      en: 'The address is too long or holds something that cannot be read.',
    },
    names.map((name) => ({
      pointer: `/${name}`,
      code: 'hasNoControlCharacters',
      reason: JSON_FAULT_WORDS.hasNoControlCharacters,
    })),
  );
}

const wrongMethod = (): ProblemException =>
  new ProblemException(
    'wrong_method',
    { sv: 'Så kan man inte fråga här.', en: 'That is not a way to ask here.' },
    [],
    undefined,
    { Allow: METHODS.join(', ') },
  );
