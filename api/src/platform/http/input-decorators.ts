import { applyDecorators } from '@nestjs/common';
import { isDay } from '@samhandling/domain';
import { IsInt, IsString, Max, MaxLength, Min, registerDecorator, ValidateIf } from 'class-validator';
import { IsCleanText } from './decorators.ts';

/** Lengths of what people write: a line, and a text that may be long and is never cut. */
export const TITLE_LENGTH = 500;
export const TEXT_LENGTH = 20_000;

/** A field that may be left out, but not be null. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== undefined);

/** Something but space. Named as class-validator's own rule, so that it is answered in the same words. */
export function IsNotBlank(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isNotEmpty',
      target: target.constructor,
      propertyName: String(property),
      options: {},
      validator: { validate: (value: unknown) => typeof value === 'string' && value.trim() !== '' },
    });
}

/** Text that may be empty. */
export const IsPlainText = (most: number = TITLE_LENGTH): PropertyDecorator =>
  applyDecorators(IsString(), IsCleanText(), MaxLength(most));

/** Text that says something. */
export const IsWrittenText = (most: number = TITLE_LENGTH): PropertyDecorator =>
  applyDecorators(IsPlainText(most), IsNotBlank());

/** The years the database takes for plans. */
export const IsPlanYear = (): PropertyDecorator => applyDecorators(IsInt(), Min(1990), Max(2200));

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** "2026-03-12T13:00:00Z": an instant with its zone, on a day that exists, in the years the domain's date rules can hold. */
export function IsInstant(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName: String(property),
      options: {},
      validator: {
        validate: (value: unknown) => {
          const [, day] = typeof value === 'string' ? (INSTANT.exec(value) ?? []) : [];
          return day !== undefined && isDay(day) && day > '1900-01-01' && day < '2199-12-31';
        },
      },
    });
}
