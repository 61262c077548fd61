import type { Limit } from './purposes.ts';

/** What the database answered when a process took some of a window: how many are taken in all, and when it ends. */
export interface Taken {
  readonly total: number;
  readonly secondsLeft: number;
}

export type Verdict = { readonly isAllowed: true } | { readonly isAllowed: false; readonly secondsLeft: number };

interface Lease {
  left: number;
  /** The window has nothing more to take. */
  readonly isLast: boolean;
  /** On the clock of this process that never goes back. */
  readonly until: number;
}

/** Windows remembered at once. Forgetting one costs its owner what was left of a lease, never more. */
const MOST_LEASES = 20_000;
const ALLOWED: Verdict = { isAllowed: true };

/**
 * Counts requests against limits that several processes share. A process takes a lease of a window, some requests at a time,
 * by one statement; until it is used up requests cost no more than a look in a map, and refusals never cost more.
 *
 * The promise: in no window do all processes together let through more than the limit. What a process has taken and not used
 * is lost to the others, so with n processes refusals may begin (n − 1) leases early.
 */
export class Leases {
  private readonly leases = new Map<string, Lease>();
  private readonly asked = new Map<string, Promise<void>>();

  constructor(
    private readonly takeMore: (key: string, limit: Limit) => Promise<Taken>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async take(key: string, limit: Limit): Promise<Verdict> {
    for (;;) {
      const verdict = this.takeKept(key);
      if (verdict) return verdict;
      let asked = this.asked.get(key);
      if (!asked) {
        asked = this.renew(key, limit).finally(() => this.asked.delete(key));
        this.asked.set(key, asked);
      }
      await asked;
    }
  }

  /** By the lease at hand; null when there is none to go by, and the database must be asked. */
  private takeKept(key: string): Verdict | null {
    const lease = this.leases.get(key);
    const now = this.now();
    if (!lease || lease.until <= now) return null;
    if (lease.left > 0) {
      lease.left -= 1;
      return ALLOWED;
    }
    return lease.isLast ? { isAllowed: false, secondsLeft: Math.max(1, Math.ceil((lease.until - now) / 1000)) } : null;
  }

  private async renew(key: string, limit: Limit): Promise<void> {
    const { total, secondsLeft } = await this.takeMore(key, limit);
    const before = total - limit.lease;
    this.leases.delete(key);
    if (this.leases.size >= MOST_LEASES) this.forgetOldest();
    this.leases.set(key, {
      left: Math.min(limit.lease, Math.max(0, limit.count - before)),
      isLast: total >= limit.count,
      until: this.now() + secondsLeft * 1000,
    });
  }

  /** Those whose window has ended, and if none has, the one renewed longest ago. */
  private forgetOldest(): void {
    const now = this.now();
    for (const [key, { until }] of this.leases) if (until <= now) this.leases.delete(key);
    const [oldest] = this.leases.keys();
    if (this.leases.size >= MOST_LEASES && oldest !== undefined) this.leases.delete(oldest);
  }
}
