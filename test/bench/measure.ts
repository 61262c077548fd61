import autocannon from 'autocannon';
import { Agent, request as send } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'PUT' | 'POST';
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

/** Reads per second, ten at a time, in blocks of `seconds` that the two sides take by turns. */
export async function readRates(sides: readonly Side[], seconds: number, blocks: number): Promise<number[]> {
  const done = sides.map(() => ({ calls: 0, seconds: 0 }));
  for (let block = 0; block < blocks; block += 1) {
    for (const [index, side] of sides.entries()) {
      const { url, headers } = side.next();
      const result = await autocannon({ url, headers, connections: 10, duration: seconds });
      if (result.errors + result['4xx'] + result['5xx'] > 0) throw new Error(`${url} failed under load.`);
      const sum = done[index];
      if (sum) Object.assign(sum, { calls: sum.calls + result.requests.total, seconds: sum.seconds + result.duration });
    }
  }
  return done.map(({ calls, seconds: spent }) => calls / spent);
}

/** Writes per second, ten at a time: `calls` of each side, one side after the other. */
export async function writeRates(sides: readonly Side[], calls: number): Promise<number[]> {
  const rates: number[] = [];
  for (const side of sides) {
    const begun = performance.now();
    let sent = 0;
    const worker = async (): Promise<void> => {
      while (sent < calls) {
        sent += 1;
        await call(side.next());
      }
    };
    await Promise.all(Array.from({ length: 10 }, worker));
    rates.push((sent * 1000) / (performance.now() - begun));
  }
  return rates;
}

export function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
