import type { Request } from 'express';
import { browserName } from './browser-name.ts';

/** What the door needs to know of whoever knocks, before anybody is known. */
export interface Visitor {
  /** Network address, as `TRUST_PROXY` lets it be told. Only ever stored as a hash, for counting. */
  readonly address: string;
  /** "Firefox, Windows" */
  readonly browser: string;
}

export function visitorOf(request: Request): Visitor {
  return { address: networkOf(request.ip ?? ''), browser: browserName(request.headers['user-agent']) };
}

/** One household or office has a whole /64 of IPv6, so that much counts as one address. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = (ip.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
