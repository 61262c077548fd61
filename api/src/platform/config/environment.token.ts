/** Injection token of the one Environment. */
export const ENVIRONMENT = Symbol('environment');
