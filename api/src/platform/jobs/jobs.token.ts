/** Injection token of the connection string jobs are kept through: the application role's. */
export const JOBS_URL = Symbol('jobs-url');
