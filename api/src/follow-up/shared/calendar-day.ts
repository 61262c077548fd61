import { isDay } from '@samhandling/domain';
import { registerDecorator } from 'class-validator';

/** "2026-03-12", a day that exists, years 1900 to 2199: what the database and the domain's date rules can hold. */
export function IsCalendarDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: (value: unknown) => typeof value === 'string' && isDay(value) },
    });
}
