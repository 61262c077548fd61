import { ValidateIf } from 'class-validator';

/** Texts of decisions and action points: a page and a half, which is more than one should be. */
export const TEXT_LENGTH = 4000;
/** Null takes what stands there away. */
export const OrNull = (): PropertyDecorator =>
  ValidateIf((_: object, value: unknown) => value !== undefined && value !== null);
