import { Agent, request as send } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

const AGENT = new Agent({ keepAlive: true, maxSockets: 32 });

/** One request, read to its end. Anything but 2xx and 304 is a mistake of the bench. */
export function call({ method, url, headers, body }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method,
        agent: AGENT,
        headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const status = response.statusCode ?? 0;
          if (status === 304 || (status >= 200 && status < 300)) resolve(text);
          else reject(new Error(`${method} ${url} answered ${status}: ${text.slice(0, 400)}`));
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

export interface Side {
  /** The next call; writes take another cell each time. */
  next(): Call;
  /** What has to be so before each call, outside the time measured. */
  before?(): Promise<void>;
}

/** Calls the two sides by turns, one at a time, so that whatever else the machine does strikes both alike. */
export async function latencies(sides: readonly Side[], rounds: number, warmUps: number): Promise<number[][]> {
  const times: number[][] = sides.map(() => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) {
      await side.before?.();
      const begun = performance.now();
      await call(side.next());
      if (round >= 0) times[index]?.push(performance.now() - begun);
    }
  }
  return times;
}

/** How many calls a side answers per second, ten at a time, in blocks of `ms` that the two sides take by turns. */
export async function throughputs(
  sides: readonly Side[],
  ms: number,
  blocks: number,
  mostCalls = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const done = sides.map(() => ({ calls: 0, ms: 0 }));
  for (let block = 0; block < blocks; block += 1) {
    for (const [index, side] of sides.entries()) {
      const begun = performance.now();
      let calls = 0;
      const worker = async (): Promise<void> => {
        while (performance.now() - begun < ms && calls < mostCalls) {
          calls += 1;
          await call(side.next());
        }
      };
      await Promise.all(Array.from({ length: 10 }, worker));
      const sum = done[index];
      if (sum) Object.assign(sum, { calls: sum.calls + calls, ms: sum.ms + performance.now() - begun });
    }
  }
  return done.map(({ calls, ms: spent }) => (calls * 1000) / spent);
}

export function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
