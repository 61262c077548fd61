import fc from 'fast-check';
import { Leases, type Taken } from './leases.ts';
import { PURPOSES, readLimits, type Limit } from './purposes.ts';

/** The table as the database keeps it, with a clock that the test turns. */
class Counter {
  now = 0;
  asked = 0;
  private readonly windows = new Map<string, { from: number; total: number }>();

  readonly take = async (key: string, { seconds, lease }: Limit): Promise<Taken> => {
    this.asked += 1;
    const from = Math.floor(this.now / seconds) * seconds;
    const kept = this.windows.get(key);
    const total = (kept?.from === from ? kept.total : 0) + lease;
    this.windows.set(key, { from, total });
    await Promise.resolve();
    return { total, secondsLeft: from + seconds - this.now };
  };

  process(): Leases {
    return new Leases(this.take, () => this.now * 1000);
  }
}

const LIMIT: Limit = { count: 10, seconds: 60, lease: 4 };

describe('limits shared by processes', () => {
  it('let through exactly the limit from one process, and say how long it takes until there is more', async () => {
    const counter = new Counter();
    const one = counter.process();
    counter.now = 15;
    const verdicts = await Promise.all(Array.from({ length: 25 }, () => one.take('a', LIMIT)));
    expect(verdicts.filter(({ isAllowed }) => isAllowed)).toHaveLength(10);
    expect(verdicts.at(-1)).toEqual({ isAllowed: false, secondsLeft: 45 });
    counter.now = 60;
    expect(await one.take('a', LIMIT)).toEqual({ isAllowed: true });
  });

  it('ask the database once for each lease, and never to refuse', async () => {
    const counter = new Counter();
    const one = counter.process();
    for (let index = 0; index < 1000; index += 1) await one.take('a', LIMIT);
    expect(counter.asked).toBe(3);
  });

  it('are apart for each key', async () => {
    const one = new Counter().process();
    for (let index = 0; index < 10; index += 1) await one.take('a', LIMIT);
    expect((await one.take('a', LIMIT)).isAllowed).toBe(false);
    expect((await one.take('b', LIMIT)).isAllowed).toBe(true);
  });

  it('never let through more than the limit together, and at least what is left when every other process keeps a lease', async () => {
    const steps = fc.array(fc.record({ by: fc.nat(3), wait: fc.nat(20) }), { maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (all, count, lease) => {
          const counter = new Counter();
          const processes = [0, 1, 2, 3].map(() => counter.process());
          const allowed = new Map<number, number>();
          for (const { by, wait } of all) {
            counter.now += wait / 10;
            const window = Math.floor(counter.now / 60);
            const verdict = await processes[by]!.take('a', { count, seconds: 60, lease });
            const so = allowed.get(window) ?? 0;
            if (verdict.isAllowed) allowed.set(window, so + 1);
            else expect(so).toBeGreaterThanOrEqual(count - 3 * lease);
          }
          for (const so of allowed.values()) expect(so).toBeLessThanOrEqual(count);
        },
      ),
    );
  });
});

describe('RATE_LIMITS', () => {
  it('changes the purposes it names, and the lease with the limit', () => {
    const limits = readLimits('search=600/30, mail=5/60');
    expect(limits?.get('search')).toEqual({ count: 600, seconds: 30, lease: 30 });
    expect(limits?.get('mail')).toEqual({ count: 5, seconds: 60, lease: 1 });
    expect(limits?.get('other')).toEqual(PURPOSES.other);
  });

  it('changes all at once, and then one of them', () => {
    const limits = readLimits('all=9/9 sign_in=1/1');
    expect(limits?.get('public')?.count).toBe(9);
    expect(limits?.get('sign_in')).toEqual({ count: 1, seconds: 1, lease: 1 });
  });

  it.each(['search', 'search=0/60', 'search=1/0', 'nothing=1/1', 'search=1/1/1', 'search=-1/60'])(
    'does not take %s',
    (text) => expect(readLimits(text)).toBeNull(),
  );
});
