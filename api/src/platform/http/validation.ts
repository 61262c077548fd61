import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import type { Label } from '@samhandling/domain';
import { ProblemException, type FieldProblem } from './problem-exception.ts';

const REASONS: Readonly<Record<string, Label>> = {
  isString: { sv: 'Ska vara text.', en: 'Must be text.' },
  isNotEmpty: { sv: 'Får inte vara tomt.', en: 'Must not be empty.' },
  isEmail: { sv: 'Ska vara en e-postadress.', en: 'Must be an e-mail address.' },
  isInt: { sv: 'Ska vara ett heltal.', en: 'Must be a whole number.' },
  isNumber: { sv: 'Ska vara ett tal.', en: 'Must be a number.' },
  hasFewDecimals: {
    sv: 'Ska vara ett tal med högst fyra decimaler.',
    en: 'Must be a number with four decimals at most.',
  },
  isBoolean: { sv: 'Ska vara ja eller nej.', en: 'Must be yes or no.' },
  isUuid: { sv: 'Ska vara ett id.', en: 'Must be an id.' },
  isIn: { sv: 'Ska vara ett av de tillåtna värdena.', en: 'Must be one of the allowed values.' },
  isArray: { sv: 'Ska vara en lista.', en: 'Must be a list.' },
  isObject: { sv: 'Ska vara ett objekt.', en: 'Must be an object.' },
  isDay: { sv: 'Ska vara ett datum som 2026-03-12.', en: 'Must be a date such as 2026-03-12.' },
  isInstant: {
    sv: 'Ska vara en tidpunkt som 2026-03-12T13:00:00Z.',
    en: 'Must be an instant such as 2026-03-12T13:00:00Z.',
  },
  maxLength: { sv: 'Är för långt.', en: 'Is too long.' },
  minLength: { sv: 'Är för kort.', en: 'Is too short.' },
  min: { sv: 'Är för litet.', en: 'Is too small.' },
  max: { sv: 'Är för stort.', en: 'Is too large.' },
  arrayMaxSize: { sv: 'Har för många delar.', en: 'Has too many parts.' },
  matches: { sv: 'Har inte rätt form.', en: 'Does not have the right form.' },
  whitelistValidation: { sv: 'Finns inte här.', en: 'Does not belong here.' },
  nestedValidation: { sv: 'Har inte rätt form.', en: 'Does not have the right form.' },
  hasNoControlCharacters: {
    sv: 'Innehåller tecken som inte går att spara.',
    en: 'Contains characters that cannot be stored.',
  },
};
const OTHERWISE: Label = { sv: 'Är inte giltigt.', en: 'Is not valid.' };

/**
 * What a request leaves out is absent, not `undefined`: class fields would otherwise define it, and a partial change spread
 * over stored values would wipe them.
 */
class AbsentStaysAbsent extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return withoutUndefined(await super.transform(value, metadata));
  }
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) value.forEach(withoutUndefined);
  else if (value !== null && typeof value === 'object' && !Buffer.isBuffer(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) delete (value as Record<string, unknown>)[key];
      else withoutUndefined(item);
    }
  }
  return value;
}

/** 400 with a pointer to each field. Unknown properties are refused, so a misspelt field is never silently dropped. */
export function validationPipe(): ValidationPipe {
  return new AbsentStaysAbsent({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    transformOptions: { exposeUnsetFields: false },
    exceptionFactory: (errors) =>
      new ProblemException(
        'invalid_fields',
        { sv: 'Rätta det som är markerat och försök igen.', en: 'Mend what is marked and try again.' },
        toFieldProblems(errors),
      ),
  });
}

export function toFieldProblems(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property)}`;
    const own = Object.keys(error.constraints ?? {}).map((code) => ({
      pointer,
      code,
      reason: REASONS[code] ?? OTHERWISE,
    }));
    return [...own, ...toFieldProblems(error.children ?? [], pointer)];
  });
}

function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
