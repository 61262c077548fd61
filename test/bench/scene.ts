import type pg from 'pg';
import type { Side } from './measure.ts';
import type { Running } from './processes.ts';

export interface Scene {
  readonly name: string;
  /** What quality.md asks, and which figure it asks of. */
  readonly target: { readonly text: string; isMet(latency: number, throughput: number): boolean };
  readonly api: Side;
  readonly bare: Side;
  /** Compares what the two answer. Throws when they are not measuring the same thing. */
  check(): Promise<void>;
  readonly isWrite?: boolean;
  /** One call at a time only: what comes before each call cannot be done ten at a time. */
  readonly isSequential?: boolean;
  /** Puts back what was written. */
  reset?(): Promise<void>;
}

/** What a scene is built with: both servers, the owner's connection, a planner's headers, and the plan that is asked for. */
export interface Stage {
  readonly api: Running;
  readonly bare: Running;
  readonly owner: pg.Client;
  readonly headers: Readonly<Record<string, string>>;
  readonly place: { readonly county: string; readonly person: string };
  readonly slug: string;
}

export const atMost = (ratio: number): Scene['target'] => ({
  text: `p50 ≤ ${String(ratio).replace('.', ',')} ×`,
  isMet: (latency) => latency <= ratio,
});
