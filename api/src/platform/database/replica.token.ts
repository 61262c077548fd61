/** Injection token of the pool of connections to the standby; null where there is none. */
export const REPLICA_POOL = Symbol('replica-pool');
