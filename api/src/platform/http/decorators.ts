import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { registerDecorator, type ValidationOptions } from 'class-validator';
import { isDay, type Permission } from '@samhandling/domain';
import type { Request } from 'express';
import { ProblemException } from './problem-exception.ts';

export const REQUIRED_PERMISSION = 'samhandling:permission';
export const OPEN_TO_ALL = 'samhandling:open';
export const SIGNED_IN_ONLY = 'samhandling:signed-in';
/** Set by `@ByAnswerLink()`, which brings a guard of its own: an ordinary session is not asked for, and would not help. */
export const BY_ANSWER_LINK = 'samhandling:answer-link';

/** Who a route lets in, told in the description of the API too, from where docs/access.md is written and tested. */
export function letsIn(key: string, value: unknown, access: readonly string[]): MethodDecorator {
  return applyDecorators(SetMetadata(key, value), ApiExtension('x-access', access));
}

/** The coarse right a route asks for. A route with neither this nor one of the two below is refused to everybody. */
export const Requires = (...anyOf: Permission[]): MethodDecorator => letsIn(REQUIRED_PERMISSION, anyOf, anyOf);
export const OpenToAll = (): MethodDecorator => letsIn(OPEN_TO_ALL, true, ['open']);
/** Anyone signed in, whatever the role: the session itself. */
export const SignedInOnly = (): MethodDecorator => letsIn(SIGNED_IN_ONLY, true, ['signed-in']);

const ifMatchValue = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined) {
    throw new ProblemException('version_required', {
      sv: 'Skicka If-Match med versionen du utgår från, så att ingen annans ändring skrivs över.',
      en: 'Send If-Match with the version you start from, so that nobody else’s change is overwritten.',
    });
  }
  const match = /^"?(\d{1,9})"?$/.exec(header);
  if (!match)
    throw new ProblemException('unreadable', {
      sv: 'If-Match ska vara ett versionsnummer.',
      en: 'If-Match must be a version number.',
    });
  return Number(match[1]);
});

/** The version the caller starts from, out of `If-Match: "7"`. */
export const IfMatch = ifMatchValue;

/** Documents the header on a route that takes it. */
export const ApiIfMatch = (): MethodDecorator & ClassDecorator =>
  applyDecorators(ApiHeader({ name: 'If-Match', required: true, description: 'Version, for example "7"' }));

/** "2026-03-12": a day that exists, in a year the domain's date rules and the database can hold (1900 to 2199). */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(property),
      options: options ?? {},
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
      },
    });
}

/** Text PostgreSQL can hold and people can read: no NUL, no lone surrogates, no control characters but tab and line ends. */
export function IsCleanText(options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'hasNoControlCharacters',
      target: target.constructor,
      propertyName: String(property),
      options: options ?? {},
      validator: {
        validate: (value: unknown) => typeof value === 'string' && value.isWellFormed() && !hasControlCharacter(value),
      },
    });
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
  }
  return false;
}

/**
 * A number with at most so many decimals. Instead of `IsNumber({ maxDecimalPlaces })`, which fails itself on numbers that
 * JavaScript writes with an exponent, such as 1e-7.
 */
export function HasAtMostDecimals(most: number, options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'hasFewDecimals',
      target: target.constructor,
      propertyName: String(property),
      options: options ?? {},
      validator: {
        validate: (value: unknown) =>
          typeof value === 'number' && Number.isFinite(value) && Number(value.toFixed(most)) === value,
      },
    });
}
