interface Fault {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly driverError?: unknown;
}

/** Sockets that broke, and a server that shuts down, starts, or has no connection or no room left (SQLSTATE 08, 53, 57P). */
const CODES = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08\w{3}|53\w{3}|57P\w{2})$/;
/** The driver gives these no code. */
const WORDS = /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i;

/** Whether it is the database that cannot be reached or cannot take more, rather than anything about what was asked. */
export function isDatabaseAway(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false;
  const { code, message, driverError } = fault as Fault;
  if (typeof code === 'string' && CODES.test(code)) return true;
  if (typeof message === 'string' && WORDS.test(message)) return true;
  return driverError !== undefined && driverError !== fault && isDatabaseAway(driverError);
}
